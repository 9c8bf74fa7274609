import { Text, View } from '@tarojs/components'
import type { BillDiscount } from '@/api'
import { SumRow } from '@/components/SumRow'
import type { Reduction } from '@/lib/bill-reduction'
import { shortMoneyText } from '@/lib/money'
import { texts } from '@/texts/assets'

interface Props {
  money: number | undefined
  reduction: Reduction | undefined
  rules: readonly BillDiscount[]
}

/** What the shop takes off, and how it comes about; before an amount is typed, what it takes off from when on. */
export function Reduced({ money, reduction, rules }: Props) {
  const words = texts.bill
  const ruleText = ({ consume, discounts, loop }: BillDiscount) =>
    (loop ? words.each : words.from)(shortMoneyText(consume), shortMoneyText(discounts))
  if (!money || !reduction) {
    if (rules.length === 0) return null
    return (
      <View className="assets__card">
        <Text className="assets__heading">{words.rules}</Text>
        {rules.map(rule => (
          <Text key={rule.consume} className="assets__rule">
            {ruleText(rule)}
          </Text>
        ))}
      </View>
    )
  }
  const { off, due, rule, times, next } = reduction
  return (
    <View className="assets__card" {...{ 'aria-live': 'polite' }}>
      <SumRow name={words.amount} value={money} />
      {rule && (
        <SumRow
          name={words.reduction}
          hint={times > 1 ? words.times(ruleText(rule), times) : ruleText(rule)}
          value={-off}
        />
      )}
      <SumRow name={words.due} value={due} isTotal />
      {next && <Text className="assets__next">{words.next(shortMoneyText(next.more), shortMoneyText(next.off))}</Text>}
    </View>
  )
}
