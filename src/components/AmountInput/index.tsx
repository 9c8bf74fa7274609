import { Text, View } from '@tarojs/components'
import { TextInput } from '@/platform/text-input'
import './index.scss'

interface Props {
  label: string
  value: string
  /** Why it cannot stay as it is. */
  problem?: string | undefined
  isFocused?: boolean
  onChange(value: string): void
}

/** The one amount that a page is about, as large as it is important. */
export const AmountInput = ({ label, value, problem, isFocused = false, onChange }: Props) => (
  <View className="amount-input">
    <Text className="amount-input__label">{label}</Text>
    <View className="amount-input__row">
      <Text className="amount-input__sign">¥</Text>
      <TextInput
        className="amount-input__field"
        kind="amount"
        label={label}
        value={value}
        placeholder="0.00"
        maxLength={9}
        isFocused={isFocused}
        onChange={onChange}
      />
    </View>
    {problem && <Text className="amount-input__problem">{problem}</Text>}
  </View>
)
