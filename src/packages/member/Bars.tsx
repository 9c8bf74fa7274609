import { Text, View } from '@tarojs/components'

interface Props {
  bars: ReadonlyArray<{ name: string; value: number; label: string }>
}

/** Amounts over time, the tallest as high as there is room. */
export function Bars({ bars }: Props) {
  const most = Math.max(...bars.map(({ value }) => value), 0)
  return (
    <View className="bars">
      {bars.map(({ name, value, label }) => (
        <View
          key={name}
          className="bars__bar"
          ariaRole="img"
          ariaLabel={label}
          {...{ role: 'img', 'aria-label': label }}
        >
          <View className="bars__room">
            <View className="bars__fill" style={{ height: `${most > 0 ? Math.round((value / most) * 100) : 0}%` }} />
          </View>
          <Text className="bars__name">{name}</Text>
        </View>
      ))}
    </View>
  )
}
