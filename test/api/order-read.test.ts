import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { PEARLS, SWEET, TEA_ADDITIONS } from '../support/choices'
import { createFreight, createGoods, HANGZHOU } from '../support/goods'
import { expectBalancedLedger } from '../support/ledger'
import { type OrderCreate, place, ship } from '../support/orders'
import { codeOf, dataOf, giveBalance, type Person, signIn } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
const freightId = await createFreight(shop)
const [tea, code, other] = [
  await createGoods(shop, { name: '老白茶 100%', freightId, stock: 99 }),
  await createGoods(shop, { name: '兑换券', stock: 99 }),
  await createGoods(shop, { name: '石竹', freightId, stock: 99 }),
]

async function paid(who: Person, goodsId: number, more: Partial<OrderCreate> = HANGZHOU): Promise<number> {
  const { id } = await place(shop, who, goodsId, more)
  await giveBalance(shop, who, 5000)
  await dataOf(wxapi.orderPay(who.token, String(id)))
  return id
}

/** One order in each state: unpaid, paid, shipped, received, reviewed, closed. */
async function oneOfEach(who: Person) {
  const unpaid = (await place(shop, who, tea, HANGZHOU)).id
  const waiting = await paid(who, other)
  const shipped = await paid(who, tea)
  await ship(shop, shipped)
  const received = await paid(who, code, {})
  const reviewed = await paid(who, code, {})
  const { goods } = await dataOf(wxapi.orderDetail(who.token, reviewed))
  const reputations = goods.map(({ id }) => ({ id, reputation: 2 as const, remark: '很好' }))
  await dataOf(wxapi.orderReputation({ token: who.token, postJsonString: { orderId: reviewed, reputations } }))
  const closed = (await place(shop, who, other, HANGZHOU)).id
  await dataOf(wxapi.orderClose(who.token, closed))
  return { unpaid, waiting, shipped, received, reviewed, closed }
}

const ann = await signIn(shop, 'ann')
const ben = await signIn(shop, 'ben')
const hers = await oneOfEach(ann)

const found = async (filter: Partial<Parameters<typeof wxapi.orderList>[0]>) => {
  const { code: answer, data } = await wxapi.orderList({ token: ann.token, ...filter })
  if (answer === errors.noData[0]) return []
  return (data as { orderList: { id: number }[] }).orderList.map(({ id }) => id)
}

