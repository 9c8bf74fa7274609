import { Text, View } from '@tarojs/components'
import { type CSSProperties, useState } from 'react'
import { plotOf } from './plot'
import './index.scss'

interface Props {
  /** The oldest first. */
  points: ReadonlyArray<{ name: string; value: number }>
  /** What it shows, for whoever does not see it. */
  summary: string
  format(value: number): string
}

/** An amount over time. A point is chosen by a tap; the newest one is at first. */
export function Trend({ points, summary, format }: Props) {
  const [tapped, setTapped] = useState<number>()
  const plot = plotOf(points.map(({ value }) => value))
  const chosen = Math.min(tapped ?? points.length, points.length - 1)
  const { name = '', value = 0 } = points[chosen] ?? {}
  const { left, bottom } = plot.at(chosen)
  const pictures = { '--line-picture': plot.line, '--area-picture': plot.area } as CSSProperties
  return (
    <View className="trend">
      <View className="trend__chosen">
        <Text className="trend__name">{name}</Text>
        <Text className="trend__value">{format(value)}</Text>
      </View>
      <View className="trend__body" ariaRole="img" ariaLabel={summary} {...{ role: 'img', 'aria-label': summary }}>
        <View className="trend__marks">
          {plot.marks.map(mark => (
            <Text key={mark} className="trend__mark">
              {format(mark)}
            </Text>
          ))}
        </View>
        <View className="trend__right">
          <View className="trend__plot" style={pictures}>
            <View className="trend__grid">
              {plot.marks.map(mark => (
                <View key={mark} className="trend__line" />
              ))}
            </View>
            <View className="trend__ground" />
            <View className="trend__stroke" />
            <View className="trend__cursor" style={{ left: `${left}%` }} />
            <View className="trend__dot" style={{ left: `${left}%`, bottom: `${bottom}%` }} />
            <View className="trend__columns">
              {points.map(({ name }, i) => (
                <View key={name} className="trend__column" onClick={() => setTapped(i)} />
              ))}
            </View>
          </View>
          <View className="trend__names">
            {namesBelow(points).map(name => (
              <Text key={name} className="trend__name">
                {name}
              </Text>
            ))}
          </View>
        </View>
      </View>
    </View>
  )
}

/** The first, the middle one and the last: as many as fit on any phone, in any size of type. */
function namesBelow(points: Props['points']): string[] {
  const names = points.map(({ name }) => name)
  return [...new Set([0, Math.floor((names.length - 1) / 2), names.length - 1])].map(i => names[i] ?? '')
}
