import type { ReactNode } from 'react'

export interface AgreeButtonProps {
  className: string
  onAgree(): void
  children: ReactNode
}

/** A browser asks by itself, for each thing. */
export function watchPrivacy(): void {}

export const openPrivacyTerms = async (): Promise<unknown> => undefined

export const AgreeButton = (_props: AgreeButtonProps) => null
