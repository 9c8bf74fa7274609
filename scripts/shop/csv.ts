/** CSV as spreadsheets write it: UTF-8 or GBK, with a row of column names. */
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { CommandError } from './context'

export interface CsvRow {
  record: Record<string, string>
  line: number
}

/** Refuses a file that is not there or no CSV, and one without a column that is needed; a column may have several names. */
export function readCsv(file: string, needed: ReadonlyArray<readonly string[]>): CsvRow[] {
  if (!existsSync(file)) throw new CommandError(`文件不存在 / no such file: ${file}`)
  const text = decoded(readFileSync(file))
  let rows: { record: Record<string, string>; info: { lines: number } }[]
  try {
    rows = parse(text, {
      columns: true,
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: false,
    })
  } catch (error) {
    throw new CommandError(`不是有效的 CSV / not a CSV file: ${error instanceof Error ? error.message : error}`)
  }
  const header = Object.keys(rows[0]?.record ?? {})
  for (const names of needed) {
    if (rows.length && !names.some(name => header.includes(name)))
      throw new CommandError(`缺少「${names[0]}」列 / the column ${names[1]} is missing`)
  }
  return rows.map(({ record, info }) => ({ record, line: info.lines }))
}

/** Spreadsheets in China often write GBK. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gbk').decode(bytes)
  }
}

/** A row's field under whichever of its names the file has. */
export const fieldOf = ({ record }: CsvRow, names: readonly string[]): string | undefined =>
  names.map(name => record[name]).find(Boolean)
