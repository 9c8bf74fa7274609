import type { HTMLInputTypeAttribute } from 'react'

export type InputKind = 'text' | 'number' | 'amount' | 'nickname' | 'mobile' | 'code' | 'password' | 'search'

export interface TextInputProps {
  className: string
  kind: InputKind
  label: string
  value: string
  placeholder: string
  maxLength: number
  isFocused?: boolean
  onChange(value: string): void
  /** The keyboard's own "done" or "search". */
  onConfirm?: (value: string) => void
}

const modes: Record<
  InputKind,
  { type?: HTMLInputTypeAttribute; inputMode?: 'numeric' | 'decimal'; autoComplete?: string }
> = {
  text: {},
  number: { inputMode: 'numeric' },
  amount: { inputMode: 'decimal' },
  nickname: { autoComplete: 'nickname' },
  mobile: { type: 'tel', autoComplete: 'tel-national' },
  code: { inputMode: 'numeric', autoComplete: 'one-time-code' },
  // Never the one of a login, which browsers would fill in.
  password: { type: 'password', autoComplete: 'new-password' },
  search: { type: 'search' },
}

/** One line of text, with the keyboard that fits. */
export function TextInput(props: TextInputProps) {
  const { className, kind, label, value, placeholder, maxLength, isFocused, onChange, onConfirm } = props
  return (
    <input
      className={`text-input ${className}`}
      autoComplete="off"
      {...modes[kind]}
      aria-label={label}
      value={value}
      placeholder={placeholder}
      maxLength={maxLength}
      // biome-ignore lint/a11y/noAutofocus: the shopper has just pressed "search"
      autoFocus={isFocused ?? false}
      enterKeyHint={kind === 'search' ? 'search' : 'done'}
      onChange={({ target }) => onChange(target.value)}
      onKeyDown={event => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        event.currentTarget.blur()
        onConfirm?.(value)
      }}
    />
  )
}
