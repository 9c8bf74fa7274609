import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../server/db/database'
import { migrate } from '../../server/db/migrate'
import { reportHealth } from '../../server/http/health'
import { createShop } from '../support/shop'
import { call } from '../support/wire'

const shop = await createShop()

describe('/healthz', () => {
  it('says that the process lives', async () => {
    expect(await call(shop, '/healthz')).toMatchObject({ status: 200, text: '{"status":"ok"}' })
  })
})

describe('/readyz', () => {
  it('says that the database answers', async () => {
    expect(await call(shop, '/readyz')).toMatchObject({ status: 200, text: '{"status":"ready"}' })
  })

  it('answers 503 while the server stops and when the database is gone, and /healthz goes on', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'xiaopu-test-'))
    const database = openDatabase({ dataDir })
    await migrate(database)
    let isStopping = false
    const server = Fastify()
    reportHealth(server, database.db, () => isStopping)
    const statusOf = async (url: string) => (await server.inject(url)).statusCode

    expect(await statusOf('/readyz')).toBe(200)
    isStopping = true
    expect(await statusOf('/readyz')).toBe(503)
    isStopping = false
    await database.close()
    expect(await statusOf('/readyz')).toBe(503)
    expect(await statusOf('/healthz')).toBe(200)
    rmSync(dataDir, { recursive: true })
  })
})
