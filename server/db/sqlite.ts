/** The embedded database: SQLite through libsql, whose binaries come with npm. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  ValueNode,
} from 'kysely'
import Libsql from 'libsql'

/** A dialect on one connection to the file. A reader refuses to write, and never waits. */
export function sqliteDialect(path: string, { readOnly }: { readOnly: boolean }): Dialect {
  mkdirSync(dirname(path), { recursive: true })
  const file = openFile(path, readOnly)
  return {
    createDriver: () => new SqliteDriver(file, readOnly),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
  }
}

function openFile(path: string, readOnly: boolean): Libsql.Database {
  const file = new Libsql(path)
  file.exec('pragma busy_timeout = 5000')
  file.exec('pragma journal_mode = wal')
  // A commit that was answered must survive a power cut: money moves here.
  file.exec('pragma synchronous = full')
  file.exec('pragma foreign_keys = on')
  file.exec('pragma temp_store = memory')
  if (readOnly) file.exec('pragma query_only = on')
  return file
}

class SqliteDriver implements Driver {
  private readonly connection: SqliteConnection
  /** Who holds the one connection, and who waits for it, in order. Calls are synchronous, so readers need no turns. */
  private held: Promise<void> | undefined
  private release = () => {}

  constructor(
    private readonly file: Libsql.Database,
    private readonly readOnly: boolean,
  ) {
    this.connection = new SqliteConnection(file)
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.readOnly) return this.connection
    while (this.held) await this.held
    this.held = new Promise(resolve => {
      this.release = resolve
    })
    return this.connection
  }

  async releaseConnection(): Promise<void> {
    this.held = undefined
    this.release()
  }

  /** Takes the write lock at once: two transactions that read first and write later cannot block each other. */
  async beginTransaction(): Promise<void> {
    await this.connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  async commitTransaction(): Promise<void> {
    await this.connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(): Promise<void> {
    await this.connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async destroy(): Promise<void> {
    this.connection.forget()
    this.file.close()
  }
}

const STATEMENTS_KEPT = 300
/** From so many columns on, a list is quicker fetched as one JSON text than value by value. */
const WIDE = 10

/** Runs a prepared statement and answers its rows; changes are counted where it has none. */
type Run = (parameters: readonly unknown[]) => QueryResult<Record<string, unknown>>

/**
 * libsql frees prepared statements only with the garbage collector, so one a query grows memory by kilobytes a query. Kept
 * by their text they are bounded, and faster. Handing values over costs libsql more than finding them, so rows come in the
 * cheapest form there is for their number.
 */
class SqliteConnection implements DatabaseConnection {
  private readonly kept = new Map<string, Run>()

  constructor(private readonly file: Libsql.Database) {}

  /** The same text may ask for one row now and for a page next: `limit ?` does not say. */
  async executeQuery<Row>({ sql, parameters, query }: CompiledQuery): Promise<QueryResult<Row>> {
    const key = wantsOne(query) ? `one ${sql}` : sql
    const run = this.kept.get(key) ?? this.prepare(sql, query)
    this.kept.delete(key)
    this.kept.set(key, run)
    return run(parameters) as QueryResult<Row>
  }

  // biome-ignore lint/correctness/useYield: rows are few, nothing of ours streams
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('SQLite answers are not streamed')
  }

  forget(): void {
    this.kept.clear()
  }

  private prepare(sql: string, query: CompiledQuery['query']): Run {
    const oldest = this.kept.size >= STATEMENTS_KEPT ? this.kept.keys().next() : undefined
    if (oldest && !oldest.done) this.kept.delete(oldest.value)
    const statement = this.file.prepare(sql)
    if (!statement.reader) return parameters => changesOf(statement.run(parameters))
    const columns = statement.columns().map(({ name }) => name)
    const rowOf = (values: readonly unknown[]) => {
      const row: Record<string, unknown> = {}
      for (let i = 0; i < columns.length; i++) row[columns[i] as string] = values[i]
      return row
    }
    if (wantsOne(query)) {
      statement.raw(true)
      return parameters => {
        const values = statement.get(parameters) as unknown[] | undefined
        return { rows: values ? [rowOf(values)] : [] }
      }
    }
    if (SelectQueryNode.is(query) && columns.length >= WIDE && new Set(columns).size === columns.length) {
      const names = columns.map(name => `"${name}"`).join(', ')
      const whole = this.file.prepare(`select json_group_array(json_array(${names})) from (${sql})`).raw(true)
      return parameters => {
        const [text = '[]'] = whole.get(parameters) as string[]
        return { rows: (JSON.parse(text) as unknown[][]).map(rowOf) }
      }
    }
    statement.raw(true)
    return parameters => ({ rows: statement.all(parameters).map(values => rowOf(values as unknown[])) })
  }
}

const changesOf = ({ changes, lastInsertRowid }: Libsql.RunResult) => ({
  rows: [],
  numAffectedRows: BigInt(changes),
  insertId: BigInt(lastInsertRowid),
})

/** `limit 1`: asking libsql for a list costs twice as much as asking for a row. */
function wantsOne(query: CompiledQuery['query']): boolean {
  const limit = SelectQueryNode.is(query) ? query.limit?.limit : undefined
  return limit !== undefined && ValueNode.is(limit) && limit.value === 1
}
