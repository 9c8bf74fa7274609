/** WXAPI's times are Beijing's, as `2026-01-31 08:00:00`. China has had no summer time since 1991. */
const BEIJING_MS = 8 * 3_600_000
export const DAY_MS = 24 * 3_600_000

/** `2026-01-31 08:00:00`, or a bare day, to a moment. Throws on anything else. */
export function parseTime(wire: string): Date {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?$/.exec(wire)
  if (!parts) throw new RangeError(`${wire.slice(0, 40)} 不是 2026-01-31 08:00:00 这样的时间`)
  const [year, month, day, hour = 0, minute = 0, second = 0] = parts.slice(1).map(part => Number(part ?? 0)) as [
    number,
    number,
    number,
  ]
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second) - BEIJING_MS)
  // What does not exist, as February 30 or 10:75, turns into another moment.
  if (!formatTime(at).startsWith(wire.replace('T', ' '))) throw new RangeError(`${wire} 不是存在的时间`)
  return at
}

export function formatTime(at: Date): string {
  const beijing = at.getTime() + BEIJING_MS
  const day = Math.floor(beijing / DAY_MS)
  const second = Math.floor((beijing - day * DAY_MS) / 1000)
  return `${dayText(day)} ${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** Rows of one list share their days, and a calendar is slow. */
const dayTexts = new Map<number, string>()

function dayText(day: number): string {
  const known = dayTexts.get(day)
  if (known) return known
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10)
  if (dayTexts.size > 2000) dayTexts.clear()
  dayTexts.set(day, text)
  return text
}

/** The day in Beijing, `2026-01-31`. */
export const dayOf = (at: Date): string => formatTime(at).slice(0, 10)
