/** Every fault of the supplier, twenty purchases at a time, alone and beside a hosted service. `npm run matrix` prints the tables. */
import { afterAll, describe, expect, it } from 'vitest'
import { createGoods } from '../support/goods'
import { expectBalancedLedger } from '../support/ledger'
import { place } from '../support/orders'
import { dataOf, giveBalance, type Person, signIn } from '../support/people'
import { createShop, type Shop } from '../support/shop'
import { arm, createCard, purchases, resume, supplierGoods } from '../support/supply'
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
import { createBeside, link, supplyOf } from '../support/upstream'

const settings = { WEILIAN_TIMEOUT_MS: '2000' }
const BUYERS = 4
const LINES = 10

const scenes: [scene: string, fault: string | undefined, action?: string][] = [
  ['ordinary', undefined],
  ...['delayBeforeCommit', 'delayAfterCommit', 'reset', 'html', 'error500', 'redirect'].map(plain),
  ...['code40000', 'code40001', 'code40002', 'code40003', 'code40004', 'code40005'].map(plain),
  ...['code40006', 'code40007', 'code40008', 'code40009', 'code40009Sold'].map(plain),
  ...['duplicateCode', 'shortGoodsInfo', 'priceDrift', 'stockDrift'].map(plain),
  ...['nested', 'infoString', 'strings'].map(plain),
  ['no look: html', 'html', 'getmultiplegoods'],
  ['orders hidden, reset', 'reset+hiddenOrders'],
]
function plain(fault: string): [string, string] {
  return [fault, fault]
}

let marks = 0
const nextMark = () => {
  marks += 1
  return `m${marks}`
}
const fields = [{ key: MARK, label: MARK, placeholder: '', required: true }]

interface Scenery {
  /** Where orders are placed, and where they are bought for. */
  shop: Shop
  buyer: Shop
  card(supplierId: string): Promise<number>
  /** Ten purchases, paid for and planned. */
  order(who: Person, goodsId: number): Promise<Placed[]>
  /** What the pages do that wait. */
  lookAgain(placed: readonly Placed[]): Promise<unknown>
  look: ReturnType<typeof lookAlone>
}

const pay = ({ wxapi }: Shop, { buyer, orderId }: Placed) => dataOf(wxapi.orderPay(buyer.token, String(orderId)))

async function alone(): Promise<Scenery> {
  const shop = await createShop(settings)
  const { db } = shop.app.services
  return {
    shop,
    buyer: shop,
    card: goodsId => createCard(shop, { supply: { type: 'weilian', goodsId, kind: 0, fields }, stock: 1000 }),
    async order(buyer, goodsId) {
      const line = () => ({ goodsId, number: 1 + (marks % 2), fields: { [MARK]: nextMark() } })
      const { id } = await place(shop, buyer, Array.from({ length: LINES }, line))
      const placed = { buyer, orderId: id }
      await pay(shop, placed)
      return [placed]
    },
    lookAgain: async () => {},
    look: lookAlone(shop.wxapi, { db, merchantId: shop.merchantId }),
  }
}

async function beside(): Promise<Scenery> {
  const { hosted, proxy } = await createBeside(settings)
  const { db } = proxy.app.services
  const ask = (placed: readonly Placed[]) => Promise.all(placed.map(one => supplyOf(proxy, one.buyer, one.orderId)))
  return {
    shop: hosted,
    buyer: proxy,
    async card(supplierId) {
      const goodsId = await createGoods(hosted, { stock: 1000 })
      await link(proxy, goodsId, supplierId, { fields: [MARK] })
      return goodsId
    },
    async order(buyer, goodsId) {
      const placed: Placed[] = []
      for (let i = 0; i < LINES; i++) {
        const line = { goodsId, number: 1 + (marks % 2) }
        const { id } = await place(hosted, buyer, [line], { extJsonStr: { [MARK]: nextMark() } })
        placed.push({ buyer, orderId: id })
      }
      for (const one of placed) await pay(hosted, one)
      // Each page asks twice at once: what is bought is bought once.
      await ask([...placed, ...placed])
      return placed
    },
    lookAgain: ask,
    look: lookBeside(hosted.wxapi, proxy, { db, merchantId: proxy.merchantId }),
  }
}

describe.each([
  ['alone', alone],
  ['beside a hosted service', beside],
] as const)('%s', async (mode, open) => {
  const { shop, buyer, card, order, look, lookAgain } = await open()
  const { app, merchantId, runJobs, advance } = buyer
  const { db } = app.services
  const rows: MatrixRow[] = []

  const isWaiting = async () => {
    const waiting = db.selectFrom('supply_purchases').select('id').where('merchant_id', '=', merchantId)
    return (await waiting.where('state', 'in', ['planned', 'sending']).limit(1).execute()).length > 0
  }

  const people = await Promise.all(Array.from({ length: BUYERS }, (_, i) => signIn(shop, `buyer ${i}`)))
  for (const person of people) await giveBalance(shop, person, 100_000_00)
  await buyer.sim('/weilian/balance', { balance: 1_000_000 })

  it.each(scenes)(
    '%s',
    async (scene, fault, action = 'buygoods') => {
      const goodsId = await card(await supplierGoods(buyer, { stock: 1000 }))
      const placed = (await Promise.all(people.map(person => order(person, goodsId)))).flat()
      for (const one of fault?.split('+') ?? [])
        await arm(buyer, one === 'hiddenOrders' ? 'getorder' : action, one, { times: 9, delayMs: 4000 })
      for (let round = 0; round < 40; round++) {
        await runJobs()
        if (!(await isWaiting())) break
        await advance(30)
        await lookAgain(placed)
        await resume(buyer)
      }
      await buyer.sim('/weilian/faults/clear', {})
      // Long enough for the supplier's orders to be looked at, and for buyers to look again.
      await advance(700)
      const row = await tally(scene, { look, sold: await purchases(buyer) }, placed)
      rows.push(row)
      expect(wrongIn(row)).toEqual({})
      expect(row.purchases).toBe(BUYERS * LINES)
      await resume(buyer)
    },
    90_000,
  )

  it('more than a thousand purchases leave balanced books behind, and every fen that the supplier took is known', async () => {
    expect(rows.reduce((sum, { purchases: count }) => sum + count, 0)).toBeGreaterThanOrEqual(1000)
    await expectBalancedLedger(shop)
    await expectBalancedLedger(buyer)
    const [person] = people
    if (person) await order(person, await card(await supplierGoods(buyer)))
    await runJobs()
    const account = await db
      .selectFrom('supply_accounts')
      .selectAll()
      .where('merchant_id', '=', merchantId)
      .executeTakeFirstOrThrow()
    const entries = await db
      .selectFrom('supply_entries')
      .select('amount_fen')
      .where('merchant_id', '=', merchantId)
      .execute()
    const spent = (await purchases(buyer)).reduce((sum, { priceFen }) => sum + priceFen, 0)
    expect(account.in_flight).toBe(0)
    expect(account.balance_fen).toBe(100_000_000 - spent)
    expect(entries.reduce((sum, { amount_fen }) => sum + amount_fen, 0)).toBe(account.balance_fen)
  })

  afterAll(() => {
    const database = process.env.DATABASE_URL ? 'PostgreSQL' : 'SQLite'
    if (rows.length) console.log(tableOf(`Faults of the supplier, ${mode}, ${database}`, rows))
  })
})
