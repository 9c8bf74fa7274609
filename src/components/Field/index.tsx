import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { type InputKind, TextInput } from '@/platform/text-input'
import './index.scss'

interface Props {
  label: string
  value: string
  placeholder?: string
  kind?: InputKind
  maxLength?: number
  /** Why it cannot stay as it is. */
  problem?: string | undefined
  onChange(value: string): void
  /** Beside the field: a button, a unit. */
  children?: ReactNode
}

/** One row of a form: what is asked, and the answer. */
export function Field({
  label,
  value,
  placeholder = '',
  kind = 'text',
  maxLength = 200,
  problem,
  onChange,
  children,
}: Props) {
  return (
    <View className={`field ${problem ? 'field--wrong' : ''}`}>
      <View className="field__row">
        <Text className="field__label">{label}</Text>
        <TextInput
          className="field__input"
          kind={kind}
          label={label}
          value={value}
          placeholder={placeholder}
          maxLength={maxLength}
          onChange={onChange}
        />
        {children}
      </View>
      {problem && <Text className="field__problem">{problem}</Text>}
    </View>
  )
}
