import { createVerify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { createGoods } from '../support/goods'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { notify, simulatorKeysOf } from '../support/notification'
import { payOnline, place, sheetFor, statusOf } from '../support/orders'
import { codeOf, dataOf, giveBalance, refusalOf, signIn } from '../support/people'
import { signInByPhone } from '../support/phone'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi, sim } = shop
const [ann, ben] = [await signIn(shop, 'ann'), await signIn(shop, 'ben')]
const phone = await signInByPhone(shop, '13900000001')
const goodsId = await createGoods(shop, { stock: 999 })

const balanceOf = async (token: string) => (await dataOf(wxapi.userAmount(token))).balance
const payFor = (orderIds: (number | string)[], money: number, token = ann.token) =>
  wxapi.wxpay({ token, money, nextAction: { type: 0, id: orderIds.join(',') } })

describe.each(['wxpay', 'payVariableUrl'] as const)('%s', name => {
  const pay = (input: Parameters<typeof wxapi.wxpay>[0]) =>
    name === 'wxpay' ? wxapi.wxpay(input) : wxapi.payVariableUrl('/pay/wx/wxapp', input)

  it("answers a sheet that the payer's WeChat verifies with the merchant's public key", async () => {
    const order = await place(shop, ann, goodsId)
    const sheet = await dataOf(pay({ token: ann.token, money: 10, nextAction: { type: 0, id: String(order.id) } }))
    const { wechatpay } = simulatorKeysOf(shop)
    expect(sheet).toMatchObject({
      appId: wechatpay.appid,
      signType: 'RSA',
      outTradeId: expect.stringMatching(/^ZF\d{24}$/),
    })
    expect(sheet).toMatchObject({ package: `prepay_id=${sheet.prepayId}`, sign: sheet.paySign })
    const lines = [sheet.appId, sheet.timeStamp, sheet.nonceStr, sheet.package]
    const verifier = createVerify('sha256WithRSAEncryption').update(`${lines.join('\n')}\n`)
    expect(verifier.verify(wechatpay.merchantPublicKey, sheet.paySign, 'base64')).toBe(true)
    const { paySign, timeStamp, nonceStr, signType, appId } = sheet
    const signed = { package: sheet.package, paySign, timeStamp, nonceStr, signType, appId }
    expect(await sim('/wechatpay/confirm', signed)).toMatchObject({ accepted: true })
    expect(await statusOf(shop, ann, order.id)).toBe(3)
  })

  it('needs somebody who came by WeChat', async () => {
    expect(await codeOf(pay({ token: 'nobody', money: 1 }))).toBe(errors.loginRequired[0])
    expect(await codeOf(pay({ token: phone.token, money: 1 }))).toBe(errors.openidRequired[0])
  })
})

describe('wxpay for orders', () => {
  it('takes the price of one order or of several, and no more', async () => {
    const [one, two] = [await place(shop, ann, goodsId), await place(shop, ann, [{ goodsId, number: 2 }])]
    expect(await refusalOf(payFor([one.id], 10.01))).toEqual({ code: errors.payAmountWrong[0], msg: '应付 10.00 元' })
    expect(await refusalOf(payFor([one.id], 9.99))).toEqual({ code: errors.payAmountWrong[0], msg: '应付 10.00 元' })
    expect(await codeOf(payFor([one.id, two.id], 20))).toBe(errors.payAmountWrong[0])
    await payOnline(shop, ann, { id: `${one.id}, ${two.id}`, amountReal: 30 })
    expect([await statusOf(shop, ann, one.id), await statusOf(shop, ann, two.id)]).toEqual([3, 3])
    expect(await balanceOf(ann.token)).toBe(0)
    expect(await codeOf(payFor([one.id], 10))).toBe(errors.orderNotOpen[0])
    await expectBalancedLedger(shop)
    await expectPaymentsBooked(shop)
  })

  it('takes less where the balance covers the rest, and spends both', async () => {
    const cleo = await signIn(shop, 'cleo')
    await giveBalance(shop, cleo, 345)
    const order = await place(shop, cleo, goodsId)
    expect(await refusalOf(payFor([order.id], 6.54, cleo.token))).toEqual({
      code: errors.payAmountWrong[0],
      msg: '应付 6.55 元',
    })
    await payOnline(shop, cleo, { id: order.id, amountReal: 6.55 })
    expect(await statusOf(shop, cleo, order.id)).toBe(3)
    expect(await dataOf(wxapi.userAmount(cleo.token))).toMatchObject({ balance: 0, totleConsumed: 10 })
    const { result } = await dataOf(wxapi.cashLogsV2({ token: cleo.token }))
    expect(result.map(({ type, amount, balance }) => [type, amount, balance])).toEqual([
      [2, 10, 0],
      [0, 6.55, 10],
      [4, 3.45, 3.45],
    ])
    await expectBalancedLedger(shop)
  })

  it('refuses orders that are not there, not the caller’s, or not open, before money moves', async () => {
    const [mine, closed, foreign] = [
      await place(shop, ann, goodsId),
      await place(shop, ann, goodsId),
      await place(shop, ben, goodsId),
    ]
    await dataOf(wxapi.orderClose(ann.token, closed.id))
    expect(await codeOf(payFor([9e9], 10))).toBe(errors.orderUnknown[0])
    expect(await codeOf(payFor([mine.id, foreign.id], 20))).toBe(errors.orderUnknown[0])
    expect(await codeOf(payFor([closed.id], 10))).toBe(errors.orderNotOpen[0])
    expect(await codeOf(wxapi.wxpay({ token: ann.token, money: 10, nextAction: { type: 0 } }))).toBe(
      errors.orderUnknown[0],
    )
    expect(await codeOf(wxapi.wxpay({ token: ann.token, money: 10, nextAction: { type: 12, id: '1' } }))).toBe(
      errors.nextActionUnknown[0],
    )
    for (const money of [0, -1, 0.001, 1_000_001, 10.005])
      expect(await codeOf(payFor([mine.id], money)), String(money)).toBe(errors.badRequest[0])
    await dataOf(wxapi.orderClose(ann.token, mine.id))
  })

  it('refuses when the gateway is down, and the next try works', async () => {
    const order = await place(shop, ann, goodsId)
    await sim('/wechatpay/faults', { fault: 'down' })
    expect(await codeOf(payFor([order.id], 10))).toBe(errors.payUnavailable[0])
    const [failed] = await dataOf(wxapi.payLogs({ token: ann.token }))
    expect(failed).toMatchObject({ status: 2, statusStr: '已关闭' })
    await payOnline(shop, ann, order)
    expect(await statusOf(shop, ann, order.id)).toBe(3)
  })

  it('keeps the second of two payments for one order in the balance', async () => {
    const dan = await signIn(shop, 'dan')
    const order = await place(shop, dan, goodsId)
    // The payer confirmed the first at the very moment when the second try closed it.
    const [first, second] = [await sheetFor(shop, dan, order), await sheetFor(shop, dan, order)]
    for (const { outTradeId: outTradeNo } of [second, first])
      expect((await notify(shop, { outTradeNo, amountFen: 1000 })).status).toBe(204)
    expect(await statusOf(shop, dan, order.id)).toBe(3)
    expect(await dataOf(wxapi.userAmount(dan.token))).toMatchObject({ balance: 10, totleConsumed: 10 })
    await expectBalancedLedger(shop)
    await expectPaymentsBooked(shop)
  })
})

