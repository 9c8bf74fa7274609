import { Text, View } from '@tarojs/components'
import type { PlacedOrder } from '@/api'
import { Cell } from '@/components/Cell'
import { Checkbox } from '@/components/Checkbox'
import { moneyText } from '@/lib/money'
import { texts } from '@/texts/score'

interface Props {
  price: PlacedOrder
  isOn: boolean
  onChange(isOn: boolean): void
}

/** Whether score is spent on this order, as much as makes sense; nothing where there is none to spend. */
export function ScoreChoice({ price: { deductionMost, deductionScore, deductionMoney }, isOn, onChange }: Props) {
  if (!deductionMost?.score) return null
  const [score, money] = isOn ? [deductionScore, deductionMoney] : [deductionMost.score, deductionMost.money]
  const hint = texts.score.deduct(score, moneyText(money))
  return (
    <Cell name={texts.score.use} isWide>
      <View className="checkout__score">
        <Text className="checkout__score-hint">{hint}</Text>
        <Checkbox isOn={isOn} label={`${texts.score.use} ${hint}`} onChange={onChange} />
      </View>
    </Cell>
  )
}
