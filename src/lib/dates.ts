/** Times of the server are Beijing text; `new Date(text)` is NaN on iOS, so every one goes through `parseTime`. */

import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { texts } from '@/texts'
import { parseTime } from '../../contract/time'

dayjs.extend(utc)

const BEIJING_HOURS = 8
const inBeijing = (at: Date) => dayjs(at).utcOffset(BEIJING_HOURS)

/** `11 月 21 日 14:15`; with the year when it is another than now. */
export function momentText(wire: string, now = new Date()): string {
  const at = inBeijing(parseTime(wire))
  const isThisYear = at.isSame(inBeijing(now), 'year')
  return texts.moment(isThisYear ? undefined : at.year(), at.month() + 1, at.date(), at.format('HH:mm'))
}

/** `2026-11-21`, for reviews and the like. */
export const dayText = (wire: string): string => inBeijing(parseTime(wire)).format('YYYY-MM-DD')

/** `今天`, `昨天`, `11 月 20 日`; with the year when it is another than now. */
export function dayName(wire: string, now = new Date()): string {
  const at = inBeijing(parseTime(wire))
  const today = inBeijing(now)
  if (at.isSame(today, 'day')) return texts.days.today
  if (at.isSame(today.subtract(1, 'day'), 'day')) return texts.days.yesterday
  return texts.days.day(at.isSame(today, 'year') ? undefined : at.year(), at.month() + 1, at.date())
}

export interface Remaining {
  days: number
  hours: number
  minutes: number
  seconds: number
}

/** What is left until a time of the server; undefined once it has come. */
export function remainingUntil(wire: string, now = new Date()): Remaining | undefined {
  const left = parseTime(wire).getTime() - now.getTime()
  if (left <= 0) return undefined
  const seconds = Math.ceil(left / 1000)
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  }
}

export const twoDigits = (number: number): string => String(number).padStart(2, '0')
