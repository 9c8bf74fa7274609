import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { fen } from '../../contract/money'
import { createFreight, createGoods, createShirt, HANGZHOU } from '../support/goods'
import { expectBalancedLedger } from '../support/ledger'
import { place, statusOf, stockOf } from '../support/orders'
import { codeOf, dataOf, refusalOf, signIn } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
const ann = await signIn(shop, 'ann')
const { token } = ann

const create = (goodsId: number, more: Partial<Parameters<typeof wxapi.orderCreate>[0]> = {}) =>
  wxapi.orderCreate({ token, goodsJsonStr: [{ goodsId, number: 1 }], ...more })

describe('orderCreate', () => {
  it('places an order, takes the goods off the shelf and keeps what was agreed', async () => {
    const freightId = await createFreight(shop)
    const shirt = await createShirt(shop, { freightId, afterSale: '0,1' })
    const order = await place(shop, ann, [{ goodsId: shirt, number: 2, propertyChildIds: '2:4,1:2' }], {
      ...HANGZHOU,
      streetId: '330106002000',
      code: '310000',
      latitude: 30.28,
      longitude: 120.12,
      remark: '请放门口',
      extJsonStr: { gift: true, note: '生日' },
    })
    expect(order).toMatchObject({
      orderNumber: expect.stringMatching(/^OD\d{18}$/),
      uid: ann.uid,
      userId: shop.merchantId,
      status: 0,
      statusStr: '待付款',
      amount: 238,
      amountTotle: 238,
      amountLogistics: 10,
      amountReal: 248,
      goodsNumber: 2,
      isNeedLogistics: true,
      isPay: false,
      isCanHx: false,
      remark: '请放门口',
    })
    expect(order).not.toHaveProperty('hxNumber')
    const page = await dataOf(wxapi.goodsDetail(shirt))
    expect(page.skuList?.map(({ stores }) => stores)).toEqual([5, 0, 5, 1])

    const detail = await dataOf(wxapi.orderDetail(token, order.id))
    expect(detail.goods).toMatchObject([
      {
        orderId: order.id,
        goodsId: shirt,
        goodsName: '棉布衬衫',
        property: '颜色：蓝 尺码：大',
        propertyChildIds: '1:2,2:4,',
        number: 2,
        amountSingle: 119,
        amount: 238,
        // Nothing can be asked back of what is not paid.
        afterSale: '',
        uid: ann.uid,
      },
    ])
    expect(detail.logistics).toMatchObject({
      linkMan: '林小满',
      mobile: '13800138000',
      mobileMask: '138****8000',
      provinceStr: '浙江省',
      cityStr: '杭州市',
      areaStr: '西湖区',
      streetStr: expect.stringMatching(/街道|镇/),
      address: '文三路 1 号',
      code: '310000',
      latitude: 30.28,
      longitude: 120.12,
    })
    expect(detail.extJson).toEqual({ gift: true, note: '生日' })
    expect(detail.logs).toMatchObject([{ type: 0, typeStr: '下单' }])
  })

  it('needs somebody who is signed in to this shop', async () => {
    const goodsId = await createGoods(shop)
    const other = await shop.anotherShop('elsewhere')
    const stranger = await signIn(other, 'stranger')
    for (const wrong of ['nobody', stranger.token])
      expect(await codeOf(create(goodsId, { token: wrong }))).toBe(errors.loginRequired[0])
    expect(await stockOf(shop, goodsId)).toBe(10)
  })

  it('refuses a parcel without an address, piece by piece', async () => {
    const goodsId = await createGoods(shop, { freightId: await createFreight(shop) })
    for (const missing of ['linkMan', 'mobile', 'address'] as const)
      expect(await codeOf(create(goodsId, { ...HANGZHOU, [missing]: '' }))).toBe(errors.addressRequired[0])
    const nowhere = { ...HANGZHOU, provinceId: '0', cityId: '0', districtId: '0' }
    expect(await codeOf(create(goodsId, nowhere))).toBe(errors.addressRequired[0])
    expect(await codeOf(create(goodsId, { ...HANGZHOU, districtId: '650102000000' }))).toBe(errors.regionUnknown[0])
    expect(await stockOf(shop, goodsId)).toBe(10)
    const picked = await place(shop, ann, goodsId, { peisongType: 'zq', isCanHx: true })
    expect(picked).toMatchObject({ amountReal: 10, isNeedLogistics: false, isCanHx: true })
    expect(picked.hxNumber).toMatch(/^\d{12}$/)
  })

  it('refuses another price than the shopper saw, and says the new one', async () => {
    const goodsId = await createGoods(shop)
    const answer = await create(goodsId, { amountExpected: 9.99 })
    expect(answer).toMatchObject({ code: errors.priceChanged[0], data: { amountReal: 10 } })
    expect(await stockOf(shop, goodsId)).toBe(10)
    expect(await place(shop, ann, goodsId, { amountExpected: 10 })).toMatchObject({ status: 0 })
    expect(await codeOf(create(goodsId, { amountExpected: 9.999 }))).toBe(errors.badRequest[0])
  })

  it('refuses what would change the price and is not served, and reserves nothing', async () => {
    const goodsId = await createGoods(shop)
    const unserved = [
      [{ kjid: 3, pingtuanOpenId: 3 }, '砍价同时拼团'],
      [{ payOnDelivery: 1 }, '货到付款'],
    ] as const
    for (const [option, name] of unserved) {
      const refused = { code: errors.optionNotServed[0], msg: `暂不支持${name}` }
      expect(await refusalOf(create(goodsId, option))).toEqual(refused)
      expect(await refusalOf(create(goodsId, { ...option, calculate: true }))).toEqual(refused)
    }
    expect(await stockOf(shop, goodsId)).toBe(10)
    const none = { kjid: 0, pingtuanOpenId: 0, couponId: '', deductionScore: -1, payOnDelivery: 0 }
    expect(await codeOf(create(goodsId, none))).toBe(0)
  })

  it('refuses forms that the contract does not allow', async () => {
    const goodsId = await createGoods(shop)
    const wrong = [
      { expireMinutes: 0 },
      { expireMinutes: 10_081 },
      { idempotencyKey: 'short' },
      { provinceId: '33' },
      { remark: 'x'.repeat(201) },
      { extJsonStr: { deep: { er: 1 } } as never },
    ]
    for (const more of wrong)
      expect(await codeOf(create(goodsId, more)), JSON.stringify(more)).toBe(errors.badRequest[0])
    expect(await stockOf(shop, goodsId)).toBe(10)
  })

  it('has an order for nothing paid at once', async () => {
    const gift = await createGoods(shop, { priceFen: 0 })
    const done = await place(shop, ann, gift)
    expect(done).toMatchObject({ status: 3, amountReal: 0, isPay: true })
    const posted = await createGoods(shop, { priceFen: 0, freightId: await createFreight(shop, { isFree: 1 }) })
    expect(await place(shop, ann, posted, HANGZHOU)).toMatchObject({ status: 1, amountReal: 0, isPay: true })
    const fetched = await place(shop, ann, gift, { peisongType: 'zq', isCanHx: true })
    expect(fetched).toMatchObject({ status: 1, isPay: true })
    expect(await statusOf(shop, ann, done.id)).toBe(3)
    expect(await stockOf(shop, gift)).toBe(8)
    await expectBalancedLedger(shop)
  })

  it('lets one shopper hold twenty unpaid orders, also when they come all at once', async () => {
    const goodsId = await createGoods(shop, { stock: 100 })
    const hoarder = await signIn(shop, 'hoarder')
    const tries = Array.from({ length: 30 }, () => codeOf(create(goodsId, { token: hoarder.token })))
    const codes = await Promise.all(tries)
    expect(codes.filter(code => code === 0)).toHaveLength(20)
    expect(new Set(codes)).toEqual(new Set([0, errors.tooManyUnpaid[0]]))
    expect(await stockOf(shop, goodsId)).toBe(80)
    const { orderList } = await dataOf(wxapi.orderList({ token: hoarder.token, pageSize: 1 }))
    await dataOf(wxapi.orderClose(hoarder.token, orderList[0]?.id ?? 0))
    expect(await codeOf(create(goodsId, { token: hoarder.token }))).toBe(0)
  })
})

