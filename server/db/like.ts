import { type Expression, type SqlBool, sql } from 'kysely'

/**
 * Whether a column holds a text; `%` and `_` in the text stand for themselves. The case of Latin letters does not matter.
 * Of other letters SQLite knows no lower case, so the database itself lowers both sides: what is equal is found.
 */
export const containing = (column: string, text: string | undefined): Expression<SqlBool> =>
  like(column, patternFor(text ?? ''))

/** The same with a pattern that `patternFor` made. */
export const like = (column: string, pattern: string): Expression<SqlBool> =>
  sql<SqlBool>`lower(${sql.ref(column)}) like lower(${pattern}) escape '\\'`

export const patternFor = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`
