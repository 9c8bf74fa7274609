import { afterEach, describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { createFreight, createGoods, HANGZHOU } from '../support/goods'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { notify } from '../support/notification'
import { closeBehindItsBack, payOnline, place, sheetFor, statusOf } from '../support/orders'
import { codeOf, dataOf, type Person, signIn } from '../support/people'
import { agree, ask, newest, refundRow } from '../support/refunds'
import { set } from '../support/settings'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi, sim } = shop
const goodsId = await createGoods(shop, { stock: 999 })
const freightId = await createFreight(shop)

afterEach(async () => {
  await expectBalancedLedger(shop)
  await expectPaymentsBooked(shop)
})

let people = 0
const newcomer = () => signIn(shop, `person-${people++}`)
const amounts = (token: string) => dataOf(wxapi.userAmount(token))

/** A sheet that is still shown when its order is closed already, and is confirmed then. */
async function paidTooLate() {
  const who = await newcomer()
  const order = await place(shop, who, goodsId)
  const { outTradeId } = await sheetFor(shop, who, order)
  await dataOf(wxapi.orderClose(who.token, order.id))
  expect((await notify(shop, { outTradeNo: outTradeId, amountFen: 1000 })).status).toBe(204)
  return { who, order, outTradeId }
}

const lateMoneyOf = async ({ token }: Person, { id }: { id: number }) =>
  (await dataOf(wxapi.orderDetail(token, id))).lateMoney

describe('money for an order that is closed', () => {
  it('goes to the balance, and the buyer reads so, on the order as well and on no other', async () => {
    const { who, order, outTradeId } = await paidTooLate()
    const other = await place(shop, who, goodsId)
    await payOnline(shop, who, other)
    expect(await amounts(who.token)).toMatchObject({ balance: 10, freeze: 0 })
    expect(await dataOf(wxapi.payQuery(who.token, outTradeId))).toMatchObject({
      outcome: 'balance',
      statusStr: '未能成交，款项已存入余额',
    })
    expect(await lateMoneyOf(who, order)).toEqual([{ money: 10, outcome: 'balance' }])
    expect(await lateMoneyOf(who, other)).toBeUndefined()
  })

  describe('where the shop sends it back', () => {
    it('is frozen until it has gone back, and the buyer reads so', async () => {
      await set(shop, 'late_payment', 'refund')
      await sim('/wechatpay/faults', { fault: 'slowRefund' })
      const who = await newcomer()
      const order = await place(shop, who, goodsId)
      const sheet = await sheetFor(shop, who, order)
      // The shop thinks it closed; the payer was quicker.
      await sim('/wechatpay/faults', { fault: 'loseNotification' })
      await sim('/wechatpay/confirm', { package: sheet.package })
      await closeBehindItsBack(shop, order.id)
      expect(await dataOf(wxapi.payQuery(who.token, sheet.outTradeId))).toMatchObject({ outcome: 'returning' })
      expect(await lateMoneyOf(who, order)).toEqual([{ money: 10, outcome: 'returning' }])
      await shop.runJobs()
      expect(await amounts(who.token)).toMatchObject({ balance: 0, freeze: 10 })
      await sim('/wechatpay/refunds/finish', { outRefundNo: `${sheet.outTradeId}B` })
      await shop.runJobs()
      expect(await amounts(who.token)).toMatchObject({ balance: 0, freeze: 0 })
      expect(await dataOf(wxapi.payQuery(who.token, sheet.outTradeId))).toMatchObject({
        outcome: 'returned',
        statusStr: '未能成交，款项已原路退回',
      })
      const [log] = await dataOf(wxapi.payLogs({ token: who.token, orderNo: sheet.outTradeId }))
      expect(log).toMatchObject({ status: 1, outcome: 'returned' })
      const given = (await sim('/wechatpay/refunds')) as unknown as { outTradeNo: string; amountFen: number }[]
      expect(given.filter(({ outTradeNo }) => outTradeNo === sheet.outTradeId)).toMatchObject([{ amountFen: 1000 }])
    })

    it('ends in the balance when the provider will not, and a person is called', async () => {
      await set(shop, 'late_payment', 'refund')
      const { who, outTradeId } = await paidTooLate()
      await shop.runJobs()
      expect(await amounts(who.token)).toMatchObject({ balance: 10, freeze: 0 })
      expect(await dataOf(wxapi.payQuery(who.token, outTradeId))).toMatchObject({ outcome: 'balance' })
      await shop.runJobs()
      expect(shop.logLines().join('\n')).toContain(`支付单 ${outTradeId} 的款项没能原路退回`)
      await set(shop, 'late_payment', 'balance')
    })
  })
})