describe('orderCreate of goods that ask for something', () => {
  const fields = [
    { key: 'account', label: '充值账号', placeholder: '', required: true, pattern: '^1[3-9]\\d{9}$' },
    { key: 'note', label: '留言', placeholder: '', required: false },
  ]
  const supply = { type: 'weilian', goodsId: 'MBaN9RXwRvrnodE0', kind: 1, fields }

  it('refuses an account left out or in the wrong form, but not while the shopper still fills it in', async () => {
    const goodsId = await createGoods(shop, { supply })
    const order = (given: Record<string, string> | undefined, calculate = false) =>
      wxapi.orderCreate({ token, calculate, goodsJsonStr: [{ goodsId, number: 1, ...(given && { fields: given }) }] })
    expect(await refusalOf(order(undefined))).toEqual({ code: errors.fieldRequired[0], msg: '请填写充值账号' })
    expect(await refusalOf(order({ account: '  ' }))).toMatchObject({ code: errors.fieldRequired[0] })
    expect(await refusalOf(order({ account: '12345' }))).toEqual({
      code: errors.fieldRequired[0],
      msg: '充值账号格式不正确',
    })
    expect(await codeOf(order(undefined, true))).toBe(0)
    expect(await codeOf(order({ account: '12345' }, true))).toBe(0)
    expect(await stockOf(shop, goodsId)).toBe(10)
  })

  it('keeps what was asked for, trimmed, and nothing else', async () => {
    const goodsId = await createGoods(shop, { supply, priceFen: 1000 })
    const given = { account: ' 13800138000 ', other: '多余' }
    const order = await place(shop, ann, [{ goodsId, number: 1, fields: given }])
    const { goods } = await dataOf(wxapi.orderDetail(token, order.id))
    expect(goods[0]).toMatchObject({ supplyType: 'weilian' })
    expect(goods[0]?.fields).toEqual([{ key: 'account', label: '充值账号', value: '13800138000' }])
  })

  it('counts two accounts of one product as two lines', async () => {
    const goodsId = await createGoods(shop, { supply, priceFen: fen(1000) })
    const lines = ['13800138000', '13900139000'].map(account => ({ goodsId, number: 1, fields: { account } }))
    const order = await place(shop, ann, lines)
    const { goods } = await dataOf(wxapi.orderDetail(token, order.id))
    expect(goods.map(line => line.fields?.[0]?.value)).toEqual(['13800138000', '13900139000'])
    expect(await stockOf(shop, goodsId)).toBe(8)
  })
})
