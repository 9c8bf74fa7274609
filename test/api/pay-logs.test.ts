import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { createGoods } from '../support/goods'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { place, sheetFor, statusOf } from '../support/orders'
import { codeOf, dataOf, signIn } from '../support/people'
import { signInByPhone } from '../support/phone'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi, sim, advance } = shop
const [ann, ben] = [await signIn(shop, 'ann'), await signIn(shop, 'ben')]
const goodsId = await createGoods(shop, { stock: 999 })

const TWO_HOURS = 2 * 3600

/** A sheet that was paid, but the message of it got lost. */
async function paidUnheard(money: number, nextAction?: { type: number; id: string }) {
  const sheet = await dataOf(wxapi.wxpay({ token: ann.token, money, ...(nextAction && { nextAction }) }))
  await sim('/wechatpay/faults', { fault: 'loseNotification' })
  expect(await sim('/wechatpay/confirm', { package: sheet.package })).toMatchObject({ accepted: false })
  return sheet.outTradeId
}

describe('payQuery', () => {
  it('asks the gateway when we have not heard, and books what it says once', async () => {
    const order = await place(shop, ann, goodsId)
    const sheet = await sheetFor(shop, ann, order)
    expect(await codeOf(wxapi.payQuery(ann.token, sheet.outTradeId))).toBe(errors.payPending[0])
    const number = await paidUnheard(10, { type: 0, id: String(order.id) })
    const answers = await Promise.all([1, 2, 3].map(() => dataOf(wxapi.payQuery(ann.token, number))))
    for (const answer of answers) expect(answer).toMatchObject({ outTradeId: number, money: 10, status: 1 })
    expect(await statusOf(shop, ann, order.id)).toBe(3)
    expect(await dataOf(wxapi.userAmount(ann.token))).toMatchObject({ balance: 0, totleConsumed: 10 })
    await expectBalancedLedger(shop)
    await expectPaymentsBooked(shop)
  })

  it('is still waiting while the gateway cannot say', async () => {
    const sheet = await dataOf(wxapi.wxpay({ token: ann.token, money: 5 }))
    await sim('/wechatpay/faults', { fault: 'down' })
    expect(await codeOf(wxapi.payQuery(ann.token, sheet.outTradeId))).toBe(errors.payPending[0])
  })

  it('knows when it is too late to pay', async () => {
    const sheet = await dataOf(wxapi.wxpay({ token: ann.token, money: 5 }))
    await advance(TWO_HOURS)
    expect(await codeOf(wxapi.payQuery(ann.token, sheet.outTradeId))).toBe(errors.payClosed[0])
  })

  it('does not take another amount for the payment', async () => {
    const number = await paidUnheard(5)
    await shop.app.services.transaction(tx =>
      tx
        .updateTable('payments')
        .set({ amount_fen: 600 as never })
        .where('merchant_id', '=', shop.merchantId)
        .where('out_trade_no', '=', number)
        .execute(),
    )
    expect(await codeOf(wxapi.payQuery(ann.token, number))).toBe(errors.payPending[0])
    expect(await codeOf(wxapi.payQuery(ann.token, number))).toBe(errors.payClosed[0])
    await expectPaymentsBooked(shop)
  })

  it('is for the payer, and for payments that there are', async () => {
    const { outTradeId } = await dataOf(wxapi.wxpay({ token: ann.token, money: 5 }))
    expect(await codeOf(wxapi.payQuery('nobody', outTradeId))).toBe(errors.loginRequired[0])
    expect(await codeOf(wxapi.payQuery(ben.token, outTradeId))).toBe(errors.payUnknown[0])
    expect(await codeOf(wxapi.payQuery(ann.token, 'ZF1'))).toBe(errors.payUnknown[0])
  })
})

describe('a payment that nobody told us of and nobody asks for', () => {
  it('is found when its time is over, and reaches its owner', async () => {
    const cleo = await signIn(shop, 'cleo')
    const sheet = await dataOf(wxapi.wxpay({ token: cleo.token, money: 88 }))
    await sim('/wechatpay/faults', { fault: 'loseNotification' })
    await sim('/wechatpay/confirm', { package: sheet.package })
    await advance(TWO_HOURS - 600)
    expect((await dataOf(wxapi.userAmount(cleo.token))).balance).toBe(0)
    await sim('/wechatpay/faults', { fault: 'down', times: 1 })
    await advance(1200)
    await advance(700)
    expect((await dataOf(wxapi.userAmount(cleo.token))).balance).toBe(88)
    await advance(700)
    expect((await dataOf(wxapi.userAmount(cleo.token))).balance).toBe(88)
    await expectBalancedLedger(shop)
    await expectPaymentsBooked(shop)
  })

  it('is closed when it never came', async () => {
    const dan = await signIn(shop, 'dan')
    await dataOf(wxapi.wxpay({ token: dan.token, money: 1 }))
    await advance(TWO_HOURS + 1200)
    expect((await dataOf(wxapi.payLogs({ token: dan.token })))[0]).toMatchObject({ status: 2, statusStr: '已关闭' })
  })
})

