import { remember } from '../bounded'
import type { Clock } from '../clock'

export interface Message {
  mobile: string
  signName: string
  templateCode: string
  params: Record<string, string>
  outId: string
  sentAt: Date
}

/** Messages of one signature to one number within a time. */
const limits = [
  { seconds: 60, most: 1, text: '触发分钟级流控Permits:1' },
  { seconds: 3_600, most: 5, text: '触发小时级流控Permits:5' },
  { seconds: 86_400, most: 10, text: '触发天级流控Permits:10' },
] as const

const MOST_NUMBERS = 5_000
const MOST_PER_NUMBER = 50

/** What was sent, the newest last, and whether more may be. */
export function createMessages(clock: Clock) {
  const byMobile = new Map<string, Message[]>()
  const faultByMobile = new Map<string, string>()
  const sentTo = (mobile: string) => byMobile.get(mobile) ?? []

  return {
    /** The provider's words when one message more would be too many. */
    excess(mobile: string, signName: string): string | undefined {
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
