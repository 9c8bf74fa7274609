/** Times of the server are Beijing text; `new Date(text)` is NaN on iOS, so every one goes through `parseTime`. */
import { texts } from '@/texts'
import { DAY_MS, dayOf, formatTime, parseTime } from '../../contract/time'

/** `11 月 21 日 14:15`; with the year when it is another than now. */
export function momentText(wire: string, now = new Date()): string {
  const text = formatTime(parseTime(wire))
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number)
  const isThisYear = dayOf(now).startsWith(`${year}-`)
  return texts.moment(isThisYear ? undefined : year, month, day, text.slice(11, 16))
}

/** `2026-11-21`, for reviews and the like. */
export const dayText = (wire: string): string => dayOf(parseTime(wire))

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
    days: Math.floor((seconds * 1000) / DAY_MS),
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  }
}

export const twoDigits = (number: number): string => String(number).padStart(2, '0')
