export interface TextAreaProps {
  className: string
  label: string
  value: string
  placeholder: string
  maxLength: number
  onChange(value: string): void
}

/** Several lines of text. */
export const TextArea = ({ className, label, value, placeholder, maxLength, onChange }: TextAreaProps) => (
  <textarea
    className={`text-input ${className}`}
    aria-label={label}
    rows={3}
    value={value}
    placeholder={placeholder}
    maxLength={maxLength}
    onChange={({ target }) => onChange(target.value)}
  />
)