describe.each(['orderPay', 'orderPayV2'] as const)('%s', name => {
  const pay = (token: string, orderId: string) =>
    name === 'orderPay' ? wxapi.orderPay(token, orderId) : wxapi.orderPayV2({ token, orderId })

  it('pays orders from the balance, all or none', async () => {
    const eve = await signIn(shop, `${name} eve`)
    const orders = [await place(shop, eve, goodsId), await place(shop, eve, goodsId), await place(shop, eve, goodsId)]
    const ids = orders.map(({ id }) => id).join(',')
    expect(await codeOf(pay(eve.token, ids))).toBe(errors.balanceShort[0])
    await giveBalance(shop, eve, 2999)
    expect(await codeOf(pay(eve.token, ids))).toBe(errors.balanceShort[0])
    expect(await Promise.all(orders.map(({ id }) => statusOf(shop, eve, id)))).toEqual([0, 0, 0])
    expect(await balanceOf(eve.token)).toBe(29.99)
    await giveBalance(shop, eve, 101)
    await dataOf(pay(eve.token, `${ids},${orders[0]?.id}`))
    expect(await Promise.all(orders.map(({ id }) => statusOf(shop, eve, id)))).toEqual([3, 3, 3])
    expect(await balanceOf(eve.token)).toBe(1)
    expect(await codeOf(pay(eve.token, ids)), 'a repeat').toBe(errors.orderNotOpen[0])
    expect(await balanceOf(eve.token)).toBe(1)
    await expectBalancedLedger(shop)
  })

  it("is for the caller's own orders that are open", async () => {
    const fay = await signIn(shop, `${name} fay`)
    await giveBalance(shop, fay, 9000)
    const [open, closed] = [await place(shop, fay, goodsId), await place(shop, fay, goodsId)]
    await dataOf(wxapi.orderClose(fay.token, closed.id))
    const foreign = await place(shop, ben, goodsId)
    expect(await codeOf(pay('nobody', String(open.id)))).toBe(errors.loginRequired[0])
    expect(await codeOf(pay(fay.token, String(foreign.id)))).toBe(errors.orderUnknown[0])
    expect(await codeOf(pay(fay.token, `${open.id},${foreign.id}`))).toBe(errors.orderUnknown[0])
    expect(await codeOf(pay(fay.token, `${open.id},${closed.id}`))).toBe(errors.orderNotOpen[0])
    expect(await codeOf(pay(fay.token, '9999999999'))).toBe(errors.orderUnknown[0])
    for (const wrong of ['abc', '1;2', '9'.repeat(30)])
      expect(await codeOf(pay(fay.token, wrong))).toBe(errors.badRequest[0])
    expect(await statusOf(shop, fay, open.id)).toBe(0)
    expect(await balanceOf(fay.token)).toBe(90)
    await dataOf(wxapi.orderClose(ben.token, foreign.id))
  })

  it('counts what was sold, each order and each piece once', async () => {
    const counted = await createGoods(shop)
    const gil = await signIn(shop, `${name} gil`)
    await giveBalance(shop, gil, 9000)
    const orders = [await place(shop, gil, [{ goodsId: counted, number: 2 }]), await place(shop, gil, counted)]
    await dataOf(pay(gil.token, orders.map(({ id }) => id).join(',')))
    expect((await dataOf(wxapi.goodsDetail(counted))).basicInfo).toMatchObject({ numberOrders: 2, numberSells: 3 })
  })
})
