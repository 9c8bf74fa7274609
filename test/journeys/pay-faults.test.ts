/**
 * What can go wrong with money, one line each: `npm run faults` prints it as a table. Every case ends with the books balanced, every
 * payment booked once, and the order where it belongs.
 */
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { createGoods } from '../support/goods'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { notify, quarantined, type Told } from '../support/notification'
import { closeBehindItsBack, place, sheetFor, statusOf } from '../support/orders'
import { startParties } from '../support/parties'
import { codeOf, dataOf, type Person, signIn } from '../support/people'
import { agree, ask, refundRow } from '../support/refunds'
import { set } from '../support/settings'
import { createShop } from '../support/shop'

const parties = await startParties()
const shop = await createShop(parties.settings)
const other = await shop.anotherShop('neighbour')
const goodsId = await createGoods(shop, { stock: 999, afterSale: '0' })
afterAll(() => parties.close())
afterEach(async () => {
  await expectBalancedLedger(shop)
  await expectPaymentsBooked(shop)
  await expectBalancedLedger({ app: shop.app, merchantId: other.merchantId })
})

const { wxapi } = shop
const [PAID, OPEN, CLOSED] = [3, 0, -1]
const tell = (told: Told) => notify(shop, told, parties.keys)
let people = 0

/** Somebody with an order of ten yuan and an open sheet. */
async function opened() {
  const who = await signIn(shop, `buyer-${people++}`)
  const order = await place(shop, who, goodsId)
  const sheet = await sheetFor(shop, who, order)
  return { who, order, sheet, told: { outTradeNo: sheet.outTradeId, amountFen: 1000 } }
}
const balanceOf = async ({ token }: Person) => (await dataOf(wxapi.userAmount(token))).balance
const transactionOf = async (outTradeNo: string) => {
  const row = await shop.app.services.db
    .selectFrom('payments')
    .select('transaction_id')
    .where('merchant_id', '=', shop.merchantId)
    .where('out_trade_no', '=', outTradeNo)
    .executeTakeFirstOrThrow()
  return row.transaction_id ?? ''
}

describe('a notification', () => {
  it('before the answer to the prepay call → paid once, and the sheet still comes', async () => {
    const who = await signIn(shop, `buyer-${people++}`)
    const order = await place(shop, who, goodsId)
    const { reached, release } = parties.hold('/transactions/jsapi')
    const sheet = sheetFor(shop, who, order)
    await reached
    const [payment] = await dataOf(wxapi.payLogs({ token: who.token }))
    expect((await tell({ outTradeNo: payment?.orderNo ?? '', amountFen: 1000 })).status).toBe(204)
    release()
    expect((await sheet).outTradeId).toBe(payment?.orderNo)
    expect([await statusOf(shop, who, order.id), await balanceOf(who)]).toEqual([PAID, 0])
  })

  it('ten times at once → paid once', async () => {
    const { who, order, told } = await opened()
    const fixed = { ...told, transactionId: `42${'1'.repeat(26)}`, eventId: 'event-at-once' }
    const answers = await Promise.all(Array.from({ length: 10 }, () => tell(fixed)))
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(204))
    expect([await statusOf(shop, who, order.id), await balanceOf(who)]).toEqual([PAID, 0])
  })

  it('after the order was closed → closed, the money in the balance', async () => {
    const { who, order, told } = await opened()
    await dataOf(wxapi.orderClose(who.token, order.id))
    await tell(told)
    expect([await statusOf(shop, who, order.id), await balanceOf(who)]).toEqual([CLOSED, 10])
  })

  it('after the order was closed, where the shop sends late money back → closed, the money back at the payer', async () => {
    await set(shop, 'late_payment', 'refund')
    const { who, order, sheet } = await opened()
    await parties.control('/wechatpay/faults', { fault: 'loseNotification' })
    await parties.control('/wechatpay/confirm', { package: sheet.package })
    await closeBehindItsBack(shop, order.id)
    await dataOf(wxapi.payQuery(who.token, sheet.outTradeId))
    await shop.runJobs()
    expect([await statusOf(shop, who, order.id), await balanceOf(who)]).toEqual([CLOSED, 0])
    expect(await dataOf(wxapi.payQuery(who.token, sheet.outTradeId))).toMatchObject({ outcome: 'returned' })
    await set(shop, 'late_payment', 'balance')
  })

  it('again after the money was given back → given back once, nothing booked anew', async () => {
    const { who, order, sheet, told } = await opened()
    await parties.control('/wechatpay/confirm', { package: sheet.package })
    const id = await ask(shop, who, order.id)
    await agree(shop, id)
    await shop.runJobs()
    expect(await refundRow(shop, id)).toMatchObject({ money_state: 'done' })
    await tell({ ...told, transactionId: await transactionOf(sheet.outTradeId) })
    expect(await quarantined(shop, told.outTradeNo)).toEqual([])
    expect([await statusOf(shop, who, order.id), await balanceOf(who)]).toEqual([CLOSED, 0])
  })

  it('of a second transaction for a payment that has come → set apart with an alarm, paid once', async () => {
    const { who, order, told } = await opened()
    await tell(told)
    expect((await tell(told)).status).toBe(204)
    expect([await statusOf(shop, who, order.id), await balanceOf(who)]).toEqual([PAID, 0])
    expect(await quarantined(shop, told.outTradeNo)).toEqual(['twice'])
  })

  it('forged → not believed, the order open', async () => {
    const { who, order, told } = await opened()
    const { merchantPrivateKey } = parties.keys.wechatpay
    const forger = { ...parties.keys, wechatpay: { ...parties.keys.wechatpay, platformPrivateKey: merchantPrivateKey } }
    expect((await notify(shop, told, forger)).status).toBe(401)
    expect((await tell({ ...told, tampered: true })).status).toBe(401)
    expect([await statusOf(shop, who, order.id), await balanceOf(who)]).toEqual([OPEN, 0])
  })

  it('stale, or dated ahead → not believed, the order open', async () => {
    const { who, order, told } = await opened()
    for (const secondsAgo of [301, -301]) expect((await tell({ ...told, secondsAgo })).status).toBe(401)
    expect([await statusOf(shop, who, order.id), await balanceOf(who)]).toEqual([OPEN, 0])
  })

  it('for another amount → set apart with an alarm, the order open', async () => {
    const { who, order, told } = await opened()
    expect((await tell({ ...told, amountFen: 1 })).status).toBe(204)
    expect([await statusOf(shop, who, order.id), await balanceOf(who)]).toEqual([OPEN, 0])
    expect(await quarantined(shop, told.outTradeNo)).toEqual(['amount'])
  })

  it.each([
    ['another merchant', { mchid: '1600000000' }, 'payee'],
    ['another app', { appid: 'wx0000000000000000' }, 'payee'],
    ['another currency', { currency: 'USD' }, 'currency'],
  ])('for %s → set apart with an alarm, the order open', async (_, change, reason) => {
    const { who, order, told } = await opened()
    expect((await tell({ ...told, ...change })).status).toBe(204)
    expect([await statusOf(shop, who, order.id), await balanceOf(who)]).toEqual([OPEN, 0])
    expect(await quarantined(shop, told.outTradeNo)).toEqual([reason])
  })

  it('for another shop → not booked there, the order open here', async () => {
    const { who, order, told } = await opened()
    expect((await tell({ ...told, merchantId: other.merchantId })).status).toBe(404)
    expect([await statusOf(shop, who, order.id), await balanceOf(who)]).toEqual([OPEN, 0])
  })

  it('that never comes → found by asking, paid', async () => {
    const { who, order, sheet } = await opened()
    await parties.control('/wechatpay/faults', { fault: 'loseNotification' })
    await parties.control('/wechatpay/confirm', { package: sheet.package })
    expect(await statusOf(shop, who, order.id)).toBe(OPEN)
    await dataOf(wxapi.payQuery(who.token, sheet.outTradeId))
    expect([await statusOf(shop, who, order.id), await balanceOf(who)]).toEqual([PAID, 0])
  })
})

