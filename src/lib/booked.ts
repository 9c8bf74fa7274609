/** What a line is booked for, in words. Days are Beijing's, as the server names them. */
import { texts } from '@/texts'
import { DAY_MS, dayOf, parseTime } from '../../contract/time'

/** As lines of requests, carts and orders name it. */
export interface Booked {
  days?: string[]
  goodsTimesDay?: string
  goodsTimesItem?: string
}

export const isBooked = ({ days, goodsTimesDay }: Booked): boolean => Boolean(days?.length || goodsTimesDay)

/** Only these names of a line, and only where they say something. */
export const bookedOf = ({ days, goodsTimesDay, goodsTimesItem }: Booked): Booked => ({
  ...(days?.length && { days }),
  ...(goodsTimesDay && goodsTimesItem && { goodsTimesDay, goodsTimesItem }),
})

/** `11 月 27 日 周五`; with the year when it is another than now. */
export function dayWithWeekday(day: string, now = new Date()): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const isThisYear = dayOf(now).startsWith(String(year))
  return texts.days.withWeekday(texts.days.day(isThisYear ? undefined : year, month, date), weekdayOf(day))
}

/** `周五` */
export const weekdayOf = (day: string): string => texts.days.weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''

/** `11 月 27 日 周五 09:00-10:00`, `11 月 27 日 周五 至 11 月 29 日 周日，3 天`. */
export function bookedText({ days = [], goodsTimesDay, goodsTimesItem }: Booked, now = new Date()): string {
  if (goodsTimesDay) return [dayWithWeekday(goodsTimesDay, now), goodsTimesItem].filter(Boolean).join(' ')
  return rangesOf(days)
    .map(([from, to, count]) => {
      const first = dayWithWeekday(from, now)
      return count === 1 ? first : texts.booking.range(first, dayWithWeekday(to, now), count)
    })
    .join(texts.wordGap)
}

/** The words of a choice alone: the server ends them with the days that a line is booked for. */
export const choiceWords = (property: string, booked: Booked): string =>
  isBooked(booked) ? property.replace(/ ?\d{4}-\d\d-\d\d.*$/, '') : property

/** Days that follow one another are one range. */
function rangesOf(days: readonly string[]): Array<[from: string, to: string, count: number]> {
  const ranges: Array<[string, string, number]> = []
  for (const day of days) {
    const last = ranges[ranges.length - 1]
    if (last && dayAfter(last[1]) === day) {
      last[1] = day
      last[2] += 1
    } else ranges.push([day, day, 1])
  }
  return ranges
}

export const dayAfter = (day: string): string => dayOf(new Date(parseTime(day).getTime() + DAY_MS))
