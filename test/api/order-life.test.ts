import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { createFreight, createGoods, HANGZHOU } from '../support/goods'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { payOnline, place, sheetFor, ship, statusOf, stockOf } from '../support/orders'
import { codeOf, dataOf, giveBalance, signIn } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi, sim, advance } = shop
const [ann, ben] = [await signIn(shop, 'ann'), await signIn(shop, 'ben')]
const freightId = await createFreight(shop)

const HALF_AN_HOUR = 30 * 60
const TEN_DAYS = 10 * 86_400

async function paidParcel(who = ann) {
  const goodsId = await createGoods(shop, { freightId })
  const order = await place(shop, who, goodsId, HANGZHOU)
  await payOnline(shop, who, order)
  return order.id
}

describe.each(['orderClose', 'orderCloseV2'] as const)('%s', name => {
  const close = (token: string, orderId: number) =>
    name === 'orderClose' ? wxapi.orderClose(token, orderId) : wxapi.orderCloseV2({ token, orderId })

  it('closes an unpaid order once and puts its goods back once', async () => {
    const goodsId = await createGoods(shop)
    const { id } = await place(shop, ann, [{ goodsId, number: 3 }])
    expect(await stockOf(shop, goodsId)).toBe(7)
    const codes = await Promise.all([1, 2, 3].map(() => codeOf(close(ann.token, id))))
    expect(codes.sort()).toEqual([0, errors.orderNotOpen[0], errors.orderNotOpen[0]])
    expect(await stockOf(shop, goodsId)).toBe(10)
    const { orderInfo, logs } = await dataOf(wxapi.orderDetail(ann.token, id))
    expect(orderInfo).toMatchObject({ status: -1, statusStr: '已关闭', isPay: false })
    expect(orderInfo.dateClose).toBe(logs.at(-1)?.dateAdd)
    expect(logs.map(({ typeStr }) => typeStr)).toEqual(['下单', '关闭'])
  })

  it('is for the buyer, and for orders that are not paid', async () => {
    const goodsId = await createGoods(shop)
    const { id } = await place(shop, ann, goodsId)
    expect(await codeOf(close(ben.token, id))).toBe(errors.orderUnknown[0])
    expect(await codeOf(close('nobody', id))).toBe(errors.loginRequired[0])
    expect(await codeOf(close(ann.token, 9e9))).toBe(errors.orderUnknown[0])
    await giveBalance(shop, ann, 1000)
    await dataOf(wxapi.orderPay(ann.token, String(id)))
    expect(await codeOf(close(ann.token, id))).toBe(errors.orderNotOpen[0])
    expect(await stockOf(shop, goodsId)).toBe(9)
  })
})

describe('an unpaid order', () => {
  it('is closed when its time is over, and its goods are for sale again', async () => {
    const goodsId = await createGoods(shop)
    const usual = await place(shop, ann, goodsId)
    const longer = await place(shop, ann, goodsId, { expireMinutes: 60 })
    await advance(HALF_AN_HOUR - 5)
    expect(await statusOf(shop, ann, usual.id)).toBe(0)
    await advance(10)
    expect([await statusOf(shop, ann, usual.id), await statusOf(shop, ann, longer.id)]).toEqual([-1, 0])
    expect(await stockOf(shop, goodsId)).toBe(9)
    await advance(HALF_AN_HOUR)
    expect(await statusOf(shop, ann, longer.id)).toBe(-1)
    expect(await stockOf(shop, goodsId)).toBe(10)
  })

  it('is paid, not closed, when the gateway has the money and we had not heard', async () => {
    const order = await place(shop, ann, await createGoods(shop, { freightId }), HANGZHOU)
    const sheet = await sheetFor(shop, ann, order)
    await sim('/wechatpay/faults', { fault: 'loseNotification' })
    expect(await sim('/wechatpay/confirm', { package: sheet.package })).toMatchObject({ accepted: false })
    expect(await statusOf(shop, ann, order.id)).toBe(0)
    await advance(HALF_AN_HOUR + 5)
    expect(await statusOf(shop, ann, order.id)).toBe(1)
    await expectBalancedLedger(shop)
    await expectPaymentsBooked(shop)
  })

  it('takes its open payments with it, so that nobody pays for a closed order', async () => {
    const order = await place(shop, ann, await createGoods(shop))
    const sheet = await sheetFor(shop, ann, order)
    await advance(HALF_AN_HOUR + 5)
    expect(await statusOf(shop, ann, order.id)).toBe(-1)
    await expect(sim('/wechatpay/confirm', { package: sheet.package })).rejects.toThrow('closed or expired')
    expect(await codeOf(wxapi.payQuery(ann.token, sheet.outTradeId))).toBe(errors.payClosed[0])
  })

  it('stays open while the gateway cannot say whether it was paid', async () => {
    const order = await place(shop, ann, await createGoods(shop))
    await sheetFor(shop, ann, order)
    await sim('/wechatpay/faults', { fault: 'down', times: 2, on: '/pay/transactions' })
    await advance(HALF_AN_HOUR + 5)
    expect(await statusOf(shop, ann, order.id)).toBe(0)
    await advance(3)
    expect(await statusOf(shop, ann, order.id)).toBe(0)
    await advance(5)
    expect(await statusOf(shop, ann, order.id)).toBe(-1)
  })
})

