/** How much score there was at the end of each day, from what moved in them. */

interface Moved {
  /** Beijing time. */
  dateAdd: string
  /** 0 in, 1 out. */
  behavior: number
  score: number
  /** What there was afterwards. */
  scoreLeft: number
}

/**
 * `rows` are the newest first. `isCut`: there are older ones within these days, so that nobody knows what was before them.
 * Nothing moved is nothing to show.
 */
export function scoreByDay(
  days: readonly string[],
  rows: readonly Moved[],
  isCut: boolean,
): Array<{ day: string; score: number }> {
  const oldest = rows.at(-1)
  if (!oldest) return []
  const before = oldest.scoreLeft + (oldest.behavior === 0 ? -oldest.score : oldest.score)
  const known = isCut ? days.filter(day => day >= oldest.dateAdd.slice(0, 10)) : days
  return known.map(day => ({
    day,
    score: rows.find(({ dateAdd }) => dateAdd.slice(0, 10) <= day)?.scoreLeft ?? before,
  }))
}
