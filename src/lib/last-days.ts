/** Days and months in Beijing, as the server counts them, the present one at the end. */
import { DAY_MS, dayOf } from '../../contract/time'

/** `2026-01-31` */
export const lastDays = (now: Date, count: number): string[] =>
  Array.from({ length: count }, (_, i) => dayOf(new Date(now.getTime() - (count - 1 - i) * DAY_MS)))

/** `2026-01` */
export function lastMonths(now: Date, count: number): string[] {
  const [year = 0, month = 0] = dayOf(now).split('-').map(Number)
  return Array.from({ length: count }, (_, i) => {
    const at = year * 12 + month - 1 - (count - 1 - i)
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}

/** `1-31` for a day, `26-01` for a month: what stands below a chart. */
export const shortDay = (day: string): string => {
  const [, month = '', date] = day.split('-')
  return date ? `${Number(month)}-${date}` : `${day.slice(2, 4)}-${month}`
}
