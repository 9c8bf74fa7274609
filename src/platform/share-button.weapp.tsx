import { Button } from '@tarojs/components'
import type { ShareButtonProps } from './share-button.h5'
import './share-button.scss'

/** WeChat shares what the page says in `useShareAppMessage`. */
export const ShareButton = ({ className, children }: ShareButtonProps) => (
  <Button className={`share-button ${className}`} openType="share">
    {children}
  </Button>
)
