import type { ReactNode } from 'react'
import { copied } from '@/lib/copied'
import { isInWechat } from './in-wechat'
import { Pressable } from './pressable'

export interface ShareButtonProps {
  className: string
  title: string
  /** The page that is passed on. */
  path: string
  /** When it was pressed: what stood open may close. */
  onPressed?: () => void
  children: ReactNode
}

/** The phone's own sheet where it has one, otherwise the address to paste; in WeChat, its menu. */
export function ShareButton({ className, title, path, onPressed, children }: ShareButtonProps) {
  const share = async () => {
    onPressed?.()
    if (isInWechat) return (await import('./wechat/share')).pointAtCorner({ title, path })
    const url = new URL(path, window.location.href).href
    if (!navigator.share) return copied(url)
    // Somebody who closes the sheet again has not failed.
    await navigator.share({ title, url }).catch(() => undefined)
  }
  return (
    <Pressable className={className} onPress={share}>
      {children}
    </Pressable>
  )
}

/** The address of a page, to be copied; a mini-program has none. */
export const linkOf = (path: string): string | undefined => new URL(path, window.location.href).href