describe('payLogs', () => {
  it("answers the caller's payments, the newest first, by number and state", async () => {
    const eve = await signIn(shop, 'eve')
    expect(await codeOf(wxapi.payLogs({ token: eve.token }))).toBe(errors.noData[0])
    expect(await codeOf(wxapi.payLogs({ token: 'nobody' }))).toBe(errors.loginRequired[0])
    const order = await place(shop, eve, goodsId)
    const first = await sheetFor(shop, eve, order)
    const second = await dataOf(wxapi.wxpay({ token: eve.token, money: 2.5, payName: '充值', remark: '在线充值' }))
    await sim('/wechatpay/confirm', { package: first.package })
    const rows = await dataOf(wxapi.payLogs({ token: eve.token }))
    expect(rows).toMatchObject([
      { orderNo: second.outTradeId, money: 2.5, status: 0, statusStr: '未支付', remark: '在线充值', uid: eve.uid },
      { orderNo: first.outTradeId, outTradeId: first.outTradeId, money: 10, status: 1, payGateStr: '微信支付' },
    ])
    expect(rows[0]).not.toHaveProperty('nextAction')
    expect(JSON.parse(rows[1]?.nextAction ?? '')).toEqual({ type: 0, id: String(order.id) })
    const numbers = async (filter: object) =>
      (await dataOf(wxapi.payLogs({ token: eve.token, ...filter }))).map(({ orderNo }) => orderNo)
    expect(await numbers({ status: 1 })).toEqual([first.outTradeId])
    expect(await numbers({ status: 0 })).toEqual([second.outTradeId])
    expect(await numbers({ orderNo: first.outTradeId })).toEqual([first.outTradeId])
    expect(await numbers({ page: 2, pageSize: 1 })).toEqual([first.outTradeId])
    expect(await codeOf(wxapi.payLogs({ token: ben.token, orderNo: first.outTradeId }))).toBe(errors.noData[0])
  })
})

describe('wxpayH5', () => {
  it('answers a cashier page that takes the money and leads back', async () => {
    const fay = await signInByPhone(shop, '13900000002')
    const order = await place(shop, fay, goodsId)
    const nextAction = { type: 0, id: String(order.id) }
    const { url, outTradeId } = await dataOf(wxapi.wxpayH5({ token: fay.token, money: 10, nextAction }))
    const back = `${shop.origin}/pages/done?order=${order.id}`
    const page = await (await fetch(`${url}&redirect_url=${encodeURIComponent(back)}`)).text()
    expect(page).toContain('确认支付')
    expect(page).toContain('10.00')
    const prepayId = new URL(url).searchParams.get('prepay_id') ?? ''
    const form = new URLSearchParams({ prepay_id: prepayId, redirect_url: back })
    const press = { method: 'POST', body: form, redirect: 'manual' as const }
    const pressed = await fetch(new URL('cashier/confirm', url), press)
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, back])
    expect(await dataOf(wxapi.payQuery(fay.token, outTradeId))).toMatchObject({ status: 1 })
    expect(await statusOf(shop, fay, order.id)).toBe(3)
    await fetch(new URL('cashier/confirm', url), press)
    expect(await dataOf(wxapi.userAmount(fay.token))).toMatchObject({ balance: 0, totleConsumed: 10 })
    await expectBalancedLedger(shop)
    await expectPaymentsBooked(shop)
  })

  it('refuses as wxpay does', async () => {
    const order = await place(shop, ann, goodsId)
    const pay = (money: number, id: string, type = 0) =>
      codeOf(wxapi.wxpayH5({ token: ann.token, money, nextAction: { type, id } }))
    expect(await pay(11, String(order.id))).toBe(errors.payAmountWrong[0])
    expect(await pay(10, '9999999')).toBe(errors.orderUnknown[0])
    expect(await pay(10, String(order.id), 3)).toBe(errors.nextActionUnknown[0])
    expect(await codeOf(wxapi.wxpayH5({ token: 'nobody', money: 1 }))).toBe(errors.loginRequired[0])
    await sim('/wechatpay/faults', { fault: 'down' })
    expect(await pay(10, String(order.id))).toBe(errors.payUnavailable[0])
    await dataOf(wxapi.orderClose(ann.token, order.id))
    expect(await pay(10, String(order.id))).toBe(errors.orderNotOpen[0])
  })
})
