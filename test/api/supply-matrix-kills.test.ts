/** `kill -9` at each step of a purchase, with twenty under way, alone and beside a hosted service. `npm run matrix` prints the tables. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fen } from '../../contract/money'
import { openDatabase } from '../../server/db/database'
import { migrate } from '../../server/db/migrate'
import { insertGoods } from '../../server/domains/goods/save'
import { createMerchant } from '../../server/domains/site/settings'
import { resumeSale } from '../../server/domains/supply/breaker'
import { saveLink } from '../../server/domains/supply/upstream/links'
import { book, userAccount } from '../../server/ledger/ledger'
import { makeKeys } from '../../simulators/keys'
import type { SimulatedPurchase } from '../../simulators/weilian/supplier'
import { clientOf } from '../support/client'
import { freshPlace } from '../support/database'
import { createGoods } from '../support/goods'
import { place } from '../support/orders'
import { settingsFor } from '../support/parties'
import { dataOf, giveBalance, type Person, signIn } from '../support/people'
import { builtPrograms, envOf, type Running, start } from '../support/programs'
import { createShop, freePort } from '../support/shop'
import {
  lookAlone,
  lookBeside,
  MARK,
  type MatrixRow,
  type Placed,
  tableOf,
  tally,
  wrongIn,
} from '../support/supply-matrix'
import { supplyOf } from '../support/upstream'

const AT_ONCE = 20
const CARD = 'DdPjV10JJNdXv75n'
const fields = [{ key: MARK, label: MARK, placeholder: '', required: true }]

describe.each(['alone', 'beside a hosted service'] as const)('%s', async mode => {
  const hosted = mode === 'alone' ? undefined : await createShop()
  const home = await freshPlace()
  const [port, simPort] = [await freePort(), await freePort()]
  const [origin, base] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${simPort}/_sim`]
  const keys = makeKeys()
  const database = openDatabase(home)
  const { db, transaction } = database
  await migrate(database)
  const merchantId = await transaction(tx => createMerchant(tx, 'demo', '小铺', new Date()))
  const wxapi = hosted?.wxapi ?? clientOf(origin, 'demo', String(merchantId))
  const env = envOf(home, {
    ...settingsFor(keys, base, origin),
    PORT: String(port),
    WEILIAN_TIMEOUT_MS: '3000',
    UPSTREAM_WXAPI: hosted && `${hosted.origin}/demo`,
  })
  const goodsId = await cardOnSale()
  const look = hosted ? lookBeside(hosted.wxapi, { origin }, { db, merchantId }) : lookAlone(wxapi, { db, merchantId })
  const rows: MatrixRow[] = []
  let simulators: Running
  let server: Running

  const open = () => start('server', env, 'the shop is open')

  beforeAll(async () => {
    await builtPrograms()
    const file = join(home.dataDir, 'simulator-keys.json')
    writeFileSync(file, JSON.stringify(keys))
    simulators = await start(
      'simulators',
      { ...env, UPSTREAM_WXAPI: undefined, PORT: String(simPort), SIMULATOR_KEYS: file },
      '/_sim',
    )
    await sim('/weilian/goods', { id: CARD, stock: 100_000 })
    await sim('/weilian/balance', { balance: 1_000_000 })
    server = await open()
  }, 60_000)

  afterAll(async () => {
    for (const program of [server, simulators]) {
      program.kill('SIGKILL')
      await program.ended
    }
    await database.close()
    await home.remove()
    if (rows.length)
      console.log(tableOf(`kill -9, ${mode}, ${process.env.DATABASE_URL ? 'PostgreSQL' : 'SQLite'}`, rows))
  })

  async function cardOnSale(): Promise<number> {
    if (hosted) {
      const id = await createGoods(hosted, { priceFen: 1500, stock: 1000 })
      const link = { goodsId: String(id), choice: '', supplier: 'weilian', supplierGoodsId: CARD, kind: 0, title: '' }
      await transaction(tx => saveLink(tx, merchantId, { ...link, fields: [MARK] }, new Date()))
      return id
    }
    const supply = { type: 'weilian', goodsId: CARD, kind: 0, fields }
    const draft = { name: '视频会员月卡', skus: [{ values: [], priceFen: fen(1500), stock: 1000 }], supply }
    return transaction(tx => insertGoods(tx, merchantId, draft, new Date()))
  }

  async function sim(path: string, body?: object) {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    return (await fetch(`${base}${path}`, body && post)).json() as Promise<unknown>
  }
  const sold = async () => (await sim('/weilian/purchases')) as SimulatedPurchase[]

  async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
    for (let tries = 0; tries < 1200; tries++) {
      if (await isSo()) return
      await wait(25)
    }
    throw new Error(`waited in vain: ${what}`)
  }

  async function countIn(...states: string[]): Promise<number> {
    const { count } = await db
      .selectFrom('supply_purchases')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('merchant_id', '=', merchantId)
      .where('state', 'in', states)
      .executeTakeFirstOrThrow()
    return Number(count)
  }

  let marks = 0
  const nextMark = () => {
    marks += 1
    return `k${marks}`
  }

  /** Two buyers with ten purchases each: ten lines of an order, or ten orders where what is told belongs to the order. */
  async function orders(scene: string): Promise<Placed[]> {
    const buyers = [await signIn({ wxapi }, `ann ${scene}`), await signIn({ wxapi }, `ben ${scene}`)]
    const placed = await Promise.all(
      buyers.map(async buyer => {
        await fill(buyer)
        const each = Array.from({ length: AT_ONCE / 2 }, nextMark)
        if (!hosted) {
          const lines = each.map(mark => ({ goodsId, number: 1, fields: { [MARK]: mark } }))
          return [{ buyer, orderId: (await place({ wxapi }, buyer, lines)).id }]
        }
        const own: Placed[] = []
        for (const mark of each) {
          const { id } = await place({ wxapi }, buyer, goodsId, { extJsonStr: { [MARK]: mark } })
          own.push({ buyer, orderId: id })
        }
        return own
      }),
    )
    return placed.flat()
  }

  const fill = (person: Person) =>
    hosted
      ? giveBalance(hosted, person, 100_000)
      : transaction(tx =>
          book(tx, merchantId, new Date(), [
            {
              key: `fill:${person.uid}`,
              kind: 'correction',
              about: 'test',
              ref: '',
              entries: [
                { account: userAccount(person.uid), unit: 'CNY', amount: 100_000 },
                { account: 'shop:correction', unit: 'CNY', amount: -100_000 },
              ],
            },
          ]),
        )

  /** Pays; the page that follows asks the proxy, which may be killed while it answers. */
  async function pay({ buyer, orderId }: Placed): Promise<void> {
    await dataOf(wxapi.orderPay(buyer.token, String(orderId)))
    if (hosted) await ask({ buyer, orderId })
  }
  const ask = ({ buyer, orderId }: Placed) => supplyOf({ origin }, buyer, orderId).catch(() => undefined)

  const arm = (action: string, fault: string, delayMs: number) =>
    sim('/weilian/faults', { action, fault, times: AT_ONCE, delayMs })

  /** As long as it lasts, nothing that was bought can be written down. */
  async function withCodesLocked(work: () => Promise<unknown>): Promise<void> {
    await transaction(async tx => {
      if (process.env.DATABASE_URL) await sql`lock table card_codes in access exclusive mode`.execute(tx)
      else await tx.updateTable('merchants').set({ name: '小铺' }).where('id', '=', merchantId).execute()
      await work()
    })
  }

  const steps: Record<string, (before: number) => Promise<unknown>> = {
    ...(hosted && {
      'some asked for, others not yet written down': () =>
        until(async () => (await countIn('planned', 'sending', 'bought')) > before.all + 3, 'purchases to be planned'),
    }),
    'before anything is sent': async () => {
      await until(async () => (await countIn('planned')) >= AT_ONCE, 'purchases to be planned')
      await wait(300)
    },
    'written down as sending, not sold yet': () => until(async () => (await countIn('sending')) > 5, 'calls to leave'),
    'sold, the answer still over there': before => until(async () => (await sold()).length > before + 5, 'sales'),
    'answered, and not written down': async before => {
      await until(async () => (await sold()).length > before + 5, 'sales')
      await withCodesLocked(async () => {
        await wait(1200)
        server.kill('SIGKILL')
        await server.ended
      })
    },
    'some written down, others under way': before => until(async () => (await sold()).length > before + 3, 'sales'),
  }
  const faults: Record<string, [string, string, number]> = {
    'before anything is sent': ['getmultiplegoods', 'delayAfterCommit', 2500],
    'written down as sending, not sold yet': ['buygoods', 'delayBeforeCommit', 2000],
    'sold, the answer still over there': ['buygoods', 'delayAfterCommit', 2500],
    'answered, and not written down': ['buygoods', 'delayAfterCommit', 500],
  }
  const before = { all: 0 }

  it.each(Object.entries(steps))(
    '%s',
    async (scene, isThere) => {
      const soldBefore = (await sold()).length
      before.all = await countIn('planned', 'sending', 'bought')
      const placed = await orders(scene)
      const fault = faults[scene]
      if (fault) await arm(...fault)
      const paying = Promise.all(placed.map(pay))
      if (scene !== 'some asked for, others not yet written down') await paying
      await isThere(soldBefore)
      server.kill('SIGKILL')
      await server.ended
      await paying
      await sim('/weilian/faults/clear', {})
      // A minute passes, as far as the jobs of the dead server are concerned.
      await transaction(tx => tx.updateTable('jobs').set({ lease_until: 0 }).where('state', '=', 'running').execute())
      server = await open()
      // The pages that wait look again, several at once.
      if (hosted) await Promise.all([...placed, ...placed].map(ask))
      await until(async () => {
        await transaction(tx => resumeSale(tx, 'weilian', new Date()))
        return (await countIn('planned', 'sending')) === 0
      }, 'every purchase to come to an end')
      const row = await tally(scene, { look, sold: await sold() }, placed)
      rows.push(row)
      expect(wrongIn(row)).toEqual({})
      expect(row.purchases).toBe(AT_ONCE)
      await transaction(tx =>
        tx
          .updateTable('supply_purchases')
          .set({ state: 'incomplete' })
          .where('merchant_id', '=', merchantId)
          .where('state', '=', 'unknown')
          .execute(),
      )
      await transaction(tx => resumeSale(tx, 'weilian', new Date()))
    },
    60_000,
  )

  it('the account is even after all of it: nothing is under way', async () => {
    const account = await db
      .selectFrom('supply_accounts')
      .select('in_flight')
      .where('merchant_id', '=', merchantId)
      .executeTakeFirstOrThrow()
    expect(account.in_flight).toBe(0)
  })
})
