import { describe, expect, it } from 'vitest'
import { methods } from '../../contract/generate/methods'
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
  it.each(methods.map(({ name }) => name))(
    '%s reaches a path that is served, with fields that the contract knows',
    async name => {
      const method = methods.find(one => one.name === name)
      if (!method || !(name in wxapi)) throw new Error(`the SDK has no ${name}`)
      const isUpload = method.transport === 'upload'
      const values = Object.fromEntries(
        Object.keys(method.input.properties).map(field => [field, isUpload ? 'data:image/png;base64,AA==' : '1']),
      )
      const args = method.order.length ? method.order.map(field => values[field]) : [values]
      await (name === 'payVariableUrl' ? call(name, '/pay/wx/wxapp', values) : call(name, ...args)).catch(
        () => undefined,
      )
      const sent = calls.at(-1)
      expect(sent?.status).toBe(200)
      const known = [...Object.keys(method.input.properties), ...Object.keys(method.constants), 'peisongOrderId']
      const unknown = Object.keys(sent?.fields ?? {}).filter(field => !known.includes(field))
      expect(unknown, `${name} sends what our contract leaves out`).toEqual([])
    },
  )

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
})
