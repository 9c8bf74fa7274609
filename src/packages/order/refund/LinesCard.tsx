import { Text, View } from '@tarojs/components'
import type { OrderLine } from '@/api'
import { Checkbox } from '@/components/Checkbox'
import { Picture } from '@/components/Picture'
import { Stepper } from '@/components/Stepper'
import { type Booked, bookedText, choiceWords } from '@/lib/booked'
import { texts } from '@/texts/order'
import type { Wish } from './use-request'

interface Props {
  lines: OrderLine[]
  wish: Wish
  onChange(part: Partial<Wish>): void
}

/** Which lines, and how many pieces when it is one. */
export function LinesCard({ lines, wish: { lineIds, number }, onChange }: Props) {
  const pick = (id: number, isOn: boolean) =>
    onChange({ lineIds: isOn ? [...lineIds, id] : lineIds.filter(other => other !== id), number: undefined })
  const [only] = lineIds.length === 1 ? lines.filter(({ id }) => id === lineIds[0]) : []
  return (
    <View className="refund__card">
      {lines.map(({ id, pic, picColor, goodsName, property, number: bought, ...line }) => (
        <View key={id} className="refund__line">
          {lines.length > 1 && (
            <Checkbox isOn={lineIds.includes(id)} label={goodsName} onChange={isOn => pick(id, isOn)} />
          )}
          <Picture src={pic} color={picColor} size={56} radius={10} />
          <View className="refund__about">
            <Text className="refund__name">{goodsName}</Text>
            {property && <Text className="refund__choice">{whatOf(property, line)}</Text>}
          </View>
          <Text className="refund__bought">{texts.order.lines(bought)}</Text>
        </View>
      ))}
      {only && only.number > 1 && (
        <View className="refund__number">
          <Text className="refund__label">{texts.refund.number}</Text>
          <Stepper value={number ?? only.number} max={only.number} onChange={number => onChange({ number })} />
        </View>
      )}
    </View>
  )
}

const whatOf = (property: string, line: Booked): string =>
  [choiceWords(property, line), bookedText(line)].filter(Boolean).join(' ')
