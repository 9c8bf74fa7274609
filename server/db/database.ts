/**
 * One door to either database. Reading and writing are different types: what only reads takes a `Db`, what writes or
 * locks takes a `Tx`, and only `transaction()` makes one.
 */
import { join } from 'node:path'
import { Kysely, type LogEvent } from 'kysely'
import { pendingOf, type Signal } from './hooks'
import { postgresDialect } from './postgres'
import { sqliteDialect } from './sqlite'
import type { Tables } from './tables'

export type Dialect = 'sqlite' | 'postgres'
export type Db = Pick<Kysely<Tables>, 'selectFrom' | 'selectNoFrom' | 'with' | 'fn' | 'executeQuery' | 'getExecutor'>
export type Tx = Kysely<Tables> & { readonly isTransaction: true }

export interface Database {
  readonly dialect: Dialect
  readonly db: Db
  /** Runs `work`; everything it wrote stays or nothing does. Repeats it when the database asks for that. */
  transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>
  /** Runs exactly one writing statement, which needs no transaction around it. */
  statement<Result>(write: (tx: Tx) => Promise<Result>): Promise<Result>
  /** Calls `listener` after each commit that signalled `what`. */
  listen(what: Signal, listener: () => void): void
  /** For migrations and tests. */
  readonly writer: Kysely<Tables>
  close(): Promise<void>
}

export interface DatabaseOptions {
  dataDir: string
  databaseUrl?: string | undefined
  /** Sees every statement, begin and commit included. */
  onStatement?: (sql: string) => void
}

export function openDatabase({ dataDir, databaseUrl, onStatement }: DatabaseOptions): Database {
  const log = onStatement && ((event: LogEvent) => onStatement(event.query.sql))
  const options = log ? { log } : {}
  const path = join(dataDir, 'xiaopu.db')
  const dialect: Dialect = databaseUrl ? 'postgres' : 'sqlite'
  const writer = new Kysely<Tables>({
    ...options,
    dialect: databaseUrl ? postgresDialect(databaseUrl) : sqliteDialect(path, { readOnly: false }),
  })
  // SQLite has one writer; a second connection lets reads go on beside it.
  const reader = databaseUrl
    ? writer
    : new Kysely<Tables>({ ...options, dialect: sqliteDialect(path, { readOnly: true }) })
  const listeners = new Map<Signal, () => void>()
  return {
    dialect,
    db: reader,
    writer,
    listen: (what, listener) => void listeners.set(what, listener),
    transaction: work =>
      repeated(async () => {
        const { result, signals } = await inTransaction(writer, work)
        for (const what of signals) listeners.get(what)?.()
        return result
      }),
    statement: write => repeated(() => write(writer as unknown as Tx)),
    async close() {
      if (reader !== writer) await reader.destroy()
      await writer.destroy()
    },
  }
}

const inTransaction = <Result>(writer: Kysely<Tables>, work: (tx: Tx) => Promise<Result>) =>
  writer.transaction().execute(async transaction => {
    const tx = transaction as unknown as Tx
    const result = await work(tx)
    const { hooks, signals } = pendingOf(tx)
    for (const hook of hooks.values()) await hook()
    return { result, signals }
  })

const ATTEMPTS = 4

/** Deadlocks and lock time-outs undo the whole transaction, so doing it again is safe. */
async function repeated<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (tries === ATTEMPTS || !isPassing(error)) throw error
      await new Promise(resolve => setTimeout(resolve, 10 * tries + Math.random() * 20))
    }
  }
}

/** Thrown inside a transaction that lost a race: the whole of it is done again and sees what the winner wrote. */
export class LostRace extends Error {
  readonly code = 'LOST_RACE'
}

const PASSING = new Set(['LOST_RACE', '40001', '40P01', '55P03', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT'])
const isPassing = (error: unknown) => PASSING.has(codeOf(error))

/** Whether a write failed because a unique column holds the value already. */
export const isUniqueViolation = (error: unknown): boolean =>
  codeOf(error) === '23505' ||
  codeOf(error) === 'SQLITE_CONSTRAINT_UNIQUE' ||
  codeOf(error) === 'SQLITE_CONSTRAINT_PRIMARYKEY'

const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? '')
