/** A server as a process, that a test can kill -9 and start again, with its database at hand. */
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach } from 'vitest'
import { fen } from '../../contract/money'
import { type Database, openDatabase } from '../../server/db/database'
import { migrate } from '../../server/db/migrate'
import { insertGoods } from '../../server/domains/goods/save'
import { createMerchant } from '../../server/domains/site/settings'
import { clientOf, type Wxapi } from './client'
import { freshPlace } from './database'
import { expectBalancedLedger, expectPaymentsBooked } from './ledger'
import { type Parties, startParties } from './parties'
import { builtPrograms, envOf, type Running, start } from './programs'
import { freePort, type Shop } from './shop'

const OPEN = 'the shop is open'

interface Killable {
  origin: string
  merchantId: number
  goodsId: number
  wxapi: Wxapi
  database: Database
  open(): Promise<void>
  /** Kills it as a power cut does; what its workers held is free for the next. */
  kill(): Promise<void>
  /** Waits for something to be so in the database. */
  until(isSo: () => Promise<boolean>, what: string): Promise<void>
  remove(): Promise<void>
}

/**
 * For a file of tests: a built server that runs, its parties, and `books`, what helpers need of a shop that is at hand. Its
 * books are looked at after each test.
 */
export async function startKillable() {
  await builtPrograms()
  const parties = await startParties()
  const shop = await killableShop(parties)
  await shop.open()
  const books = {
    app: { services: { ...shop.database, clock: { now: () => new Date() } } },
    merchantId: shop.merchantId,
  } as unknown as Shop
  afterAll(async () => {
    await shop.remove()
    await parties.close()
  })
  afterEach(async () => {
    await expectBalancedLedger(books)
    await expectPaymentsBooked(books)
  })
  const killAndOpen = async () => {
    await shop.kill()
    await shop.open()
  }
  return { parties, shop, books, killAndOpen }
}

/** Goods at ten yuan, and no server yet. */
async function killableShop(parties: Parties): Promise<Killable> {
  const home = await freshPlace()
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const database = openDatabase(home)
  await migrate(database)
  const now = new Date()
  const merchantId = await database.transaction(tx => createMerchant(tx, 'demo', '小铺', now))
  const draft = { name: '毛巾', skus: [{ values: [], priceFen: fen(1000), stock: 1000 }], afterSale: '0' }
  const goodsId = await database.transaction(tx => insertGoods(tx, merchantId, draft, now))
  const env = envOf(home, { ...parties.settings(origin), PORT: String(port) })
  let server: Running | undefined

  const kill = async () => {
    server?.kill('SIGKILL')
    await server?.ended
    server = undefined
    await database.transaction(tx =>
      tx
        .updateTable('jobs')
        .set({ lease_until: 0, run_at: 0 })
        .where('kind', 'in', ['payRefund', 'sendBack', 'moveTransfer'])
        .execute(),
    )
  }

  return {
    origin,
    merchantId,
    goodsId,
    wxapi: clientOf(origin, 'demo', String(merchantId)),
    database,
    async open() {
      server = await start('server', env, OPEN)
    },
    kill,
    async until(isSo, what) {
      for (let tries = 0; tries < 600; tries++) {
        if (await isSo()) return
        await wait(25)
      }
      throw new Error(`waited in vain: ${what}`)
    },
    async remove() {
      await kill()
      await database.close()
      await home.remove()
    },
  }
}
