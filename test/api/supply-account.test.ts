import { afterEach, describe, expect, it } from 'vitest'
import { fen } from '../../contract/money'
import { setSetting } from '../../server/domains/site/settings'
import { topUp } from '../../server/domains/supply/balance'
import { enterParcel } from '../../server/domains/supply/parcels'
import { createFreight, createGoods, HANGZHOU } from '../support/goods'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { place, stockOf } from '../support/orders'
import { codeOf, dataOf, giveBalance, signIn } from '../support/people'
import { createShop } from '../support/shop'
import {
  arm,
  buyCards,
  clearUp,
  createCard,
  purchases,
  resume,
  seenBy,
  statesOf,
  supplierGoods,
} from '../support/supply'
import { startWebhook } from '../support/webhook'

const webhook = await startWebhook()
const shop = await createShop({ ALARM_WEBHOOK: webhook.url })
const { wxapi, advance, runJobs, app, merchantId } = shop
const { transaction, clock, db } = app.services
const ann = await signIn(shop, 'ann')

/** What the shop keeper was told since the last look. */
let heard = 0
async function alarms(): Promise<string[]> {
  await runJobs()
  const told = webhook.told.slice(heard).map(({ text }) => text)
  heard = webhook.told.length
  return told
}

const set = (key: string, value: string) =>
  transaction(tx => setSetting(tx, merchantId, { key, value }, clock.now(), false))

const account = () =>
  db.selectFrom('supply_accounts').selectAll().where('merchant_id', '=', merchantId).executeTakeFirstOrThrow()

/** What the entries add up to. */
async function booked(): Promise<number> {
  const rows = await db
    .selectFrom('supply_entries')
    .select('amount_fen')
    .where('merchant_id', '=', merchantId)
    .execute()
  return rows.reduce((sum, { amount_fen }) => sum + amount_fen, 0)
}

afterEach(async () => {
  await clearUp(shop)
  await alarms()
  await expectBalancedLedger(shop)
  await expectPaymentsBooked(shop)
})

