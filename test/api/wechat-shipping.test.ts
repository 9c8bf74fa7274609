/** WeChat is told of what is sent, or it keeps the money back. */
import { beforeEach, describe, expect, it } from 'vitest'
import { shipOrder } from '../../server/domains/order/ship'
import { setSetting } from '../../server/domains/site/settings'
import { createFreight, createGoods, HANGZHOU } from '../support/goods'
import { type OrderCreate, payOnline, place } from '../support/orders'
import { dataOf, giveBalance, signIn } from '../support/people'
import { createShop } from '../support/shop'
import { rowsOf } from '../support/tables'

const shop = await createShop()
const { wxapi, merchantId } = shop
const { transaction, clock } = shop.app.services
const ann = await signIn(shop, 'ann')
const parcelGoods = await createGoods(shop, {
  name: '老白茶',
  freightId: await createFreight(shop, { isFree: 1 }),
  stock: 99,
})
const codeGoods = await createGoods(shop, { name: '会员月卡', stock: 99 })

interface Upload {
  transactionId: string
  logisticsType: number
  deliveryMode: number
  parcels: Record<string, unknown>[]
  uploads: number
}
const uploads = async () => ((await shop.sim('/wechat/shipped')) as unknown as { uploads: Upload[] }).uploads
const before = { count: 0 }
beforeEach(async () => {
  before.count = (await uploads()).length
})
const told = async () => (await uploads()).slice(before.count)
const jobs = async () => (await rowsOf(shop)).jobs?.filter(job => job.includes('uploadShipping')) ?? []

async function paidOrder(goodsId: number, more: Partial<OrderCreate> = {}) {
  const order = await place(shop, ann, goodsId, { ...HANGZHOU, ...more })
  await payOnline(shop, ann, order)
  return order
}

const send = (id: number, shipper: string, trackingNumber: string) =>
  transaction(tx => shipOrder(tx, merchantId, id, { shipper, trackingNumber }, clock.now()))

describe('a parcel', () => {
  it('is told with its company and the masked number of who gets it, once WeChat knows the payment', async () => {
    const { id } = await paidOrder(parcelGoods)
    await send(id, '顺丰', 'SF1234567890')
    await shop.runJobs()
    expect(await told()).toEqual([])
    await shop.advance(91)
    expect(await told()).toMatchObject([
      {
        logisticsType: 1,
        deliveryMode: 1,
        uploads: 1,
        parcels: [
          {
            tracking_no: 'SF1234567890',
            express_company: 'SF',
            item_desc: '老白茶',
            contact: { receiver_contact: '138****8000' },
          },
        ],
      },
    ])
    expect(await jobs()).toEqual([])
  })

  it('is told, too, when a service provider collected for it', async () => {
    const order = await place(shop, ann, parcelGoods, HANGZHOU)
    const nextAction = { type: 0, id: String(order.id) }
    const sheet = await dataOf(wxapi.wxpayFWS({ token: ann.token, money: order.amountReal, nextAction }))
    await shop.sim('/wechatpay-v2/confirm', { ...sheet })
    await send(order.id, '顺丰', 'SF2234567890')
    await shop.advance(91)
    expect(await told()).toMatchObject([{ parcels: [{ tracking_no: 'SF2234567890' }] }])
  })

  it('that follows is told once more, and no further one', async () => {
    const { id } = await paidOrder(parcelGoods)
    for (const [number, uploadsSoFar] of [
      ['ZTO0001', 1],
      ['ZTO0002', 2],
      ['ZTO0003', 2],
    ] as const) {
      await send(id, '中通快递', number)
      await shop.advance(91)
      expect((await told())[0]?.uploads).toBe(uploadsSoFar)
    }
    expect((await told())[0]).toMatchObject({ deliveryMode: 2, parcels: [{}, {}] })
  })

  it('is told when all orders of the payment are sent', async () => {
    const [one, two] = [await place(shop, ann, parcelGoods, HANGZHOU), await place(shop, ann, parcelGoods, HANGZHOU)]
    await payOnline(shop, ann, { id: `${one.id},${two.id}`, amountReal: one.amountReal + two.amountReal })
    await send(one.id, '圆通', 'YTO0001')
    await shop.advance(91)
    expect(await told()).toEqual([])
    await send(two.id, '圆通', 'YTO0002')
    await shop.advance(91)
    expect(await told()).toMatchObject([
      { deliveryMode: 2, parcels: [{ express_company: 'YTO' }, { tracking_no: 'YTO0002' }] },
    ])
  })

  it('of a company that WeChat does not know calls a person, who sends it again by its full name', async () => {
    const { id, orderNumber } = await paidOrder(parcelGoods)
    await send(id, '隔壁老王', 'W000001')
    await shop.advance(91)
    expect(await told()).toEqual([])
    expect(shop.logLines().join('')).toMatch(new RegExp(`订单 ${orderNumber} 的发货信息没有上传到微信`))
    await send(id, 'ZTO', 'ZTO9')
    await shop.advance(91)
    expect(await told()).toEqual([])
  })
})

describe('what has no parcel', () => {
  it('is told as virtual when nothing is to be sent', async () => {
    await paidOrder(codeGoods)
    await shop.advance(91)
    expect(await told()).toMatchObject([{ logisticsType: 3, deliveryMode: 1, parcels: [{ item_desc: '会员月卡' }] }])
  })

  it('is told as fetched when staff verified its code', async () => {
    const { hxNumber = '' } = await paidOrder(codeGoods, { isCanHx: true })
    await shop.advance(91)
    expect(await told()).toEqual([])
    await transaction(tx => setSetting(tx, merchantId, { key: 'order_hx_uids', value: String(ann.uid) }, clock.now()))
    await dataOf(wxapi.orderHXV2({ token: ann.token, hxNumber }))
    await shop.advance(91)
    expect(await told()).toMatchObject([{ logisticsType: 4 }])
  })
})

describe('nothing is told', () => {
  it('of orders paid from the balance', async () => {
    await giveBalance(shop, ann, 10_000)
    const order = await place(shop, ann, codeGoods)
    await dataOf(wxapi.orderPay(ann.token, String(order.id)))
    await shop.advance(91)
    expect(await told()).toEqual([])
    expect(await jobs()).toEqual([])
  })

  it('where the mini-program has no such duty', async () => {
    await shop.sim('/wechat/trade-managed', { value: false })
    await shop.advance(90_000)
    await paidOrder(codeGoods)
    await shop.advance(91)
    expect(await told()).toEqual([])
  })
})
