import { Text, View } from '@tarojs/components'
import { moneyText } from '@/lib/money'
import './index.scss'

interface Props {
  name: string
  /** yuan, or words where there is no amount. */
  value: number | string
  hint?: string | undefined
  isTotal?: boolean
}

/** One line of how a price comes about. */
export const SumRow = ({ name, value, hint, isTotal }: Props) => (
  <View className={`sum-row ${isTotal ? 'sum-row--total' : ''}`}>
    <Text className="sum-row__name">
      {name}
      {hint && <Text className="sum-row__hint">{hint}</Text>}
    </Text>
    <Text className="sum-row__value">{typeof value === 'number' ? moneyText(value) : value}</Text>
  </View>
)