describe('orderDelivery', () => {
  it('is the word of the buyer that a shipped order has come', async () => {
    const id = await paidParcel()
    expect(await codeOf(wxapi.orderDelivery(ann.token, id))).toBe(errors.orderNotShipped[0])
    expect(await ship(shop, id)).toBe(true)
    expect(await codeOf(wxapi.orderDelivery(ben.token, id))).toBe(errors.orderUnknown[0])
    expect(await codeOf(wxapi.orderDelivery('nobody', id))).toBe(errors.loginRequired[0])
    await dataOf(wxapi.orderDelivery(ann.token, id))
    expect(await statusOf(shop, ann, id)).toBe(3)
    expect(await codeOf(wxapi.orderDelivery(ann.token, id))).toBe(errors.orderNotShipped[0])
    expect(await ship(shop, id), 'what has come is not shipped again').toBe(false)
  })

  it('comes by itself ten days after the first parcel', async () => {
    const id = await paidParcel()
    await ship(shop, id)
    await advance(TEN_DAYS / 2)
    await ship(shop, id, 'SF-second')
    await advance(TEN_DAYS / 2 - 60)
    expect(await statusOf(shop, ann, id)).toBe(2)
    await advance(120)
    expect(await statusOf(shop, ann, id)).toBe(3)
    const { logs } = await dataOf(wxapi.orderDetail(ann.token, id))
    expect(logs.map(({ typeStr }) => typeStr)).toEqual(['下单', '支付', '发货', '确认收货'])
  })
})

describe('orderDelete', () => {
  it('hides closed and finished orders from their owner, and no others', async () => {
    const { id: closed } = await place(shop, ann, await createGoods(shop))
    const open = await place(shop, ann, await createGoods(shop))
    const paid = await paidParcel()
    await dataOf(wxapi.orderClose(ann.token, closed))
    for (const id of [open.id, paid])
      expect(await codeOf(wxapi.orderDelete(ann.token, id))).toBe(errors.orderNotDeletable[0])
    await ship(shop, paid)
    expect(await codeOf(wxapi.orderDelete(ann.token, paid))).toBe(errors.orderNotDeletable[0])
    await dataOf(wxapi.orderDelivery(ann.token, paid))
    for (const id of [closed, paid]) {
      expect(await codeOf(wxapi.orderDelete(ben.token, id))).toBe(errors.orderUnknown[0])
      await dataOf(wxapi.orderDelete(ann.token, id))
      expect(await codeOf(wxapi.orderDetail(ann.token, id))).toBe(errors.orderUnknown[0])
      expect(await codeOf(wxapi.orderDelete(ann.token, id)), 'a repeat changes nothing').toBe(0)
    }
    const { orderList } = await dataOf(wxapi.orderList({ token: ann.token, pageSize: 1000 }))
    expect(orderList.map(({ id }) => id)).not.toContain(paid)
    expect(await codeOf(wxapi.orderDelete('nobody', open.id))).toBe(errors.loginRequired[0])
    await expectBalancedLedger(shop)
  })
})

describe('orderHXV2', () => {
  const setStaff = (uids: string) =>
    shop.app.services.transaction(async tx => {
      const row = { value: uids, is_public: 0, updated_at: 0 }
      await tx
        .insertInto('settings')
        .values({ merchant_id: shop.merchantId, key: 'order_hx_uids', ...row })
        .onConflict(conflict => conflict.columns(['merchant_id', 'key']).doUpdateSet(row))
        .execute()
    })

  it('completes a paid order by its code, once, by staff alone', async () => {
    const order = await place(shop, ann, await createGoods(shop, { freightId }), {
      peisongType: 'zq',
      isCanHx: true,
      extJsonStr: { note: '周六来取' },
    })
    const hxNumber = order.hxNumber ?? ''
    const verify = (token: string, more = {}) => wxapi.orderHXV2({ token, hxNumber, ...more })
    expect(await codeOf(verify(ben.token))).toBe(errors.forbidden[0])
    await setStaff(`${ben.uid}, 999`)
    expect(await codeOf(verify(ben.token)), 'not before it is paid').toBe(errors.notVerifiable[0])
    await payOnline(shop, ann, order)
    expect(await statusOf(shop, ann, order.id)).toBe(1)
    expect(await codeOf(verify(ann.token)), 'not by the buyer').toBe(errors.forbidden[0])
    expect(await codeOf(verify('nobody'))).toBe(errors.loginRequired[0])
    expect(await codeOf(wxapi.orderHXV2({ token: ben.token, hxNumber: '1' }))).toBe(errors.notVerifiable[0])
    await dataOf(verify(ben.token, { extJsonStr: { by: '小本' } }))
    const { orderInfo, extJson } = await dataOf(wxapi.orderDetail(ann.token, undefined, hxNumber))
    expect(orderInfo).toMatchObject({ id: order.id, status: 3, isCanHx: true, hxNumber })
    expect(extJson).toEqual({ note: '周六来取', by: '小本' })
    expect(await codeOf(verify(ben.token, { extJsonStr: { by: '再来' } }))).toBe(errors.notVerifiable[0])
    expect((await dataOf(wxapi.orderDetail(ann.token, order.id))).extJson).toEqual(extJson)
  })

  it('knows the codes of its own shop only', async () => {
    const other = await shop.anotherShop('other')
    const cleo = await signIn(other, 'cleo')
    const there = { ...shop, ...other }
    await giveBalance(there, cleo, 1000)
    const goodsId = await createGoods({ app: shop.app, merchantId: other.merchantId })
    const order = await place(other, cleo, goodsId, { isCanHx: true })
    await dataOf(other.wxapi.orderPay(cleo.token, String(order.id)))
    await setStaff(String(ben.uid))
    const hxNumber = order.hxNumber ?? ''
    expect(await codeOf(wxapi.orderHXV2({ token: ben.token, hxNumber }))).toBe(errors.notVerifiable[0])
    expect(await statusOf(other, cleo, order.id)).toBe(1)
    await expectBalancedLedger(there)
  })
})
