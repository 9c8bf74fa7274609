import type { ReactNode } from 'react'
import { copied } from '@/lib/copied'
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

/** The phone's own sheet where it has one, otherwise the address to paste. */
export function ShareButton({ className, title, path, onPressed, children }: ShareButtonProps) {
  const share = async () => {
    onPressed?.()
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
