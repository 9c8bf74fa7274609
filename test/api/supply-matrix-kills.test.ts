/** `kill -9` at each step of a purchase, with twenty under way. `npm run matrix` prints the table. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fen } from '../../contract/money'
import { openDatabase } from '../../server/db/database'
import { migrate } from '../../server/db/migrate'
import { insertGoods } from '../../server/domains/goods/save'
import { createMerchant } from '../../server/domains/site/settings'
import { resumeSale } from '../../server/domains/supply/breaker'
import { book, userAccount } from '../../server/ledger/ledger'
import { makeKeys } from '../../simulators/keys'
import type { SimulatedPurchase } from '../../simulators/weilian/supplier'
import { clientOf } from '../support/client'
import { freshPlace } from '../support/database'
import { place } from '../support/orders'
import { settingsFor } from '../support/parties'
import { dataOf, type Person, signIn } from '../support/people'
import { builtPrograms, envOf, type Running, start } from '../support/programs'
import { freePort } from '../support/shop'
import { lookAlone, MARK, type MatrixRow, type Placed, tableOf, tally, wrongIn } from '../support/supply-matrix'

const home = await freshPlace()
const [port, simPort] = [await freePort(), await freePort()]
const [origin, base] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${simPort}/_sim`]
const keys = makeKeys()
const database = openDatabase(home)
const { db, transaction } = database
await migrate(database)
const merchantId = await transaction(tx => createMerchant(tx, 'demo', '小铺', new Date()))
const wxapi = clientOf(origin, 'demo', String(merchantId))
const env = envOf(home, { ...settingsFor(keys, base, origin), PORT: String(port), WEILIAN_TIMEOUT_MS: '3000' })
const supply = {
  type: 'weilian',
  goodsId: 'DdPjV10JJNdXv75n',
  kind: 0,
  fields: [{ key: MARK, label: MARK, placeholder: '', required: true }],
}
const draft = { name: '视频会员月卡', skus: [{ values: [], priceFen: fen(1500), stock: 1000 }], supply }
const goodsId = await transaction(tx => insertGoods(tx, merchantId, draft, new Date()))
const rows: MatrixRow[] = []
const AT_ONCE = 20
let simulators: Running
let server: Running

const open = () => start('server', env, 'the shop is open')

beforeAll(async () => {
  await builtPrograms()
  const file = join(home.dataDir, 'simulator-keys.json')
  writeFileSync(file, JSON.stringify(keys))
  simulators = await start('simulators', { ...env, PORT: String(simPort), SIMULATOR_KEYS: file }, '/_sim')
  await sim('/weilian/goods', { id: supply.goodsId, stock: 100_000 })
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
  if (rows.length) console.log(tableOf(`kill -9, ${process.env.DATABASE_URL ? 'PostgreSQL' : 'SQLite'}`, rows))
})

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

/** Two buyers with ten lines each, paid from their balances. */
async function orders(scene: string): Promise<Placed[]> {
  const buyers = [await signIn(wxapiOnly, `ann ${scene}`), await signIn(wxapiOnly, `ben ${scene}`)]
  return Promise.all(
    buyers.map(async buyer => {
      await fill(buyer)
      const lines = Array.from({ length: AT_ONCE / 2 }, () => {
        marks += 1
        return { goodsId, number: 1, fields: { [MARK]: `k${marks}` } }
      })
      const { id } = await place(wxapiOnly, buyer, lines)
      return { buyer, orderId: id }
    }),
  )
}
const wxapiOnly = { wxapi }

const fill = ({ uid }: Person) =>
  transaction(tx =>
    book(tx, merchantId, new Date(), [
      {
        key: `fill:${uid}`,
        kind: 'correction',
        about: 'test',
        ref: '',
        entries: [
          { account: userAccount(uid), unit: 'CNY', amount: 100_000 },
          { account: 'shop:correction', unit: 'CNY', amount: -100_000 },
        ],
      },
    ]),
  )

const pay = ({ buyer, orderId }: Placed) => dataOf(wxapi.orderPay(buyer.token, String(orderId)))
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

it.each(Object.entries(steps))(
  '%s',
  async (scene, isThere) => {
    const before = (await sold()).length
    const placed = await orders(scene)
    const fault = faults[scene]
    if (fault) await arm(...fault)
    await Promise.all(placed.map(pay))
    await isThere(before)
    server.kill('SIGKILL')
    await server.ended
    await sim('/weilian/faults/clear', {})
    // A minute passes, as far as the jobs of the dead server are concerned.
    await transaction(tx => tx.updateTable('jobs').set({ lease_until: 0 }).where('state', '=', 'running').execute())
    server = await open()
    await until(async () => {
      await transaction(tx => resumeSale(tx, 'weilian', new Date()))
      return (await countIn('planned', 'sending')) === 0
    }, 'every purchase to come to an end')
    const row = await tally(scene, { look: lookAlone(wxapi, { db, merchantId }), sold: await sold() }, placed)
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
