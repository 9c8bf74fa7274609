import type { ReactNode } from 'react'

export interface AvatarChooserProps {
  className: string
  label: string
  /** The address of the picture on the device. */
  onChoose(path: string): void
  children: ReactNode
}

/** Opens the device's pictures. */
export const AvatarChooser = ({ className, label, onChoose, children }: AvatarChooserProps) => (
  <label className={className}>
    <input
      type="file"
      accept="image/*"
      aria-label={label}
      style={{ position: 'absolute', width: 1, height: 1, opacity: 0 }}
      onChange={({ target }) => {
        const file = target.files?.[0]
        if (file) onChoose(URL.createObjectURL(file))
        target.value = ''
      }}
    />
    {children}
  </label>
)
