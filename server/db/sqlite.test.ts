import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { sqliteDialect } from './sqlite'

const folder = mkdtempSync(join(tmpdir(), 'xiaopu-test-'))
const db = new Kysely<{ leaves: { id: number } }>({ dialect: sqliteDialect(join(folder, 'a.db'), { readOnly: false }) })

afterAll(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true, force: true })
})

it('answers as many rows as are asked for, whatever the same text was asked for before', async () => {
  await db.schema.createTable('leaves').addColumn('id', 'integer').execute()
  await db
    .insertInto('leaves')
    .values([{ id: 1 }, { id: 2 }, { id: 3 }])
    .execute()
  const first = (limit: number) => db.selectFrom('leaves').selectAll().orderBy('id').limit(limit).execute()
  expect(await first(1)).toEqual([{ id: 1 }])
  expect(await first(2)).toEqual([{ id: 1 }, { id: 2 }])
  expect(await first(1)).toEqual([{ id: 1 }])
})
