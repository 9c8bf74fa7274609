import { Button } from '@tarojs/components'
import type { ShareButtonProps } from './share-button.h5'
import './share-button.scss'

/** WeChat shares what the page says in `useShareAppMessage`. */
export const ShareButton = ({ className, onPressed, children }: ShareButtonProps) => (
  <Button className={`share-button ${className}`} openType="share" {...(onPressed && { onClick: onPressed })}>
    {children}
  </Button>
)

/** The address of a page, to be copied; a mini-program has none. */
export const linkOf = (_path: string): string | undefined => undefined
