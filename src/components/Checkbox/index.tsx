import { Pressable } from '@/platform/pressable'
import { Mark } from './Mark'
import './index.scss'

interface Props {
  isOn: boolean
  label: string
  isDisabled?: boolean
  onChange(isOn: boolean): void
  /** Words beside the mark that answer to a finger, too. */
  children?: string
}

export function Checkbox({ isOn, label, isDisabled = false, onChange, children }: Props) {
  return (
    <Pressable
      className={`checkbox ${isDisabled ? 'checkbox--off' : ''}`}
      role="checkbox"
      isOn={isOn}
      label={label}
      isDisabled={isDisabled}
      onPress={() => onChange(!isOn)}
    >
      <Mark isOn={isOn} />
      {children}
    </Pressable>
  )
}
