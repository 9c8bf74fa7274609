import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { createFreight, createGoods, HANGZHOU } from '../support/goods'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { payOnline, place, ship, statusOf, stockOf } from '../support/orders'
import { codeOf, dataOf, giveBalance, refusalOf, signIn } from '../support/people'
import { agree, ask, cameBack, give, newest, refundRow, refuse } from '../support/refunds'
import { createShop } from '../support/shop'
import { arm, buyCards, createCard, statesOf } from '../support/supply'

const shop = await createShop()
const { wxapi, sim, advance } = shop
const [ann, ben] = [await signIn(shop, 'ann'), await signIn(shop, 'ben')]
const freightId = await createFreight(shop)

const DAY = 86_400
const parcel = { ...HANGZHOU }

async function bought({ number = 1, priceFen = 1000, online = false, afterSale = '0,1,2', goods = 1 } = {}) {
  const ids = []
  for (let i = 0; i < goods; i++) ids.push(await createGoods(shop, { freightId, priceFen, afterSale }))
  const lines = ids.map(goodsId => ({ goodsId, number }))
  const order = await place(shop, ann, lines, parcel)
  if (online) await payOnline(shop, ann, order)
  else {
    await giveBalance(shop, ann, Math.round(order.amountReal * 100))
    await dataOf(wxapi.orderPay(ann.token, String(order.id)))
  }
  return { ...order, goodsId: ids[0] ?? 0, goodsIds: ids }
}
const received = async (orderId: number) => {
  await ship(shop, orderId)
  await dataOf(wxapi.orderDelivery(ann.token, orderId))
}
const balanceOf = async () => (await dataOf(wxapi.userAmount(ann.token))).balance
const linesOf = async (orderId: number) => (await dataOf(wxapi.orderDetail(ann.token, orderId))).goods

