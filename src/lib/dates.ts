/** Times of the server are Beijing text; `new Date(text)` is NaN on iOS, so every one goes through `parseTime`. */
import { texts } from '@/texts'
import { DAY_MS, parseTime } from '../../contract/time'

const BEIJING_MS = 8 * 3_600_000

/** A moment as a clock in Beijing shows it. */
function inBeijing(at: Date) {
  // Beijing knows no summer time: the parts of the shifted moment in UTC are its own.
  const shifted = new Date(at.getTime() + BEIJING_MS)
  const [day = '', time = ''] = shifted.toISOString().split('T')
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    date: shifted.getUTCDate(),
    day,
    time: time.slice(0, 5),
  }
}

/** `11 月 21 日 14:15`; with the year when it is another than now. */
export function momentText(wire: string, now = new Date()): string {
  const { year, month, date, time } = inBeijing(parseTime(wire))
  return texts.moment(year === inBeijing(now).year ? undefined : year, month, date, time)
}

/** `2026-11-21`, for reviews and the like. */
export const dayText = (wire: string): string => inBeijing(parseTime(wire)).day

/** `今天`, `昨天`, `11 月 20 日`; with the year when it is another than now. */
export function dayName(wire: string, now = new Date()): string {
  const { year, month, date, day } = inBeijing(parseTime(wire))
  const today = inBeijing(now)
  if (day === today.day) return texts.days.today
  if (day === inBeijing(new Date(now.getTime() - DAY_MS)).day) return texts.days.yesterday
  return texts.days.day(year === today.year ? undefined : year, month, date)
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
