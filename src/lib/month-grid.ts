/** A month as a calendar shows it: weeks from Monday, nothing where another month's days would be. Pure. */
export function monthGrid(year: number, month: number): Array<Array<string | undefined>> {
  const first = new Date(Date.UTC(year, month - 1, 1))
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const before = (first.getUTCDay() + 6) % 7
  const cells = [
    ...Array.from({ length: before }, () => undefined),
    ...Array.from({ length: days }, (_, i) => `${year}-${two(month)}-${two(i + 1)}`),
  ]
  const weeks = Math.ceil(cells.length / 7)
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (_, day) => cells[week * 7 + day]))
}

/** The month so many away: `2026-01` and -1 is `2025-12`. */
export function monthBeside(year: number, month: number, by: number): { year: number; month: number } {
  const at = new Date(Date.UTC(year, month - 1 + by, 1))
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1 }
}

const two = (number: number): string => String(number).padStart(2, '0')