describe('refundApply', () => {
  it('asks for all that was paid, freight included, of an order that was not sent', async () => {
    const { id, goodsId } = await bought({ number: 2 })
    const offer = await dataOf(wxapi.refundApply({ token: ann.token, orderId: id, type: 0, calculate: true }))
    expect(offer).toEqual({ amountMax: 30, amountLogistics: 10, number: 2 })
    expect((await dataOf(wxapi.orderDetail(ann.token, id))).orderInfo.hasRefund, 'a price asks nothing').toBe(false)
    const refundId = await ask(shop, ann, id, { remark: '买多了', pic: `${shop.origin}/files/a.jpg,javascript:1` })
    const { baseInfo, goodsList, goodInfo, pics, logs } = await newest(shop, ann, id)
    expect(baseInfo).toMatchObject({ id: refundId, type: 0, typeStr: '仅退款', status: 0, amount: 30, number: 2 })
    expect(baseInfo).toMatchObject({ reason: '不想要了', remark: '买多了', status2: 0, channel: '' })
    expect(goodsList).toMatchObject([{ goodsId, number: 2, amount: 20 }])
    expect(goodInfo.goodsName).toBe(goodsList[0]?.goodsName)
    expect(pics).toEqual([{ pic: `${shop.origin}/files/a.jpg` }])
    expect(logs.map(({ typeStr }) => typeStr)).toEqual(['申请售后'])
    expect((await dataOf(wxapi.orderDetail(ann.token, id))).orderInfo).toMatchObject({
      hasRefund: true,
      refundStatus: 0,
    })
  })

  it('is asked once while it is open, however often it is sent', async () => {
    const { id } = await bought()
    const codes = await Promise.all(
      [1, 2, 3].map(() => codeOf(wxapi.refundApply({ token: ann.token, orderId: id, type: 0, reason: '不想要了' }))),
    )
    expect(codes.sort()).toEqual([0, 20000, 20000])
    expect(await dataOf(wxapi.orderRefunds(ann.token, id))).toHaveLength(1)
  })

  it('asks for some lines, or for some pieces of one, and the parts add up', async () => {
    const { id } = await bought({ goods: 2, number: 3, priceFen: 333 })
    const [first, second] = await linesOf(id)
    const part = { orderGoodsId: String(first?.id), number: 1 }
    expect(
      await dataOf(wxapi.refundApply({ token: ann.token, orderId: id, type: 0, calculate: true, ...part })),
    ).toEqual({
      amountMax: 3.33,
      amountLogistics: 0,
      number: 1,
    })
    const one = await ask(shop, ann, id, part)
    expect(await codeOf(wxapi.refundApply({ token: ann.token, orderId: id, type: 0, reason: 'x', ...part }))).toBe(
      20000,
    )
    await agree(shop, one)
    const rest = await ask(shop, ann, id, { orderGoodsId: `${first?.id},${second?.id}` })
    const { baseInfo } = await newest(shop, ann, id)
    expect(baseInfo, 'the last pieces bring the freight').toMatchObject({ number: 5, amount: 5 * 3.33 + 18 })
    await agree(shop, rest)
    expect(await statusOf(shop, ann, id)).toBe(-1)
    await expectBalancedLedger(shop)
  })

  it('asks for less when less is meant, and refuses more', async () => {
    const { id } = await bought()
    const tooMuch = wxapi.refundApply({ token: ann.token, orderId: id, type: 0, reason: 'x', amount: 18.01 })
    expect(await refusalOf(tooMuch)).toEqual({ code: errors.refundTooMuch[0], msg: '最多可退 18.00 元' })
    const zero = wxapi.refundApply({ token: ann.token, orderId: id, type: 0, reason: 'x', amount: 0 })
    expect(await codeOf(zero)).toBe(errors.refundTooMuch[0])
    await ask(shop, ann, id, { amount: 5 })
    expect((await newest(shop, ann, id)).baseInfo.amount).toBe(5)
  })

  it('is for the buyer of a paid order, with a reason', async () => {
    const unpaid = await place(shop, ann, await createGoods(shop))
    const { id } = await bought()
    const apply = (token: string, orderId: number, reason = 'x') =>
      codeOf(wxapi.refundApply({ token, orderId, type: 0, reason }))
    expect(await apply(ann.token, unpaid.id)).toBe(errors.refundNotOpen[0])
    expect(await apply(ben.token, id)).toBe(errors.orderUnknown[0])
    expect(await apply('nobody', id)).toBe(errors.loginRequired[0])
    expect(await apply(ann.token, id, '')).toBe(errors.refundReasonRequired[0])
    expect(await codeOf(wxapi.refundApply({ token: ann.token, orderId: 9e9, type: 0, calculate: true }))).toBe(
      errors.orderUnknown[0],
    )
    const foreign = wxapi.refundApply({ token: ann.token, orderId: id, type: 0, reason: 'x', orderGoodsId: '999999' })
    expect(await codeOf(foreign)).toBe(errors.refundNotOpen[0])
  })

  it('asks for what the product allows, until fifteen days after it came', async () => {
    const { id } = await bought({ afterSale: '0,2' })
    expect((await linesOf(id))[0]?.afterSale, 'nothing was sent: only money back').toBe('0')
    await received(id)
    expect((await linesOf(id))[0]?.afterSale).toBe('0,2')
    const apply = (type: 0 | 1) => codeOf(wxapi.refundApply({ token: ann.token, orderId: id, type, reason: 'x' }))
    expect(await apply(1)).toBe(errors.refundTypeNotServed[0])
    await advance(15 * DAY + 60)
    expect((await linesOf(id))[0]?.afterSale).toBe('')
    expect(await apply(0)).toBe(errors.refundNotOpen[0])
  })
})