describe('our money at the supplier', () => {
  it('is what it was less what we bought, and nobody is called', async () => {
    const goodsId = await createCard(shop)
    await buyCards(shop, ann, [{ goodsId, number: 3 }])
    await buyCards(
      shop,
      ann,
      await Promise.all([1, 2, 3].map(async () => ({ goodsId: await createCard(shop), number: 1 }))),
    )
    expect(await account()).toMatchObject({ in_flight: 0, balance_fen: 100_000 - 6 * 800, pending_spent_fen: 0 })
    expect(await booked()).toBe(100_000 - 6 * 800)
    expect(await alarms()).toEqual([])
  })

  it('that is less than it should be is a purchase that we do not know of: a person is called', async () => {
    const goodsId = await createCard(shop)
    await arm(shop, 'buygoods', 'code40009Sold')
    const ghost = await buyCards(shop, ann, goodsId)
    expect(await statesOf(shop, ghost)).toEqual(['unknown'])
    await buyCards(shop, ann, goodsId)
    expect(await alarms()).toContainEqual(expect.stringMatching(/余额比账面少 ¥8\.00.*结果不明的购买：#\d+ ¥8\.00/))
    expect(await booked()).toBe((await account()).balance_fen)
  })

  it('that was topped up is no surprise when the keeper has said so, and a small one when not', async () => {
    const goodsId = await createCard(shop)
    const { balance_fen } = await account()
    await transaction(tx => topUp(tx, 'weilian', fen(50_000), '充值', clock.now()))
    await shop.sim('/weilian/balance', { balance: ((balance_fen ?? 0) + 50_000) / 100 })
    await buyCards(shop, ann, goodsId)
    await shop.sim('/weilian/balance', { balance: 2000 })
    await buyCards(shop, ann, goodsId)
    expect(await alarms()).toEqual([])
    expect(await booked()).toBe((await account()).balance_fen)
  })

  it('that runs low is told once', async () => {
    await set('weilian_low_water', '1990')
    const goodsId = await createCard(shop)
    await buyCards(shop, ann, goodsId)
    await buyCards(shop, ann, goodsId)
    await buyCards(shop, ann, goodsId)
    expect((await alarms()).filter(text => text.includes('请充值'))).toHaveLength(1)
    await set('weilian_low_water', '1')
  })
})

describe('sale stops', () => {
  it.each([
    ['code40001', '没有 API 权限'],
    ['code40002', '账号信息不对'],
    ['code40003', '被冻结'],
  ])('when the account is refused with %s, and goes on by itself when it is not any more', async (code, reason) => {
    const goodsId = await createCard(shop)
    await arm(shop, 'getmultiplegoods', code)
    const id = await buyCards(shop, ann, goodsId)
    expect(await stockOf(shop, goodsId)).toBe(0)
    const goodsJsonStr = [{ goodsId, number: 1 }]
    expect(await codeOf(wxapi.orderCreate({ token: ann.token, goodsJsonStr }))).not.toBe(0)
    expect(await alarms()).toContainEqual(expect.stringContaining(reason))
    await advance(60)
    expect(await seenBy(shop, ann, id)).toMatchObject({ status: 1, supplyState: 1, codes: [] })
    await advance(300)
    expect(await stockOf(shop, goodsId)).toBe(9)
    await advance(11)
    expect(await seenBy(shop, ann, id)).toMatchObject({ status: 3, supplyState: 2, codes: [{}] })
  })

  it('when our money there has run out, until a person says that it has not', async () => {
    const goodsId = await createCard(shop)
    await arm(shop, 'buygoods', 'code40007')
    const rejected = await buyCards(shop, ann, goodsId)
    expect(await statesOf(shop, rejected)).toEqual(['rejected'])
    expect(await alarms()).toContainEqual(expect.stringContaining('余额不足'))
    await advance(3600)
    expect(await stockOf(shop, goodsId)).toBe(0)
    await resume(shop)
    expect(await stockOf(shop, goodsId)).toBe(9)
    expect(await statesOf(shop, await buyCards(shop, ann, goodsId))).toEqual(['bought'])
  })

  it('for what an order gives back meanwhile, too', async () => {
    const goodsId = await createCard(shop)
    const unpaid = await place(shop, ann, goodsId)
    await arm(shop, 'buygoods', 'code40007')
    await buyCards(shop, ann, goodsId)
    await dataOf(wxapi.orderClose(ann.token, unpaid.id))
    expect(await stockOf(shop, goodsId)).toBe(0)
    await resume(shop)
    expect(await stockOf(shop, goodsId)).toBe(9)
  })

  it('when the supplier cannot be reached five times in a row', async () => {
    const goodsId = await createCard(shop)
    await arm(shop, 'getmultiplegoods', 'error500', { times: 5 })
    const id = await buyCards(shop, ann, goodsId)
    for (const wait of [3, 5, 9, 17]) await advance(wait)
    expect((await account()).stopped_reason).toBe('unreachable')
    expect(await stockOf(shop, goodsId)).toBe(0)
    await advance(300)
    await advance(11)
    expect(await seenBy(shop, ann, id)).toMatchObject({ status: 3, codes: [{}] })
    expect((await account()).stopped_reason).toBe('')
  })

  it('when the outcome of three purchases is unknown, before a fourth is sent', async () => {
    const goodsId = await createCard(shop)
    await arm(shop, 'buygoods', 'code40009', { times: 3 })
    for (let i = 0; i < 3; i++) await buyCards(shop, ann, goodsId)
    expect((await account()).stopped_reason).toBe('unknowns')
    expect(await alarms()).toContainEqual(expect.stringContaining('结果不明的购买太多'))
  })
})

describe('a rejected purchase', () => {
  it('waits for the shop keeper when nothing else is set', async () => {
    await arm(shop, 'buygoods', 'code40008')
    const id = await buyCards(shop, ann, await createCard(shop))
    await advance(3600)
    expect(await seenBy(shop, ann, id)).toMatchObject({ status: 1, supplyState: 3 })
  })

  it('gives its money back by itself by setting, and what else was ordered goes on', async () => {
    await set('supply_rejected', 'refund')
    const [gone, card] = [await createCard(shop, {}, 'nobodysellsthis1'), await createCard(shop)]
    await giveBalance(shop, ann, 2000)
    const order = await place(
      shop,
      ann,
      [gone, card].map(goodsId => ({ goodsId, number: 1 })),
    )
    await dataOf(wxapi.orderPay(ann.token, String(order.id)))
    await runJobs()
    expect(await dataOf(wxapi.userAmount(ann.token))).toMatchObject({ balance: expect.any(Number) })
    const seen = await seenBy(shop, ann, order.id)
    expect(seen).toMatchObject({ status: 3, supplyState: 2, codes: [{}] })
    expect(seen.goods.map(({ supplyState }) => supplyState)).toEqual([4, 2])
    const alone = await buyCards(shop, ann, gone)
    expect(await seenBy(shop, ann, alone)).toMatchObject({ status: -1, supplyState: 4, codes: [] })
    await set('supply_rejected', 'wait')
  })
})

describe('a purchase whose answer was lost', () => {
  /** A quantity that no other purchase has, so that there is nothing to mix it up with. */
  let number = 3
  const lose = async (fault: string, goodsId: number, fields?: Record<string, string>) => {
    number += 1
    await arm(shop, 'buygoods', fault)
    return buyCards(shop, ann, [{ goodsId, number, ...(fields && { fields }) }])
  }

  it('is found among the supplier’s orders: a top-up is delivered, a card code waits for a person', async () => {
    const fields = [{ key: '充值账号', label: '充值账号', placeholder: '', required: true }]
    const topUpId = await createGoods(shop, {
      supply: { type: 'weilian', goodsId: 'MBaN9RXwRvrnodE0', kind: 1, fields },
    })
    const topUp = await lose('reset', topUpId, { 充值账号: 'ann' })
    const card = await lose('code40009Sold', await createCard(shop))
    expect([await statesOf(shop, topUp), await statesOf(shop, card)]).toEqual([['unknown'], ['unknown']])
    const sold = (await purchases(shop)).length
    await advance(31)
    expect(await seenBy(shop, ann, topUp)).toMatchObject({ status: 3, supplyState: 2 })
    expect(await statesOf(shop, card)).toEqual(['incomplete'])
    expect(await seenBy(shop, ann, card)).toMatchObject({ status: 1, supplyState: 3, codes: [] })
    expect(await alarms()).toContainEqual(expect.stringMatching(/其实已经出货.*补录/))
    expect(await purchases(shop)).toHaveLength(sold)
  })

  it('is found later when the supplier’s list lags behind', async () => {
    const id = await lose('code40009Sold', await createCard(shop))
    await arm(shop, 'getorder', 'hiddenOrders')
    await advance(31)
    expect(await statesOf(shop, id)).toEqual(['unknown'])
    await advance(100)
    expect(await statesOf(shop, id)).toEqual(['incomplete'])
  })

  it('that nobody can find stays unknown, a person is called after five minutes and after a day, nothing is bought', async () => {
    const id = await lose('code40009', await createCard(shop))
    const sold = (await purchases(shop)).length
    await advance(31)
    await advance(120)
    expect(await alarms()).toEqual([])
    await advance(200)
    expect(await alarms()).toContainEqual(expect.stringContaining('仍然结果不明'))
    for (let i = 0; i < 12; i++) await advance(3 * 3600)
    expect((await alarms()).filter(text => text.includes('一天过去'))).toHaveLength(1)
    expect(await statesOf(shop, id)).toEqual(['unknown'])
    expect(await purchases(shop)).toHaveLength(sold)
  })

  it('that is like another one is not guessed at', async () => {
    const goodsId = await createCard(shop, { stock: 100 })
    number += 1
    await arm(shop, 'buygoods', 'code40009Sold')
    const first = await buyCards(shop, ann, [{ goodsId, number }])
    await arm(shop, 'buygoods', 'code40009')
    const second = await buyCards(shop, ann, [{ goodsId, number }])
    await advance(40)
    expect([await statesOf(shop, first), await statesOf(shop, second)]).toEqual([['unknown'], ['unknown']])
  })
})

describe('goods that the supplier sends', () => {
  it('are bought with the address that the buyer has given, and delivered when they are on their way', async () => {
    const freightId = await createFreight(shop)
    const supply = { type: 'weilian', goodsId: 'Zt4mWq8LsYc2KfHb', kind: 2, fields: [] }
    const goodsId = await createGoods(shop, { supply, freightId })
    await giveBalance(shop, ann, 10_000)
    const order = await place(shop, ann, goodsId, HANGZHOU)
    await dataOf(wxapi.orderPay(ann.token, String(order.id)))
    await runJobs()
    const sold = (await purchases(shop)).at(-1)
    expect(sold).toMatchObject({ type: 2, fields: { 收货地址: expect.stringContaining(HANGZHOU.address) } })
    expect((await seenBy(shop, ann, order.id)).goods[0]?.supplyState).toBe(1)
    const [purchase] = await app.services.db
      .selectFrom('supply_purchases')
      .selectAll()
      .where('merchant_id', '=', merchantId)
      .where('order_id', '=', order.id)
      .execute()
    const told = () => shop.logLines().filter(line => line.includes(`weilian parcel ${purchase?.id} `)).length
    await advance(3 * 3600)
    expect(told(), 'the supplier has not sent it yet').toBe(0)
    await shop.sim('/weilian/send', { orderId: sold?.orderId ?? '' })
    await arm(shop, 'getorder', 'error500', { times: 1 })
    await advance(2 * 3600)
    await advance(2 * 3600)
    await advance(4 * 3600)
    expect(told(), 'its orders say that it was sent, and no number').toBe(1)
    if (!purchase) throw new Error('nothing was bought')
    const parcel = { shipper: '顺丰速运', trackingNumber: 'SF900100' }
    expect(await transaction(tx => enterParcel(tx, purchase, parcel, shop.now()))).toBe(true)
    expect(await transaction(tx => enterParcel(tx, purchase, parcel, shop.now())), 'once more').toBe(true)
    expect((await seenBy(shop, ann, order.id)).goods[0]?.supplyState).toBe(2)
    const { orderLogisticsShippers = [] } = await dataOf(wxapi.orderDetail(ann.token, order.id))
    expect(orderLogisticsShippers).toMatchObject([{ shipperName: '顺丰速运', trackingNumber: 'SF900100' }])
    await dataOf(wxapi.orderDelivery(ann.token, order.id))
  })
})

it('what the buyer paid, discounts included, is the most that the supplier gets', async () => {
  const supplierId = await supplierGoods(shop, { priceFen: 800 })
  const goodsId = await createCard(shop, { priceFen: 2000 }, supplierId)
  const order = await place(shop, ann, goodsId)
  await transaction(tx =>
    tx
      .updateTable('order_lines')
      .set({ paid_fen: fen(799) })
      .where('merchant_id', '=', merchantId)
      .where('order_id', '=', order.id)
      .execute(),
  )
  await giveBalance(shop, ann, 2000)
  await dataOf(wxapi.orderPay(ann.token, String(order.id)))
  await runJobs()
  expect(await statesOf(shop, order.id)).toEqual(['rejected'])
})
