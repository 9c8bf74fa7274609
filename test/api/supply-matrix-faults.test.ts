/** Every fault of the supplier, twenty purchases at a time. `npm run matrix` prints the table. */
import { afterAll, expect, it } from 'vitest'
import { expectBalancedLedger } from '../support/ledger'
import { place } from '../support/orders'
import { dataOf, giveBalance, type Person, signIn } from '../support/people'
import { createShop } from '../support/shop'
import { arm, createCard, purchases, resume, supplierGoods } from '../support/supply'
import { MARK, type MatrixRow, type Placed, tableOf, tally, wrongIn } from '../support/supply-matrix'

const shop = await createShop({ WEILIAN_TIMEOUT_MS: '2000' })
const { wxapi, app, merchantId, runJobs, advance } = shop
const { db } = app.services
const rows: MatrixRow[] = []
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
const fields = [{ key: MARK, label: MARK, placeholder: '', required: true }]

async function order(buyer: Person, goodsId: number): Promise<Placed> {
  const lines = Array.from({ length: LINES }, () => {
    marks += 1
    return { goodsId, number: 1 + (marks % 2), fields: { [MARK]: `m${marks}` } }
  })
  const { id } = await place(shop, buyer, lines)
  await dataOf(wxapi.orderPay(buyer.token, String(id)))
  return { buyer, orderId: id }
}

const isWaiting = async () => {
  const waiting = db.selectFrom('supply_purchases').select('id').where('merchant_id', '=', merchantId)
  return (await waiting.where('state', 'in', ['planned', 'sending']).limit(1).execute()).length > 0
}

const buyers = await Promise.all(Array.from({ length: BUYERS }, (_, i) => signIn(shop, `buyer ${i}`)))
for (const buyer of buyers) await giveBalance(shop, buyer, 100_000_00)
await shop.sim('/weilian/balance', { balance: 1_000_000 })

it.each(scenes)(
  '%s',
  async (scene, fault, action = 'buygoods') => {
    const supplierId = await supplierGoods(shop, { stock: 1000 })
    const supply = { type: 'weilian', goodsId: supplierId, kind: 0, fields }
    const goodsId = await createCard(shop, { supply, stock: 1000 })
    const placed = await Promise.all(buyers.map(buyer => order(buyer, goodsId)))
    for (const one of fault?.split('+') ?? [])
      await arm(shop, one === 'hiddenOrders' ? 'getorder' : action, one, { times: 9, delayMs: 4000 })
    for (let round = 0; round < 40; round++) {
      await runJobs()
      if (!(await isWaiting())) break
      await advance(30)
      await resume(shop)
    }
    await shop.sim('/weilian/faults/clear', {})
    await advance(400)
    const row = await tally(scene, { wxapi, db, merchantId, sold: await purchases(shop) }, placed)
    rows.push(row)
    expect(wrongIn(row)).toEqual({})
    expect(row.purchases).toBe(BUYERS * LINES)
    await resume(shop)
  },
  60_000,
)

it('more than a thousand purchases leave balanced books behind, and every fen that the supplier took is known', async () => {
  expect(rows.reduce((sum, { purchases: count }) => sum + count, 0)).toBeGreaterThanOrEqual(1000)
  await expectBalancedLedger(shop)
  const supplierId = await supplierGoods(shop)
  const supply = { type: 'weilian', goodsId: supplierId, kind: 0, fields }
  const [buyer] = buyers
  if (buyer) await order(buyer, await createCard(shop, { supply, stock: 100 }))
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
  const spent = (await purchases(shop)).reduce((sum, { priceFen }) => sum + priceFen, 0)
  expect(account.in_flight).toBe(0)
  expect(account.balance_fen).toBe(100_000_000 - spent)
  expect(entries.reduce((sum, { amount_fen }) => sum + amount_fen, 0)).toBe(account.balance_fen)
})

afterAll(() => {
  if (rows.length)
    console.log(tableOf(`Faults of the supplier, ${process.env.DATABASE_URL ? 'PostgreSQL' : 'SQLite'}`, rows))
})
