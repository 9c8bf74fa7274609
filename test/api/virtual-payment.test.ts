/** Virtual goods in the mini-program are paid for by WeChat's virtual payment, one at a time, and delivered once. */
import { beforeEach, describe, expect, it } from 'vitest'
import { setSetting } from '../../server/domains/site/settings'
import { createGoods } from '../support/goods'
import { expectBalancedLedger } from '../support/ledger'
import { place, sheetFor, statusOf } from '../support/orders'
import { codeOf, dataOf, giveBalance, signIn } from '../support/people'
import { createShop } from '../support/shop'
import { createCard, seenBy } from '../support/supply'

const shop = await createShop()
const { wxapi, merchantId } = shop
const { transaction, clock, db } = shop.app.services
const ann = await signIn(shop, 'ann')
const card = await createCard(shop, { name: '会员月卡', pic: 'https://img.example.com/card.png' })
const tea = await createGoods(shop, { name: '老白茶', stock: 99 })
const ALONE = 15101
const NOT_READY = 15102

const turn = (value: string) =>
  transaction(tx => setSetting(tx, merchantId, { key: 'virtual_payment', value }, clock.now()))
const confirm = (sheet: object) => shop.sim('/xpay/confirm', sheet)
const orders = async () =>
  (await shop.sim('/xpay/orders')) as unknown as {
    orders: { orderId: string; status: number; leftFee: number }[]
    items: { id: string; price: number; publishedAt?: number }[]
  }
const rounds = async (times: number) => {
  for (let i = 0; i < times; i++) await shop.advance(61)
}
async function virtualSheet(order: { id: number; amountReal: number }) {
  const sheet = await sheetFor(shop, ann, order)
  if (!sheet.virtual) throw new Error('no virtual payment')
  return { ...sheet.virtual, outTradeId: sheet.outTradeId }
}

beforeEach(() => turn('on'))

describe('the items', () => {
  it('are uploaded, published, and can be bought ten minutes later', async () => {
    const order = await place(shop, ann, card)
    expect(
      await codeOf(wxapi.wxpay({ token: ann.token, money: 10, nextAction: { type: 0, id: String(order.id) } })),
    ).toBe(NOT_READY)
    await shop.advance(601)
    await rounds(4)
    expect((await orders()).items).toMatchObject([{ id: expect.stringMatching(/^s\d+p1000$/), price: 1000 }])
    expect(
      await codeOf(wxapi.wxpay({ token: ann.token, money: 10, nextAction: { type: 0, id: String(order.id) } })),
    ).toBe(NOT_READY)
    await shop.advance(601)
    expect(
      await codeOf(wxapi.wxpay({ token: ann.token, money: 10, nextAction: { type: 0, id: String(order.id) } })),
    ).toBe(0)
  })
})

