/** Rows of a list in the order they have, under the day of each. */
import { dayName } from './dates'

export interface DayGroup<Row> {
  day: string
  rows: Row[]
}

/** `at` is a time of the server. */
export function byDay<Row extends { at: string }>(rows: readonly Row[], now = new Date()): DayGroup<Row>[] {
  const groups: DayGroup<Row>[] = []
  for (const row of rows) {
    const day = dayName(row.at, now)
    const last = groups.at(-1)
    if (last?.day === day) last.rows.push(row)
    else groups.push({ day, rows: [row] })
  }
  return groups
}
