import { texts } from '@/texts'
import { type Remaining, twoDigits } from './dates'

/** `02:03:04`, with the days before it when there are any. */
export function leftText({ days, hours, minutes, seconds }: Remaining): string {
  const clock = [hours, minutes, seconds].map(twoDigits).join(':')
  return days ? texts.leftWithDays(days, clock) : clock
}