describe('a second try to pay an order', () => {
  it('closes the first, so that nobody pays twice', async () => {
    const who = await newcomer()
    const order = await place(shop, who, goodsId)
    const first = await sheetFor(shop, who, order)
    const second = await sheetFor(shop, who, order)
    await expect(sim('/wechatpay/confirm', { package: first.package })).rejects.toThrow('closed or expired')
    expect(await codeOf(wxapi.payQuery(who.token, first.outTradeId))).toBe(errors.payClosed[0])
    expect(await sim('/wechatpay/confirm', { package: second.package })).toMatchObject({ accepted: true })
    expect(await statusOf(shop, who, order.id)).toBe(3)
  })

  it('finds that the first was paid, although nobody told', async () => {
    const who = await newcomer()
    const order = await place(shop, who, goodsId)
    const first = await sheetFor(shop, who, order)
    await sim('/wechatpay/faults', { fault: 'loseNotification' })
    await sim('/wechatpay/confirm', { package: first.package })
    const again = wxapi.wxpay({ token: who.token, money: 10, nextAction: { type: 0, id: String(order.id) } })
    expect(await codeOf(again)).toBe(errors.orderNotOpen[0])
    expect(await statusOf(shop, who, order.id)).toBe(3)
  })

  it('waits while the gateway does not say how the first stands', async () => {
    const who = await newcomer()
    const order = await place(shop, who, goodsId)
    await sheetFor(shop, who, order)
    await sim('/wechatpay/faults', { fault: 'down' })
    const again = wxapi.wxpay({ token: who.token, money: 10, nextAction: { type: 0, id: String(order.id) } })
    expect(await codeOf(again)).toBe(errors.payUnavailable[0])
    await payOnline(shop, who, order)
  })
})

describe('a refund', () => {
  const bought = async () => {
    const who = await newcomer()
    const order = await place(shop, who, await createGoods(shop, { freightId, afterSale: '0' }), HANGZHOU)
    const { outTradeId } = await payOnline(shop, who, order)
    return { who, order, outTradeId }
  }

  it('that takes its time is done when the provider tells so, and telling twice or falsely changes nothing', async () => {
    const { who, order } = await bought()
    await sim('/wechatpay/faults', { fault: 'slowRefund' })
    const id = await ask(shop, who, order.id)
    await agree(shop, id)
    await shop.runJobs()
    const { refund_no } = await refundRow(shop, id)
    expect(await refundRow(shop, id)).toMatchObject({ money_state: 'sending' })
    await sim('/wechatpay/faults', { fault: 'repeatNotification' })
    expect(await sim('/wechatpay/refunds/finish', { outRefundNo: refund_no })).toMatchObject({ accepted: true })
    await shop.runJobs()
    expect(await refundRow(shop, id)).toMatchObject({ money_state: 'done' })
    expect(await sim('/wechatpay/refunds/finish', { outRefundNo: refund_no })).toMatchObject({ accepted: true })
    await shop.runJobs()
    expect((await newest(shop, who, order.id)).baseInfo).toMatchObject({ amount: order.amountReal })
  })

  it('of online money goes to the balance where the shop has set so', async () => {
    await set(shop, 'refund_to', 'balance')
    const { who, order } = await bought()
    await agree(shop, await ask(shop, who, order.id))
    await shop.runJobs()
    expect((await amounts(who.token)).balance).toBe(order.amountReal)
    await set(shop, 'refund_to', 'origin')
  })

  it('in many parts gives back each once, and never more than was paid', async () => {
    const who = await newcomer()
    const goods = await createGoods(shop, { freightId, afterSale: '0', stock: 9 })
    const order = await place(shop, who, [{ goodsId: goods, number: 3 }], HANGZHOU)
    const { outTradeId } = await payOnline(shop, who, order)
    for (let i = 0; i < 3; i++) {
      await agree(shop, await ask(shop, who, order.id, { number: 1 }))
      await shop.runJobs()
    }
    const given = (await sim('/wechatpay/refunds')) as unknown as { outTradeNo: string; amountFen: number }[]
    const own = given.filter(({ outTradeNo }) => outTradeNo === outTradeId)
    expect(own).toHaveLength(3)
    expect(own.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(Math.round(order.amountReal * 100))
    expect(await statusOf(shop, who, order.id)).toBe(-1)
  })
})