describe('money back', () => {
  it('goes to the balance it came from, once, and the goods to the shelf', async () => {
    const before = await balanceOf()
    const { id, goodsId } = await bought({ number: 2 })
    expect(await stockOf(shop, goodsId)).toBe(8)
    const refundId = await ask(shop, ann, id)
    await agree(shop, refundId, { note: '已为你办理' })
    await expect(agree(shop, refundId)).rejects.toThrow()
    expect(await balanceOf()).toBeCloseTo(before + 30, 2)
    expect(await stockOf(shop, goodsId)).toBe(10)
    const { orderInfo } = await dataOf(wxapi.orderDetail(ann.token, id))
    expect(orderInfo).toMatchObject({ status: -1, hasRefund: true, refundStatus: 1 })
    const { baseInfo, logs } = await newest(shop, ann, id)
    expect(baseInfo).toMatchObject({ status: 4, statusStr: '已完成', channel: 'balance', shopRemark: '已为你办理' })
    expect(logs.map(({ typeStr }) => typeStr)).toEqual(['申请售后', '商家同意', '退款到账'])
    const { result } = await dataOf(wxapi.cashLogsV2({ token: ann.token, type: 3 }))
    expect(result[0]).toMatchObject({ amount: 30, behavior: 0, typeStr: '退款', orderId: String(id) })
    expect((await dataOf(wxapi.userAmount(ann.token))).totalRefundAmount).toBeGreaterThanOrEqual(30)
    await expectBalancedLedger(shop)
  })

  it('goes through WeChat Pay when it came from there, once, also when answers are lost', async () => {
    const order = await bought({ online: true })
    const before = await balanceOf()
    const refundId = await ask(shop, ann, order.id)
    await sim('/wechatpay/faults', { fault: 'down', times: 2, on: '/refund' })
    await agree(shop, refundId)
    await shop.runJobs()
    expect((await newest(shop, ann, order.id)).baseInfo).toMatchObject({ status: 3, channel: 'wechatpay' })
    await sim('/wechatpay/faults', { fault: 'slowRefund' })
    for (let i = 0; i < 3; i++) await advance(600)
    expect((await newest(shop, ann, order.id)).baseInfo.status).toBe(4)
    expect(await statusOf(shop, ann, order.id)).toBe(-1)
    expect(await balanceOf(), 'it never touched the balance').toBe(before)
    const { refund_no } = await refundRow(shop, refundId)
    const given = (await sim('/wechatpay/refunds')) as unknown as { outRefundNo: string; amountFen: number }[]
    expect(given.filter(({ outRefundNo }) => outRefundNo === refund_no)).toMatchObject([{ amountFen: 1800 }])
    await expectBalancedLedger(shop)
    await expectPaymentsBooked(shop)
  })

  it('of an order paid both ways fills what the payment brought first, the rest goes to the balance', async () => {
    const goodsId = await createGoods(shop, { freightId, priceFen: 2000 })
    const order = await place(shop, ben, goodsId, parcel)
    await giveBalance(shop, ben, 800)
    await payOnline(shop, ben, { id: order.id, amountReal: 20 })
    expect(await statusOf(shop, ben, order.id)).toBe(1)
    const refundId = await ask(shop, ben, order.id)
    await agree(shop, refundId)
    await shop.runJobs()
    expect(await refundRow(shop, refundId)).toMatchObject({ online_fen: 2000, balance_fen: 800, status: 4 })
    expect((await dataOf(wxapi.userAmount(ben.token))).balance).toBe(8)
    expect((await newest(shop, ben, order.id)).baseInfo.channel).toBe('wechatpay,balance')
    await expectBalancedLedger(shop)
    await expectPaymentsBooked(shop)
  })

  it('that the gateway refuses waits for a person, and nothing is booked', async () => {
    const order = await bought({ online: true })
    const refundId = await ask(shop, ann, order.id)
    await sim('/wechatpay/faults', { fault: 'abnormalRefund' })
    await agree(shop, refundId)
    await shop.runJobs()
    expect(await refundRow(shop, refundId)).toMatchObject({ status: 3, money_state: 'stuck' })
    expect(await statusOf(shop, ann, order.id)).toBe(1)
    await expectBalancedLedger(shop)
    await expectPaymentsBooked(shop)
  })

  it('waits while the shop has too little at the gateway', async () => {
    const order = await bought({ online: true })
    const refundId = await ask(shop, ann, order.id)
    await sim('/wechatpay/faults', { fault: 'shopBalanceShort' })
    await agree(shop, refundId)
    await shop.runJobs()
    expect(await refundRow(shop, refundId)).toMatchObject({ money_state: 'sending' })
    await advance(60)
    expect(await refundRow(shop, refundId)).toMatchObject({ money_state: 'done', status: 4 })
  })

  it('of goods that were sent leaves them with the shopper', async () => {
    const { id, goodsId } = await bought()
    await ship(shop, id)
    const refundId = await ask(shop, ann, id, { logisticsStatus: 0 })
    expect((await newest(shop, ann, id)).baseInfo, 'the freight was used').toMatchObject({ amount: 10 })
    await agree(shop, refundId)
    expect(await stockOf(shop, goodsId)).toBe(9)
  })
})

