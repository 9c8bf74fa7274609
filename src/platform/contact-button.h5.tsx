import type { ReactNode } from 'react'
import { Pressable } from './pressable'

export interface ContactButtonProps {
  className: string
  /** What the conversation is about: a card that WeChat offers to send. */
  about: { title: string; path: string; picture: string } | undefined
  /** Shows the shop's other ways of being reached. */
  onAsk(): void
  children: ReactNode
}

/** A browser has no conversation of its own. */
export const ContactButton = ({ className, onAsk, children }: ContactButtonProps) => (
  <Pressable className={className} onPress={onAsk}>
    {children}
  </Pressable>
)

/** Whether somebody can be reached though the shop keeper has given no other way. */
export const hasConversation = false
