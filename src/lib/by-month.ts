/** Rows of a list under the months that they are of, in the order they come. `wire`: Beijing time text. */
export function byMonth<Row extends { dateAdd: string }>(rows: readonly Row[]): Array<{ month: string; rows: Row[] }> {
  const groups: Array<{ month: string; rows: Row[] }> = []
  for (const row of rows) {
    const month = row.dateAdd.slice(0, 7)
    const last = groups[groups.length - 1]
    if (last?.month === month) last.rows.push(row)
    else groups.push({ month, rows: [row] })
  }
  return groups
}
