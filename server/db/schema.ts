/** What migrations build tables with. Where the two databases differ in making tables, it is in here. */
import { type CreateTableBuilder, type Kysely, type SchemaModule, sql } from 'kysely'
import type { Dialect } from './database'

export interface Schema {
  schema: SchemaModule
  /** Rows of a shop with a number of their own: the keys `merchant_id, id`. */
  ownTable(name: string): CreateTableBuilder<string, 'merchant_id' | 'id'>
  /** Rows of a shop that are known by something else; the caller adds the primary key. */
  shopTable(name: string): CreateTableBuilder<string, 'merchant_id'>
  /** `unique` with any number of nulls; the shop comes first of itself. */
  uniqueIndex(table: string, ...columns: string[]): Promise<void>
  index(table: string, ...columns: string[]): Promise<void>
  /** Of rows with the same value in a shop all but the first are marked `is_hidden` and get a value of their own. */
  hideTwins(table: string, column: string): Promise<void>
  /** Fills a new column of rows that are there already with another. */
  copy(table: string, from: string, to: string): Promise<void>
  /** Columns of the rows of one table, where `positive` is above zero, into another. */
  pour(from: string, into: string, columns: string[], positive: string): Promise<void>
}

/** Whole numbers of 64 bits: ids, fen, milliseconds, flags. SQLite gives every `…int` the same affinity. */
export const int = 'bigint'

export function schemaOf(db: Kysely<unknown>, dialect: Dialect): Schema {
  /** A column may be followed by ` desc`. */
  const make = (table: string, columns: string[], unique: boolean) => {
    const name = `${table}_${columns.join('_').replaceAll(' desc', '')}`.slice(0, 60)
    const index = db.schema
      .createIndex(name)
      .on(table)
      .columns(['merchant_id', ...columns])
    return (unique ? index.unique() : index).execute()
  }
  const shopTable = (name: string) =>
    db.schema.createTable(name).addColumn('merchant_id', int, column => column.notNull().references('merchants.id'))
  return {
    schema: db.schema,
    shopTable,
    ownTable: name =>
      dialect === 'sqlite'
        ? shopTable(name)
            .addColumn('id', 'integer', column => column.primaryKey().autoIncrement())
            .addUniqueConstraint(`${name}_pk`, ['merchant_id', 'id'])
        : shopTable(name)
            .addColumn('id', int, column => column.generatedByDefaultAsIdentity())
            .addPrimaryKeyConstraint(`${name}_pk`, ['merchant_id', 'id']),
    uniqueIndex: (table, ...columns) => make(table, columns, true),
    index: (table, ...columns) => make(table, columns, false),
    async hideTwins(table, column) {
      const twin = sql`exists (select 1 from ${sql.table(table)} earlier where earlier.merchant_id = ${sql.ref(`${table}.merchant_id`)}
        and earlier.${sql.ref(column)} = ${sql.ref(`${table}.${column}`)} and earlier.id < ${sql.ref(`${table}.id`)})`
      await sql`update ${sql.table(table)} set is_hidden = 1, ${sql.ref(column)} = ${sql.ref(column)} || ' ' || id where ${twin}`.execute(
        db,
      )
    },
    async copy(table, from, to) {
      await sql`update ${sql.table(table)} set ${sql.ref(to)} = ${sql.ref(from)}`.execute(db)
    },
    async pour(from, into, columns, positive) {
      const list = sql.join(['merchant_id', ...columns].map(column => sql.ref(column)))
      await sql`insert into ${sql.table(into)} (${list}) select ${list} from ${sql.table(from)} where ${sql.ref(positive)} > 0`.execute(
        db,
      )
    },
  }
}

/** `id` for the few tables that belong to no shop. */
export const freeId = (dialect: Dialect) => (table: CreateTableBuilder<string, never>) =>
  dialect === 'sqlite'
    ? table.addColumn('id', 'integer', column => column.primaryKey().autoIncrement())
    : table.addColumn('id', int, column => column.primaryKey().generatedByDefaultAsIdentity())

export const zero = sql`0`
export const nothing = sql`''`
