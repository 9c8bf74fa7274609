import { expect, it } from 'vitest'
import { createFreight, createGoods, HANGZHOU } from '../support/goods'
import { dataOf, signIn } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi, sim } = shop

it('a shopper looks, fills the cart, pays with WeChat and receives the parcel', async () => {
  const freightId = await createFreight(shop)
  const goodsId = await createGoods(shop, { name: '老白茶', freightId })
  const ann = await signIn(shop, 'ann')

  const [tea] = await dataOf(wxapi.goods({ k: '白茶' }))
  expect(tea).toMatchObject({ id: goodsId, minPrice: 10, stores: 10 })
  await dataOf(wxapi.shippingCarInfoAddItem(ann.token, goodsId, 2))
  const cart = await dataOf(wxapi.shippingCarInfo(ann.token))
  expect(cart).toMatchObject({ number: 2, price: 20, selectedPrice: 20 })

  const goodsJsonStr = cart.items.map(({ goodsId: id, number }) => ({ goodsId: id, number }))
  const price = await dataOf(wxapi.orderCreate({ token: ann.token, goodsJsonStr, calculate: true, ...HANGZHOU }))
  expect(price).toMatchObject({ amountTotle: 20, amountLogistics: 10, amountReal: 30, isNeedLogistics: true })
  const order = await dataOf(
    wxapi.orderCreate({ token: ann.token, goodsJsonStr, ...HANGZHOU, amountExpected: price.amountReal }),
  )
  expect(order).toMatchObject({ status: 0, amountReal: 30 })
  expect((await dataOf(wxapi.goodsDetail(goodsId))).basicInfo.stores).toBe(8)

  const id = order.id ?? 0
  const sheet = await dataOf(wxapi.wxpay({ token: ann.token, money: 30, nextAction: { type: 0, id: String(id) } }))
  expect(await sim('/wechatpay/confirm', { package: sheet.package })).toMatchObject({ accepted: true })
  await dataOf(wxapi.payQuery(ann.token, sheet.outTradeId))
  expect((await dataOf(wxapi.orderDetail(ann.token, id))).orderInfo).toMatchObject({ status: 1, isPay: true })
  expect(await dataOf(wxapi.userAmount(ann.token))).toMatchObject({ balance: 0, totleConsumed: 30 })
})