describe('paying', () => {
  it('twice, with a second sheet for the same order → the first sheet is closed', async () => {
    const { who, order, sheet } = await opened()
    const second = await sheetFor(shop, who, order)
    await expect(parties.control('/wechatpay/confirm', { package: sheet.package })).rejects.toThrow('closed')
    await parties.control('/wechatpay/confirm', { package: second.package })
    expect([await statusOf(shop, who, order.id), await balanceOf(who)]).toEqual([PAID, 0])
  })

  it('twice all the same, the first at the very moment → paid once, the other in the balance', async () => {
    const { who, order, told } = await opened()
    const second = await sheetFor(shop, who, order)
    await tell({ outTradeNo: second.outTradeId, amountFen: 1000 })
    await tell(told)
    expect([await statusOf(shop, who, order.id), await balanceOf(who)]).toEqual([PAID, 10])
  })

  it('while the gateway is away → refused, nothing open', async () => {
    const who = await signIn(shop, `buyer-${people++}`)
    const order = await place(shop, who, goodsId)
    await parties.control('/wechatpay/faults', { fault: 'down' })
    const nextAction = { type: 0, id: String(order.id) }
    expect(await codeOf(wxapi.wxpay({ token: who.token, money: 10, nextAction }))).toBe(15002)
    expect(await statusOf(shop, who, order.id)).toBe(OPEN)
  })
})

describe('a refund', () => {
  it.each([
    ['whose answer is slow → done when the gateway tells', 'slowRefund', 'done'],
    ['that the gateway refuses → stuck, a person decides', 'abnormalRefund', 'stuck'],
    ['while the shop has too little there → waits', 'shopBalanceShort', 'sending'],
  ])('%s', async (_, fault, state) => {
    const { who, order, sheet } = await opened()
    await parties.control('/wechatpay/confirm', { package: sheet.package })
    await parties.control('/wechatpay/faults', { fault })
    const id = await ask(shop, who, order.id)
    await agree(shop, id)
    await shop.runJobs()
    if (fault === 'slowRefund') {
      await parties.control('/wechatpay/refunds/finish', { outRefundNo: (await refundRow(shop, id)).refund_no })
      await shop.runJobs()
    }
    expect(await refundRow(shop, id)).toMatchObject({ money_state: state })
    expect(await balanceOf(who)).toBe(0)
  })
})