describe('orderList', () => {
  it("answers the caller's orders, the newest first, with lines and addresses", async () => {
    const page = await dataOf(wxapi.orderList({ token: ann.token }))
    const { unpaid, waiting, shipped, received, reviewed, closed } = hers
    expect(page.orderList.map(({ id }) => id)).toEqual([closed, reviewed, received, shipped, waiting, unpaid])
    expect(page).toMatchObject({ totalRow: 6, totalPage: 1 })
    expect(page.goodsMap[unpaid]).toMatchObject([{ goodsId: tea, number: 1, amountSingle: 10 }])
    expect(page.logisticsMap[unpaid]).toMatchObject({ linkMan: '林小满', cityStr: '杭州市' })
    expect(page.logisticsMap).not.toHaveProperty(String(received))
    expect(await codeOf(wxapi.orderList({ token: ben.token }))).toBe(errors.noData[0])
    expect(await codeOf(wxapi.orderList({ token: 'nobody' }))).toBe(errors.loginRequired[0])
  })

  it('filters by state, number, name, branch, need for a parcel and rating', async () => {
    const { unpaid, waiting, shipped, received, reviewed, closed } = hers
    for (const [status, id] of [
      [0, unpaid],
      [1, waiting],
      [2, shipped],
      [3, received],
      [4, reviewed],
      [-1, closed],
    ] as const)
      expect(await found({ status })).toEqual([id])
    expect(await found({ statusBatch: '3,4' })).toEqual([reviewed, received])
    expect(await found({ statusBatch: '-1,0' })).toEqual([closed, unpaid])
    const { orderList } = await dataOf(wxapi.orderList({ token: ann.token, status: 2 }))
    expect(await found({ orderNumber: orderList[0]?.orderNumber })).toEqual([shipped])
    expect(await found({ nameLike: '白茶' })).toEqual([shipped, unpaid])
    expect(await found({ nameLike: '100%' })).toEqual([shipped, unpaid])
    expect(await found({ nameLike: '1%0' }), '% means itself').toEqual([])
    expect(await found({ goodReputation: 2 })).toEqual([reviewed])
    expect(await found({ goodReputation: 0 })).toEqual([])
    expect(await found({ shopId: 0, status: 1 })).toEqual([waiting])
    expect(await found({ shopId: 7 })).toEqual([])
    expect(await found({ hasRefund: true })).toEqual([])
    expect(await found({ refundStatus: 1 })).toEqual([])
    expect(await found({ hasRefund: false, refundStatus: 0, type: 0 })).toHaveLength(6)
    expect(await found({ type: 7 })).toEqual([])
  })

  it('turns pages, and says nothing beyond the last', async () => {
    const pages = await Promise.all([1, 2, 3].map(page => found({ page, pageSize: 4 })))
    expect(pages.map(ids => ids.length)).toEqual([4, 2, 0])
    expect(new Set(pages.flat()).size).toBe(6)
    const { totalRow, totalPage } = await dataOf(wxapi.orderList({ token: ann.token, page: 2, pageSize: 4 }))
    expect([totalRow, totalPage]).toEqual([6, 2])
    expect(await codeOf(wxapi.orderList({ token: ann.token, page: 10_001 }))).toBe(errors.badRequest[0])
  })

  it('refuses numbers that no database holds', async () => {
    const answer = wxapi.orderList({ token: ann.token, statusBatch: '99999999999999999999999' })
    expect(await codeOf(answer)).toBe(errors.badRequest[0])
  })
})