describe('goods and money back', () => {
  it('waits for the parcel, whose number can be corrected, then gives the money', async () => {
    const { id, goodsId } = await bought()
    await received(id)
    const before = await balanceOf()
    const refundId = await ask(shop, ann, id, { type: 1, logisticsStatus: 1 })
    const send = (token: string, trackingNumber = 'SF12345678') =>
      codeOf(
        wxapi.refundApplySetBackLogistics({
          token,
          orderId: id,
          applyId: refundId,
          shipperName: '顺丰',
          trackingNumber,
        }),
      )
    expect(await send(ann.token), 'not before it is agreed').toBe(errors.refundNotSendable[0])
    await agree(shop, refundId)
    const waiting = (await newest(shop, ann, id)).baseInfo
    expect(waiting).toMatchObject({ status: 3, status2: 1 })
    expect(JSON.parse(waiting.logisticsContent ?? '')).toEqual({
      linkMan: '小铺售后',
      mobile: '13800138111',
      address: '杭州市西湖区文三路 1 号',
    })
    expect(await send(ben.token)).toBe(errors.refundUnknown[0])
    expect(await send('nobody')).toBe(errors.loginRequired[0])
    expect(await send(ann.token, '!')).toBe(errors.badRequest[0])
    expect(await send(ann.token, 'SF1')).toBe(errors.badRequest[0])
    expect(await send(ann.token)).toBe(0)
    expect(await send(ann.token, 'SF87654321')).toBe(0)
    const sent = (await newest(shop, ann, id)).baseInfo
    expect(sent.status2).toBe(2)
    expect(JSON.parse(sent.logisticsContent ?? '')).toMatchObject({ shipperName: '顺丰', trackingNumber: 'SF87654321' })
    expect(await balanceOf()).toBe(before)
    await cameBack(shop, refundId)
    await expect(cameBack(shop, refundId)).rejects.toThrow()
    expect(await balanceOf()).toBeCloseTo(before + 10, 2)
    expect(await stockOf(shop, goodsId)).toBe(10)
    expect(await send(ann.token)).toBe(errors.refundNotSendable[0])
    const { logs } = await newest(shop, ann, id)
    expect(logs.map(({ typeStr }) => typeStr)).toEqual(['申请售后', '商家同意', '寄回商品', '商家收到退货', '退款到账'])
    await expectBalancedLedger(shop)
  })

  it('of goods that cannot be sold again leaves the shelf alone', async () => {
    const { id, goodsId } = await bought()
    await received(id)
    const refundId = await ask(shop, ann, id, { type: 1 })
    await agree(shop, refundId)
    await cameBack(shop, refundId, { isUnusable: true })
    expect(await stockOf(shop, goodsId)).toBe(9)
  })
})

describe('an exchange', () => {
  it('moves no money, and tells the parcel of the new piece', async () => {
    const { id, goodsId } = await bought()
    await received(id)
    const before = await balanceOf()
    const refundId = await ask(shop, ann, id, { type: 2, amount: 0, reason: '有破损' })
    await agree(shop, refundId)
    await cameBack(shop, refundId, { resent: { shipper: '中通', trackingNumber: 'ZT100' } })
    const { baseInfo } = await newest(shop, ann, id)
    expect(baseInfo).toMatchObject({ status: 4, amount: 0, shipperName: '中通', trackingNumber: 'ZT100' })
    expect([await balanceOf(), await stockOf(shop, goodsId), await statusOf(shop, ann, id)]).toEqual([before, 9, 3])
    expect((await linesOf(id))[0]?.afterSale, 'the new piece may have its own trouble').toBe('0,1,2')
  })
})

