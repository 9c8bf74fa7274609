/** A database of its own for each test file: SQLite, or PostgreSQL where `DATABASE_URL` offers one. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

export interface Place {
  dataDir: string
  databaseUrl: string | undefined
  remove(): Promise<void>
}

export async function freshPlace(): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), 'xiaopu-test-'))
  const offered = process.env.DATABASE_URL
  const database = offered ? await freshDatabase(offered) : undefined
  return {
    dataDir,
    databaseUrl: database?.url,
    async remove() {
      rmSync(dataDir, { recursive: true, force: true })
      await database?.drop()
    },
  }
}

async function freshDatabase(offered: string) {
  const name = `xiaopu_test_${randomBytes(6).toString('hex')}`
  await administer(offered, `create database ${name}`)
  const url = new URL(offered)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => administer(offered, `drop database if exists ${name} with (force)`) }
}

/** Creating databases at the same moment, PostgreSQL turns one away; it may come again. */
async function administer(url: string, sql: string, triesLeft = 20): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } catch (error) {
    if (triesLeft === 0 || (error as { code?: string }).code !== '55006') throw error
    await new Promise(resolve => setTimeout(resolve, 100))
    await administer(url, sql, triesLeft - 1)
  } finally {
    await client.end()
  }
}
