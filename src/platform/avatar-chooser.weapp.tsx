import { Button } from '@tarojs/components'
import type { AvatarChooserProps } from './avatar-chooser.h5'
import './avatar-chooser.scss'

/** WeChat offers the shopper's own picture first. */
export const AvatarChooser = ({ className, label, onChoose, children }: AvatarChooserProps) => (
  <Button
    className={`avatar-chooser ${className}`}
    openType="chooseAvatar"
    ariaLabel={label}
    onChooseAvatar={({ detail }) => onChoose(detail.avatarUrl)}
  >
    {children}
  </Button>
)
