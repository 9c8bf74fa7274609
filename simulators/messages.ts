import { remember } from './bounded'
import type { Clock } from './clock'

export interface Message {
  mobile: string
  signName: string
  templateCode: string
  params: Record<string, string>
  outId: string
  provider: 'aliyun' | 'tencent'
  sentAt: Date
}

/** How many messages of one signature may go to one number within a time, and what the provider says of one more. */
export interface Limit {
  seconds: number
  most: number
  text: string
}

export type Messages = ReturnType<typeof createMessages>

const MOST_NUMBERS = 5_000
const MOST_PER_NUMBER = 50

/** What was sent, the newest last, and whether more may be. */
export function createMessages(clock: Clock) {
  const byMobile = new Map<string, Message[]>()
  const faultByMobile = new Map<string, string>()
  const sentTo = (mobile: string) => byMobile.get(mobile) ?? []

  return {
    /** The provider's words when one message more would be too many. */
    excess(mobile: string, signName: string, limits: readonly Limit[]): string | undefined {
      const ages = sentTo(mobile)
        .filter(message => message.signName === signName)
        .map(message => (clock.now().getTime() - message.sentAt.getTime()) / 1000)
      return limits.find(({ seconds, most }) => ages.filter(age => age < seconds).length >= most)?.text
    },

    keep(message: Message): void {
      remember(byMobile, message.mobile, [...sentTo(message.mobile), message].slice(-MOST_PER_NUMBER), MOST_NUMBERS)
    },

    refuse: (mobile: string, code: string) => remember(faultByMobile, mobile, code, MOST_NUMBERS),

    faultOf: (mobile: string): string => faultByMobile.get(mobile) ?? '',

    last: (mobile: string): Message | undefined => sentTo(mobile).at(-1),
  }
}
