import type { Compilable, CompiledQuery } from 'kysely'
import type { Db } from './database'

/** Stands for a value that is known when the query runs. */
class Slot {
  constructor(readonly name: string) {}
}

/** The place of a value, by its name. */
export type At<Args> = <Name extends keyof Args & string>(name: Name) => Args[Name]

/**
 * A query that runs all the time, built once for each database: building a wide select takes longer than SQLite needs to
 * answer it. `build` gets the values' places, not the values, so it must not look at them.
 */
export function prepared<Args extends object, Row>(
  build: (db: Db, at: At<Args>) => Compilable<Row>,
): (db: Db, args: Args) => Promise<Row[]> {
  const built = new WeakMap<object, CompiledQuery<Row>>()
  return async (db, args) => {
    const query = built.get(db) ?? build(db, name => new Slot(name) as never).compile()
    built.set(db, query)
    const parameters = query.parameters.map(value => (value instanceof Slot ? args[value.name as keyof Args] : value))
    return (await db.executeQuery<Row>({ ...query, parameters })).rows
  }
}
