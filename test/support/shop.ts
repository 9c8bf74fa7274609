/** A whole server with a shop in it, over HTTP, with simulated parties and a database of its own. */
import { createServer } from 'node:net'
import pino from 'pino'
import { afterAll } from 'vitest'
import { type App, createApp } from '../../server/app'
import { readConfig } from '../../server/config'
import { createMerchant } from '../../server/domains/site/settings'
import { clientOf, type Wxapi } from './client'
import { freshPlace } from './database'
import { crossesShops } from './guard'

export interface Shop {
  app: App
  origin: string
  merchantId: number
  subDomain: string
  wxapi: Wxapi
  /** A second shop on the same server. */
  anotherShop(subDomain: string): Promise<{ merchantId: number; subDomain: string; wxapi: Wxapi }>
  /** Speaks to the simulated parties: `sim('/clock', { advanceSeconds: 60 })`. */
  sim(path: string, body?: object): Promise<Record<string, never>>
  /** Moves the clock; what is due by then has run when this returns. */
  advance(seconds: number): Promise<void>
  /** Runs the jobs that are due now. */
  runJobs(): Promise<void>
  /** The statements that `work` causes, begin and commit included. */
  statementsOf(work: () => Promise<unknown>): Promise<string[]>
  /** What was logged so far, a line each. */
  logLines(): string[]
  now(): Date
}

export type Settings = Record<string, string>

/** Call it at the top of a test file; the shop closes when the file is done. Settings may need to know its address, and others its port. */
export async function createShop(
  given: Settings | ((origin: string) => Settings) = {},
  chosenPort?: number,
): Promise<Shop> {
  const place = await freshPlace()
  const statements: string[] = []
  const crossing: string[] = []
  const lines: string[] = []
  const port = chosenPort ?? (await freePort())
  const origin = `http://127.0.0.1:${port}`
  const settings = typeof given === 'function' ? given(origin) : given
  const config = readConfig({
    SIMULATORS: 'on',
    PORT: String(port),
    DATA_DIR: place.dataDir,
    DATABASE_URL: place.databaseUrl,
    REQUESTS_PER_ADDRESS: '1000000',
    REQUESTS_PER_TOKEN: '1000000',
    ...settings,
  })
  let isOpen = false
  const onStatement = (sql: string) => {
    if (!isOpen) return // migrations
    statements.push(sql)
    if (crossesShops(sql)) crossing.push(sql)
  }
  const app = await createApp({
    config,
    log: pino({ level: 'debug' }, { write: line => void lines.push(line) }),
    onStatement,
  })
  isOpen = true
  await app.server.listen({ port, host: '127.0.0.1' })
  const { transaction, clock } = app.services
  const open = async (subDomain: string) => {
    const merchantId = await transaction(tx => createMerchant(tx, subDomain, `${subDomain} 店`, clock.now()))
    return { merchantId, subDomain, wxapi: clientOf(origin, subDomain, String(merchantId)) }
  }
  const sim = async (path: string, body?: object) => {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const response = await fetch(`${origin}/_sim${path}`, body && post)
    if (!response.ok) throw new Error(`simulator ${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }

  afterAll(async () => {
    await app.close()
    await place.remove()
    if (crossing.length) throw new Error(`statements that do not name the shop:\n${[...new Set(crossing)].join('\n')}`)
  })

  return {
    ...(await open('demo')),
    app,
    origin,
    anotherShop: open,
    sim,
    async advance(seconds) {
      await sim('/clock', { advanceSeconds: seconds })
    },
    runJobs: () => app.worker.runDue(),
    async statementsOf(work) {
      const before = statements.length
      await work()
      return statements.slice(before)
    },
    logLines: () => lines,
    now: clock.now,
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