describe('a card code', () => {
  it('is paid for and delivered when WeChat pushes that the money came', async () => {
    const order = await place(shop, ann, [{ goodsId: card, number: 2 }])
    const { outTradeId, ...sheet } = await virtualSheet(order)
    expect(sheet.mode).toBe('short_series_goods')
    expect(JSON.parse(sheet.signData)).toMatchObject({
      buyQuantity: 2,
      goodsPrice: 1000,
      outTradeNo: outTradeId,
      env: 0,
    })
    expect(await confirm(sheet)).toEqual({ accepted: true })
    await shop.runJobs()
    expect(await seenBy(shop, ann, order.id)).toMatchObject({ status: 3, supplyState: 2 })
    expect((await dataOf(wxapi.payQuery(ann.token, outTradeId))).money).toBe(20)
    await expectBalancedLedger(shop)
  })

  it('is delivered when the push is lost, and WeChat is told so', async () => {
    await shop.sim('/xpay/lose-push', {})
    const order = await place(shop, ann, card)
    const { outTradeId, ...sheet } = await virtualSheet(order)
    expect(await confirm(sheet)).toEqual({ accepted: false })
    await shop.runJobs()
    expect(await statusOf(shop, ann, order.id)).toBe(0)
    await shop.advance(121)
    await shop.runJobs()
    expect(await seenBy(shop, ann, order.id)).toMatchObject({ status: 3, supplyState: 2 })
    expect((await orders()).orders.find(({ orderId }) => orderId === outTradeId)?.status).toBe(4)
  })

  it('is delivered once when the push comes again and again', async () => {
    const order = await place(shop, ann, card)
    const { outTradeId, ...sheet } = await virtualSheet(order)
    await confirm(sheet)
    const message = { FromUserName: 'o', MsgType: 'event', Event: 'xpay_goods_deliver_notify', OutTradeNo: outTradeId }
    await shop.sim('/wechat/push', { app: 'mini', asJson: true, times: 3, message })
    await shop.runJobs()
    expect((await seenBy(shop, ann, order.id)).codes).toHaveLength(1)
    const paid = await db
      .selectFrom('ledger_transfers')
      .select('key')
      .where('merchant_id', '=', merchantId)
      .where('key', 'like', 'xpay:%')
      .execute()
    expect(new Set(paid.map(({ key }) => key)).size).toBe(paid.length)
    await expectBalancedLedger(shop)
  })

  it('is not delivered on the word of a push alone', async () => {
    const order = await place(shop, ann, card)
    const { outTradeId } = await virtualSheet(order)
    const message = { FromUserName: 'o', MsgType: 'event', Event: 'xpay_goods_deliver_notify', OutTradeNo: outTradeId }
    await shop.sim('/wechat/push', { app: 'mini', asJson: true, message })
    await shop.runJobs()
    expect(await statusOf(shop, ann, order.id)).toBe(0)
  })
})

describe('the channel', () => {
  it('is WeChat Pay for everything else, and for all while the shop keeper has it off', async () => {
    const physical = await sheetFor(shop, ann, await place(shop, ann, tea))
    expect([physical.virtual, physical.package]).toEqual([undefined, expect.stringMatching(/^prepay_id=/)])
    await turn('off')
    const order = await sheetFor(shop, ann, await place(shop, ann, card))
    expect([order.virtual, order.package]).toEqual([undefined, expect.stringMatching(/^prepay_id=/)])
  })

  it('takes no order that mixes virtual goods with others', async () => {
    const mixed = await place(shop, ann, [
      { goodsId: card, number: 1 },
      { goodsId: tea, number: 1 },
    ])
    const pay = (id: number, money: number) =>
      codeOf(wxapi.wxpay({ token: ann.token, money, nextAction: { type: 0, id: String(id) } }))
    expect(await pay(mixed.id, mixed.amountReal)).toBe(ALONE)
  })

  it('takes no part of a price, the rest of which the balance would pay', async () => {
    await giveBalance(shop, ann, 500)
    const order = await place(shop, ann, card)
    const part = { token: ann.token, money: 5, nextAction: { type: 0, id: String(order.id) } }
    expect(await codeOf(wxapi.wxpay(part))).toBe(15104)
  })
})

describe('complaints', () => {
  it('call a person at once and again before their deadline', async () => {
    const expire_time = Math.floor(shop.now().getTime() / 1000) + 48 * 3600
    const about = { complaint_order_id: '900001', status: 201, out_trade_no: 'ZF1', expire_time }
    const message = { FromUserName: 'o', MsgType: 'event', Event: 'complaint_callback', BussiCallBackInfo: about }
    await shop.sim('/wechat/push', { app: 'mini', message, times: 2 })
    await shop.runJobs()
    const heard = () => shop.logLines().filter(line => line.includes('交易投诉 900001')).length
    expect(heard()).toBe(1)
    await shop.advance(36 * 3600 + 1)
    expect(heard()).toBe(2)
    await shop.advance(10 * 3600)
    expect(heard()).toBe(3)
  })
})
