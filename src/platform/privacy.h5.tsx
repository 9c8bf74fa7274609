import type { ReactNode } from 'react'
import { Pressable } from './pressable'

export interface AgreeButtonProps {
  className: string
  onAgree(): void
  children: ReactNode
}

/** A browser asks by itself, for each thing. */
export function watchPrivacy(): void {}

export const openPrivacyTerms = async (): Promise<unknown> => undefined

export const AgreeButton = ({ className, onAgree, children }: AgreeButtonProps) => (
  <Pressable className={className} onPress={onAgree}>
    {children}
  </Pressable>
)
