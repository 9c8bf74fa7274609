/** For how long a level is bought. Pure. */
import { DAY_MS, dayOf, parseTime } from '../../../contract/time'

export const UNITS: Readonly<Record<number, string>> = { 0: '天', 1: '个月', 2: '年' }

/** The same hour so many days, months or years later in Beijing; the last of a shorter month. */
export function laterBy(from: Date, duration: number, unit: number): Date {
  if (unit === 0) return new Date(from.getTime() + duration * DAY_MS)
  const [year = 0, month = 1, day = 1] = dayOf(from).split('-').map(Number)
  const months = (unit === 2 ? 12 : 1) * duration
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  const target = `${last.toISOString().slice(0, 8)}${String(Math.min(day, last.getUTCDate())).padStart(2, '0')}`
  const sinceMidnight = from.getTime() - parseTime(dayOf(from)).getTime()
  return new Date(parseTime(target).getTime() + sinceMidnight)
}

/** `2026-01`, in Beijing. */
export const monthOf = (at: Date): string => dayOf(at).slice(0, 7)

export const nextMonth = (at: Date): Date => laterBy(parseTime(`${monthOf(at)}-01`), 1, 1)
