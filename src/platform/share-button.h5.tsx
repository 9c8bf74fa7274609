import type { ReactNode } from 'react'
import { copied } from '@/lib/copied'
import { Pressable } from './pressable'

export interface ShareButtonProps {
  className: string
  title: string
  /** The page that is passed on. */
  path: string
  children: ReactNode
}

/** The phone's own sheet where it has one, otherwise the address to paste. */
export function ShareButton({ className, title, path, children }: ShareButtonProps) {
  const share = async () => {
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