describe('orderDetail', () => {
  it('tells a shipped order with its parcels and what happened when', async () => {
    const parcels = await paid(ann, tea, { ...HANGZHOU, extJsonStr: { note: 1 } })
    await ship(shop, parcels, 'SF0001')
    await ship(shop, parcels, 'SF0002')
    const detail = await dataOf(wxapi.orderDetail(ann.token, parcels))
    expect(detail.orderInfo).toMatchObject({ status: 2, isPay: true, trackingNumber: 'SF0001', isNeedLogistics: true })
    expect(detail.orderInfo).not.toHaveProperty('supplyState')
    expect(detail.logistics).toMatchObject({
      shipperName: '顺丰速运',
      trackingNumber: 'SF0001',
      mobileMask: '138****8000',
    })
    expect(detail.orderLogisticsShippers).toMatchObject([
      { orderId: parcels, shipperName: '顺丰速运', trackingNumber: 'SF0001', traces: '[]', tracesArray: [] },
      { trackingNumber: 'SF0002' },
    ])
    expect(detail).not.toHaveProperty('logisticsTraces')
    expect(detail).not.toHaveProperty('goodsCoupons')
    expect(detail.logs.map(({ type, typeStr }) => [type, typeStr])).toEqual([
      [0, '下单'],
      [1, '支付'],
      [2, '发货'],
    ])
    expect(detail.extJson).toEqual({ note: 1 })
  })

  it('says when receipt will be confirmed by itself, while that is still to come', async () => {
    const id = await paid(ann, tea)
    const before = (await dataOf(wxapi.orderDetail(ann.token, id))).orderInfo
    expect(before).not.toHaveProperty('dateConfirm')
    await ship(shop, id, 'SF0009')
    const { dateDelivery = '', dateConfirm = '' } = (await dataOf(wxapi.orderDetail(ann.token, id))).orderInfo
    expect(Date.parse(dateConfirm) - Date.parse(dateDelivery)).toBe(10 * 86_400_000)
    await dataOf(wxapi.orderDelivery(ann.token, id))
    expect((await dataOf(wxapi.orderDetail(ann.token, id))).orderInfo).not.toHaveProperty('dateConfirm')
  })

  it('keeps the additions as they were bought', async () => {
    const cup = await createGoods(shop, { additions: TEA_ADDITIONS })
    const { id } = await place(shop, ann, [{ goodsId: cup, number: 1, goodsAdditionList: [SWEET, PEARLS] }])
    const { goods } = await dataOf(wxapi.orderDetail(ann.token, id))
    expect(goods[0]?.additions).toMatchObject([
      { ...SWEET, name: '全糖' },
      { ...PEARLS, pname: '加料', price: 2 },
    ])
    await dataOf(wxapi.orderClose(ann.token, id))
  })

  it('shows where a parcel is, once somebody knows', async () => {
    const id = await paid(ann, tea)
    await ship(shop, id, 'SF0003')
    const traces = [{ AcceptTime: '2026-03-01 10:00:00', AcceptStation: '【杭州】已揽收' }]
    await shop.app.services.transaction(tx =>
      tx
        .updateTable('shipments')
        .set({ traces_json: JSON.stringify(traces) })
        .where('merchant_id', '=', shop.merchantId)
        .where('order_id', '=', id)
        .execute(),
    )
    const detail = await dataOf(wxapi.orderDetail(ann.token, id))
    expect(detail.logisticsTraces).toEqual(traces)
    expect(detail.orderLogisticsShippers?.[0]?.tracesArray).toEqual(traces)
  })

  it('shows the reviews that its buyer wrote', async () => {
    const { reviews, goods, orderInfo } = await dataOf(wxapi.orderDetail(ann.token, hers.reviewed))
    expect(orderInfo.status).toBe(4)
    expect(reviews).toMatchObject([
      {
        orderGoodsId: goods[0]?.id,
        goodReputation: 2,
        goodReputationRemark: '很好',
        dateReputation: expect.any(String),
      },
    ])
  })

  it('is for the buyer alone, by id or by code', async () => {
    const { id, hxNumber } = await place(shop, ann, code, { isCanHx: true })
    expect((await dataOf(wxapi.orderDetail(ann.token, hers.unpaid, hxNumber))).orderInfo.id, 'the code wins').toBe(id)
    const refused = [
      wxapi.orderDetail(ben.token, id),
      wxapi.orderDetail(ben.token, undefined, hxNumber),
      wxapi.orderDetail(ann.token, 9e15),
      wxapi.orderDetail(ann.token),
      wxapi.orderDetail(ann.token, id, '0'),
    ]
    for (const answer of refused) expect(await codeOf(answer)).toBe(errors.orderUnknown[0])
    expect(await codeOf(wxapi.orderDetail('nobody', id))).toBe(errors.loginRequired[0])
    await dataOf(wxapi.orderClose(ann.token, id))
  })
})

describe('orderStatistics', () => {
  it('counts the orders in each state, by either name', async () => {
    const cleo = await signIn(shop, 'cleo')
    await oneOfEach(cleo)
    const each = {
      count_id_no_pay: 1,
      count_id_no_transfer: 1,
      count_id_no_confirm: 1,
      count_id_no_reputation: 1,
      count_id_success: 1,
      count_id_close: 1,
    }
    expect(await dataOf(wxapi.orderStatistics(cleo.token))).toEqual(each)
    expect(await dataOf(wxapi.orderStatisticsv2({ token: cleo.token }))).toEqual(each)
    expect(await dataOf(wxapi.orderStatisticsv2({ token: cleo.token, isNeedLogistics: true }))).toEqual({
      ...each,
      count_id_no_reputation: 0,
      count_id_success: 0,
    })
    expect(await dataOf(wxapi.orderStatistics(ben.token))).toEqual(
      Object.fromEntries(Object.keys(each).map(name => [name, 0])),
    )
    expect(await codeOf(wxapi.orderStatistics('nobody'))).toBe(errors.loginRequired[0])
    await expectBalancedLedger(shop)
  })
})
