import { Input } from '@tarojs/components'
import { ABOVE_KEYBOARD } from './above-keyboard'
import type { InputKind, TextInputProps } from './text-input.h5'

const types: Record<InputKind, 'text' | 'number' | 'digit' | 'nickname'> = {
  text: 'text',
  number: 'number',
  amount: 'digit',
  nickname: 'nickname',
  mobile: 'number',
  code: 'number',
  password: 'text',
  search: 'text',
}

/** One line of text, with the keyboard that fits. */
export function TextInput(props: TextInputProps) {
  const { className, kind, label, value, placeholder, maxLength, isFocused, onChange, onConfirm } = props
  return (
    <Input
      className={`text-input ${className}`}
      type={types[kind]}
      password={kind === 'password'}
      ariaLabel={label}
      value={value}
      placeholder={placeholder}
      placeholderClass="text-input__placeholder"
      maxlength={maxLength}
      cursorSpacing={ABOVE_KEYBOARD}
      focus={isFocused ?? false}
      confirmType={kind === 'search' ? 'search' : 'done'}
      onInput={({ detail }) => onChange(detail.value)}
      onConfirm={({ detail }) => onConfirm?.(detail.value)}
    />
  )
}
