import { describe, expect, it } from 'vitest'
import { methods } from '../../contract/generate/methods'
import { fen } from '../../contract/money'
import { setWorth } from '../../server/domains/score/keeper'
import { INTO } from '../../server/domains/score/rules'
import { createCoupon, giveScore } from '../support/coupons'
import { createFreight, createShirt, HANGZHOU } from '../support/goods'
import { wxCode } from '../support/people'
import { loadSdk } from '../support/sdk'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi, calls } = loadSdk(shop.origin, shop.subDomain, shop.merchantId)

async function data<Data>(answer: Promise<{ code: number; msg: string; data?: unknown }>): Promise<Data> {
  const { code, msg, data: value } = await answer
  expect(code, msg).toBe(0)
  return value as Data
}
const call = (name: string, ...args: unknown[]) => {
  const method = wxapi[name]
  if (!method) throw new Error(`the SDK has no ${name}`)
  return method(...args)
}

describe('the apifm-wxapi package against this server', () => {
  // The reference names it, no version of the package has it.
  const inPackage = methods.map(({ name }) => name).filter(name => name !== 'wxpayIntelsalon')

  it.each(inPackage)('%s reaches a path that is served, with fields that the contract knows', async name => {
    const method = methods.find(one => one.name === name)
    if (!method || !(name in wxapi)) throw new Error(`the SDK has no ${name}`)
    const isUpload = method.transport === 'upload'
    const values = Object.fromEntries(
      Object.keys(method.input.properties).map(field => [field, isUpload ? 'data:image/png;base64,AA==' : '1']),
    )
    // The one that takes a list and joins it itself.
    if (name === 'pingtuanSets') values.goodsId = ['1'] as never
    const args = method.order.length ? method.order.map(field => values[field]) : [values]
    if (method.transport === 'picture') {
      const address = String(call(name, ...args)).replace('https://api.it120.cc', shop.origin)
      expect((await fetch(address)).headers.get('content-type')).toBe('image/png')
      return
    }
    await (name === 'payVariableUrl' ? call(name, '/pay/wx/wxapp', values) : call(name, ...args)).catch(() => undefined)
    const sent = calls.at(-1)
    expect(sent?.status).toBe(200)
    const known = [...Object.keys(method.input.properties), ...Object.keys(method.constants), 'peisongOrderId']
    const unknown = Object.keys(sent?.fields ?? {}).filter(field => !known.includes(field))
    expect(unknown, `${name} sends what our contract leaves out`).toEqual([])
  })

  it('shops from login to receipt', async () => {
    const freightId = await createFreight(shop)
    const shirt = await createShirt(shop, { freightId })
    const { token, uid } = await data<{ token: string; uid: number }>(call('authorize', { code: wxCode('sdk') }))
    await data(call('checkToken', token))
    const detail = await data<{ basicInfo: { minPrice: number }; skuList: { propertyChildIds: string }[] }>(
      call('goodsDetail', shirt),
    )
    expect(detail.basicInfo.minPrice).toBe(99)
    expect(detail.skuList[0]?.propertyChildIds).toBe('1:1,2:3,')
    const price = await data<{ price: number }>(call('goodsPriceV2', { goodsId: shirt, propertyChildIds: ',1:2,2:4' }))
    expect(price.price).toBe(119)

    const sku = [
      { optionId: 1, optionValueId: 2 },
      { optionId: 2, optionValueId: 4 },
    ]
    expect((await call('shippingCarInfoAddItem', token, shirt, 1, [], [])).code).toBe(30002)
    await data(call('shippingCarInfoAddItem', token, shirt, 2, sku, []))
    const cart = await data<{ items: { key: string; price: number; number: number }[] }>(call('shippingCarInfo', token))
    expect(cart.items).toMatchObject([{ price: 119, number: 2 }])

    await data(call('addAddress', { token, ...HANGZHOU, isDefault: 'true' }))
    const { info } = await data<{ info: { provinceStr: string } }>(call('defaultAddress', token))
    expect(info.provinceStr).toBe('浙江省')
    const goodsJsonStr = JSON.stringify([{ goodsId: shirt, number: 2, propertyChildIds: '1:2,2:4,', logisticsType: 0 }])
    const order = { token, goodsJsonStr, remark: '', ...HANGZHOU }
    const { amountReal } = await data<{ amountReal: number }>(call('orderCreate', { ...order, calculate: 'true' }))
    expect(amountReal).toBe(248)
    const { id } = await data<{ id: number }>(call('orderCreate', order))
    const nextAction = JSON.stringify({ type: 0, id })
    const sheet = await data<{ package: string; outTradeId: string }>(
      call('wxpay', { token, money: amountReal, payName: '订单', nextAction }),
    )
    await shop.sim('/wechatpay/confirm', { package: sheet.package })
    await data(call('payQuery', token, sheet.outTradeId))
    const { orderInfo } = await data<{ orderInfo: { status: number; uid: number } }>(call('orderDetail', token, id))
    expect(orderInfo).toMatchObject({ status: 1, uid })
    const list = await data<{ orderList: { id: number }[]; goodsMap: Record<string, unknown[]> }>(
      call('orderList', { token, status: 1 }),
    )
    expect(list.orderList).toMatchObject([{ id }])
    expect(list.goodsMap[id]).toHaveLength(1)
    await data(call('loginout', token))
    expect((await call('userDetail', token)).code).toBe(2000)
  })

  it('fetches a coupon, sees it proposed, and signs in', async () => {
    const rule = await createCoupon(shop, { name: '满百减十', value_min: fen(1000), threshold_fen: fen(10_000) })
    const shirt = await createShirt(shop)
    const { token } = await data<{ token: string }>(call('authorize', { code: wxCode('sdk-coupon') }))
    const offered = await data<{ id: number; moneyMax: number; moneyHreshold: number }[]>(call('coupons', { token }))
    expect(offered).toMatchObject([{ id: rule, moneyMax: 10, moneyHreshold: 100, needScore: 0 }])
    await data(call('fetchCoupons', { id: rule, token, pwd: '', detect: 'true' }))
    await data(call('fetchCoupons', { id: rule, token, pwd: '' }))
    expect((await call('fetchCoupons', { id: rule, token })).code).toBe(20003)
    const [mine] = await data<{ id: number; pid: number }[]>(call('myCoupons', { token, status: 0 }))
    expect(mine).toMatchObject({ pid: rule, money: 10, moneyType: 0, statusStr: '可使用' })
    const goodsJsonStr = JSON.stringify([{ goodsId: shirt, number: 1, propertyChildIds: '1:2,2:4,' }])
    const order = { token, goodsJsonStr, peisongType: 'zq' }
    const price = await data<{ couponUserList: object[] }>(call('orderCreate', { ...order, calculate: 'true' }))
    expect(price).toMatchObject({ couponAmount: 10, couponId: [mine?.id], amountReal: 109 })
    expect(price.couponUserList).toMatchObject([{ id: mine?.id, money: 10, moneyType: 0, moneyHreshold: 100 }])
    expect(await data(call('orderCreate', { ...order, couponId: mine?.id }))).toMatchObject({ amountReal: 109 })
    expect((await call('scoreTodaySignedInfo', token)).code).toBe(700)
    expect(await data(call('scoreSign', token))).toMatchObject({ continuous: 1 })
    expect((await call('scoreSign', token)).code).toBe(10000)
    expect(await data(call('scoreTodaySignedInfo', token))).toMatchObject({ continuous: 1 })
  })

  it('reads and spends score', async () => {
    const { token, uid } = await data<{ token: string; uid: number }>(call('authorize', { code: wxCode('sdk-score') }))
    expect((await call('scoreLogs', { token, page: 1, pageSize: 50 })).code).toBe(700)
    await giveScore(shop, { name: 'sdk-score', token, uid }, 320)
    const rule = { type: INTO.money, score: 100, value: 100, isLoop: true }
    await shop.app.services.transaction(tx => setWorth(tx, shop.merchantId, rule))
    expect(await data(call('scoreDeductionRules', '0'))).toEqual([{ score: 100, money: 1, loop: true }])
    const shirt = await createShirt(shop)
    const goodsJsonStr = JSON.stringify([{ goodsId: shirt, number: 1, propertyChildIds: '1:2,2:4,' }])
    const order = { token, goodsJsonStr, peisongType: 'zq', deductionScore: '200' }
    expect(await data(call('orderCreate', { ...order, calculate: 'true' }))).toMatchObject({
      ...{ amountReal: 117, deductionMoney: 2 },
      scoreDeductionRules: [{ score: 100, money: 1, loop: true }],
    })
    expect(await data(call('orderCreate', order))).toMatchObject({ amountReal: 117 })
    expect(await data(call('scoreExchangeCash', token, '100'))).toBe(1)
    expect(await data(call('userAmount', token))).toMatchObject({ score: 20, balance: 1 })
    const { result } = await data<{ result: object[] }>(call('scoreLogs', { token, page: 1, pageSize: 50 }))
    expect(result).toMatchObject([
      { behavior: 1, score: 100 },
      { behavior: 1, score: 200 },
      { behavior: 0, score: 320 },
    ])
    expect((await call('scoreExchange', token, 'NONE')).code).toBe(700)
  })
})