describe('refundApplyCancel', () => {
  it('takes a request back, after which another may be made', async () => {
    const { id } = await bought()
    expect(await codeOf(wxapi.refundApplyCancel(ann.token, id))).toBe(errors.refundUnknown[0])
    await ask(shop, ann, id)
    expect(await codeOf(wxapi.refundApplyCancel(ben.token, id))).toBe(errors.refundUnknown[0])
    await dataOf(wxapi.refundApplyCancel(ann.token, id))
    expect(await codeOf(wxapi.refundApplyCancel(ann.token, id))).toBe(errors.refundNotCancellable[0])
    const again = await ask(shop, ann, id)
    expect((await dataOf(wxapi.orderRefunds(ann.token, id))).map(({ baseInfo }) => baseInfo.status)).toEqual([0, 1])
    await agree(shop, again)
    expect(await codeOf(wxapi.refundApplyCancel(ann.token, id))).toBe(errors.refundNotCancellable[0])
  })

  it('is possible until the goods are sent back', async () => {
    const { id } = await bought()
    await received(id)
    const refundId = await ask(shop, ann, id, { type: 1 })
    await agree(shop, refundId)
    await dataOf(wxapi.refundApplyCancel(ann.token, id, (await linesOf(id))[0]?.id))
    const second = await ask(shop, ann, id, { type: 1 })
    await agree(shop, second)
    const parcel = { shipperName: '顺丰', trackingNumber: 'SF12345' }
    await dataOf(wxapi.refundApplySetBackLogistics({ token: ann.token, applyId: second, ...parcel }))
    expect(await codeOf(wxapi.refundApplyCancel(ann.token, id))).toBe(errors.refundNotCancellable[0])
  })
})

describe('refundApplyDetail and orderRefunds', () => {
  it('tell of an order, of a line, or of all that a shopper ever asked', async () => {
    const { id } = await bought({ goods: 2 })
    const [first, second] = await linesOf(id)
    await ask(shop, ann, id, { orderGoodsId: String(first?.id) })
    expect(await dataOf(wxapi.refundApplyDetail(ann.token, id, first?.id))).toHaveLength(1)
    expect(await codeOf(wxapi.refundApplyDetail(ann.token, id, second?.id))).toBe(errors.noData[0])
    expect(await codeOf(wxapi.refundApplyDetail(ben.token, id))).toBe(errors.noData[0])
    const all = await dataOf(wxapi.orderRefunds(ann.token))
    expect(all[0]?.baseInfo.orderId).toBe(id)
    expect(all.length).toBeGreaterThan(5)
    const { orderList } = await dataOf(wxapi.orderList({ token: ann.token, refundStatus: 1, pageSize: 100 }))
    expect(orderList.every(({ refundStatus }) => refundStatus === 1)).toBe(true)
    expect(await codeOf(wxapi.orderRefunds('nobody'))).toBe(errors.loginRequired[0])
  })
})

describe('a refused request', () => {
  it('says why, and leaves the lines free for another', async () => {
    const { id } = await bought()
    const refundId = await ask(shop, ann, id)
    await refuse(shop, refundId, '商品已按你的要求定制')
    await expect(agree(shop, refundId)).rejects.toThrow()
    const { baseInfo, logs } = await newest(shop, ann, id)
    expect(baseInfo).toMatchObject({ status: 2, statusStr: '商家已拒绝', shopRemark: '商品已按你的要求定制' })
    expect(logs.at(-1)?.typeStr).toBe('商家拒绝')
    await ask(shop, ann, id)
  })
})

describe('card codes', () => {
  it('that were shown are not given back unless the shop keeper does it', async () => {
    const goodsId = await createCard(shop, { afterSale: '0' })
    const id = await buyCards(shop, ann, goodsId)
    expect((await linesOf(id))[0]?.afterSale).toBe('')
    expect(await codeOf(wxapi.refundApply({ token: ann.token, orderId: id, type: 0, reason: 'x' }))).toBe(
      errors.refundDelivered[0],
    )
    const stock = await stockOf(shop, goodsId)
    await give(shop, id)
    await shop.runJobs()
    expect((await newest(shop, ann, id)).baseInfo).toMatchObject({ status: 4, reason: '店家补偿', amount: 10 })
    expect(await statusOf(shop, ann, id)).toBe(-1)
    expect(await stockOf(shop, goodsId), 'a code that was read is not sold again').toBe(stock)
    await expect(give(shop, id)).rejects.toThrow()
  })

  it('that are not bought yet are not bought any more', async () => {
    const goodsId = await createCard(shop)
    await arm(shop, 'getmultiplegoods', 'error500', { times: 3 })
    const id = await buyCards(shop, ann, goodsId)
    const [state] = await statesOf(shop, id)
    if (state === 'planned') {
      const refundId = await ask(shop, ann, id)
      await agree(shop, refundId)
      await advance(3600)
      expect(await statesOf(shop, id)).toEqual(['refunded'])
      expect(await statusOf(shop, ann, id)).toBe(-1)
    }
    expect(state).toBe('planned')
    await expectBalancedLedger(shop)
    await expectPaymentsBooked(shop)
  })
})
