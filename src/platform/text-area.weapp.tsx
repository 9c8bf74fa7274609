import { Textarea } from '@tarojs/components'
import { ABOVE_KEYBOARD } from './above-keyboard'
import type { TextAreaProps } from './text-area.h5'

/** Several lines of text. */
export const TextArea = ({ className, label, value, placeholder, maxLength, onChange }: TextAreaProps) => (
  <Textarea
    className={`text-input ${className}`}
    ariaLabel={label}
    value={value}
    placeholder={placeholder}
    placeholderClass="text-input__placeholder"
    maxlength={maxLength}
    cursorSpacing={ABOVE_KEYBOARD}
    disableDefaultPadding
    onInput={({ detail }) => onChange(detail.value)}
  />
)
