import { expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { createGoods } from '../support/goods'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { payOnline, place, statusOf, stockOf } from '../support/orders'
import { codeOf, dataOf, signIn } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop

it('two shoppers want the last piece; whoever hesitates too long leaves it to the other', async () => {
  const goodsId = await createGoods(shop, { name: '孤品茶壶', priceFen: 88_800, stock: 1 })
  const [ann, ben] = [await signIn(shop, 'ann'), await signIn(shop, 'ben')]
  for (const { token } of [ann, ben]) await dataOf(wxapi.shippingCarInfoAddItem(token, goodsId, 1))

  const order = (token: string) => wxapi.orderCreate({ token, goodsJsonStr: [{ goodsId, number: 1 }] })
  const answers = await Promise.all([order(ann.token), order(ben.token)])
  expect(answers.map(({ code }) => code).sort()).toEqual([0, errors.stockShort[0]].sort())
  const [slow, quick] = answers[0]?.code === 0 ? [ann, ben] : [ben, ann]
  expect(await stockOf(shop, goodsId)).toBe(0)
  const cart = await dataOf(wxapi.shippingCarInfo(quick.token))
  expect(cart.items[0]).toMatchObject({ goodsId, stores: 0 })

  await shop.advance(29 * 60)
  expect(await codeOf(order(quick.token))).toBe(errors.stockShort[0])
  await shop.advance(2 * 60)
  const bought = await place(shop, quick, goodsId)
  await payOnline(shop, quick, bought)
  expect(await statusOf(shop, quick, bought.id)).toBe(3)
  const { orderList } = await dataOf(wxapi.orderList({ token: slow.token, status: -1 }))
  expect(orderList).toHaveLength(1)
  expect(await codeOf(wxapi.orderPay(slow.token, String(orderList[0]?.id)))).toBe(errors.orderNotOpen[0])
  expect(await stockOf(shop, goodsId)).toBe(0)
  await expectBalancedLedger(shop)
  await expectPaymentsBooked(shop)
})
