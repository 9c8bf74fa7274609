import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { type BranchDraft, saveBranch } from '../../server/domains/subshop/store'
import { createFreight, createGoods, HANGZHOU } from '../support/goods'
import { payOnline, place, priceFor } from '../support/orders'
import { codeOf, dataOf, signIn } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
const ann = await signIn(shop, 'ann')
const freightId = await createFreight(shop)

const save = (draft: BranchDraft) =>
  shop.app.services.transaction(tx => saveBranch(tx, shop.merchantId, draft, shop.now()))

const lake = await save({
  name: '西湖店',
  address: '文三路 1 号',
  hours: '9:00–21:00',
  latitude: 30.27,
  longitude: 120.13,
})
const river = await save({ name: '滨江店', address: '江南大道', phone: '0571-8800', latitude: 30.2, longitude: 120.21 })
const attic = await save({ name: '仓库', hands_out: 0 })

describe('fetchShops', () => {
  it('lists branches as the shop keeper has them, or the nearest first', async () => {
    const branches = await dataOf(wxapi.fetchShops())
    expect(branches.map(({ name }) => name)).toEqual(['西湖店', '滨江店', '仓库'])
    expect(branches[0]).toMatchObject({ address: '文三路 1 号', openingHours: '9:00–21:00', openZiqu: true })
    expect(branches[0]).not.toHaveProperty('distance')
    const near = await dataOf(wxapi.fetchShops({ curlatitude: 30.21, curlongitude: 120.2 }))
    expect(near.map(({ name }) => name)).toEqual(['滨江店', '西湖店', '仓库'])
    expect(near[0]?.distance).toBeGreaterThan(1)
    expect(near[0]?.distance).toBeLessThan(2)
    expect(near[2]).not.toHaveProperty('distance')
    expect((await dataOf(wxapi.fetchShops({ nameLike: '湖' }))).map(({ id }) => id)).toEqual([lake.id])
    expect((await dataOf(wxapi.fetchShops({ page: 2, pageSize: 2 }))).map(({ id }) => id)).toEqual([attic.id])
    expect(await codeOf(wxapi.fetchShops({ page: 9 }))).toBe(errors.noData[0])
  })

  it('knows of a change at once', async () => {
    await save({ name: '滨江店', phone: '0571-9900' })
    expect((await dataOf(wxapi.fetchShops())).find(({ id }) => id === river.id)).toMatchObject({
      linkPhone: '0571-9900',
      address: '江南大道',
    })
  })
})

describe('shopSubdetail', () => {
  it('tells of one branch', async () => {
    expect((await dataOf(wxapi.shopSubdetail(lake.id))).info).toMatchObject({ name: '西湖店', latitude: 30.27 })
    expect(await codeOf(wxapi.shopSubdetail(9e9))).toBe(errors.noData[0])
  })
})

describe('pickPoints', () => {
  it('are the branches that hand out', async () => {
    const { result, totalRow } = await dataOf(wxapi.pickPoints())
    expect([result.map(({ id }) => id), totalRow]).toEqual([[lake.id, river.id], 2])
    expect((await dataOf(wxapi.pickPoints({ shopIds: String(river.id) }))).result).toHaveLength(1)
    expect(await codeOf(wxapi.pickPoints({ shopIds: String(attic.id) }))).toBe(errors.noData[0])
  })
})

describe('an order that is fetched', () => {
  const fetched = { peisongType: 'zq', isCanHx: true, linkMan: '林小满', mobile: '13800138000' }

  it('costs no freight, names its branch and has a code', async () => {
    const goodsId = await createGoods(shop, { freightId })
    expect((await priceFor(shop, ann, goodsId, fetched)).amountReal).toBe(10)
    const order = await place(shop, ann, goodsId, { ...fetched, shopIdZt: lake.id, shopNameZt: '随便写的' })
    await payOnline(shop, ann, order)
    const { orderInfo, shopInfoZt, logistics } = await dataOf(wxapi.orderDetail(ann.token, order.id))
    expect(orderInfo).toMatchObject({ status: 1, shopIdZt: lake.id, shopNameZt: '西湖店', peisongType: 'zq' })
    expect(orderInfo.hxNumber).toMatch(/^\d{12}$/)
    expect(shopInfoZt).toMatchObject({ name: '西湖店', address: '文三路 1 号', openingHours: '9:00–21:00' })
    expect(logistics).toMatchObject({ linkMan: '林小满', mobile: '13800138000' })
  })

  it('is refused where nothing is handed out', async () => {
    const goodsId = await createGoods(shop, { freightId })
    const order = (shopIdZt: number) =>
      codeOf(wxapi.orderCreate({ token: ann.token, goodsJsonStr: [{ goodsId, number: 1 }], ...fetched, shopIdZt }))
    expect(await order(attic.id)).toBe(errors.branchUnknown[0])
    expect(await order(9e9)).toBe(errors.branchUnknown[0])
  })

  it('is not named by an order that is sent', async () => {
    const order = await place(shop, ann, await createGoods(shop, { freightId }), { ...HANGZHOU, shopIdZt: lake.id })
    expect((await dataOf(wxapi.orderDetail(ann.token, order.id))).orderInfo).not.toHaveProperty('shopIdZt')
  })
})
