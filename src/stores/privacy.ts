/** WeChat holds a call back until the shopper has agreed to the shop's privacy terms: what is asked, and who waits. */
import { create } from 'zustand'

interface Privacy {
  isAsked: boolean
}

type Decide = (isAgreed: boolean) => void

export const usePrivacy = create<Privacy>(() => ({ isAsked: false }))

let waiting: Decide[] = []

/** Several calls may wait; the shopper is asked once. */
export function askForPrivacy(decide: Decide): void {
  waiting.push(decide)
  usePrivacy.setState({ isAsked: true })
}

/** What was held back goes on, or fails as if the phone could not do it; the next time it is asked again. */
export function decidePrivacy(isAgreed: boolean): void {
  const all = waiting
  waiting = []
  usePrivacy.setState({ isAsked: false })
  for (const decide of all) decide(isAgreed)
}
