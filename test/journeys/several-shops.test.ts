import { expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { createGoods } from '../support/goods'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { payOnline, place, sheetFor, statusOf } from '../support/orders'
import { codeOf, dataOf, giveBalance, signIn } from '../support/people'
import { createShop } from '../support/shop'
import { buyCards, createCard, seenBy } from '../support/supply'

const shop = await createShop()

it('the same person in two shops of one server is two shoppers, with orders, money and codes apart', async () => {
  const other = { ...shop, ...(await shop.anotherShop('bakery')) }
  const [here, there] = [await signIn(shop, 'ann'), await signIn(other, 'ann')]
  expect(there.token).not.toBe(here.token)
  const [tea, bread] = [await createGoods(shop), await createGoods(other, { priceFen: 700 })]

  expect(await codeOf(other.wxapi.goodsDetail(tea))).not.toBe(0)
  expect(
    await codeOf(shop.wxapi.orderCreate({ token: here.token, goodsJsonStr: [{ goodsId: bread, number: 1 }] })),
  ).toBe(errors.goodsGone[0])
  await giveBalance(shop, here, 5000)
  expect((await dataOf(other.wxapi.userAmount(there.token))).balance).toBe(0)

  const [mine, theirs] = [await place(shop, here, tea), await place(other, there, bread)]
  for (const token of [here.token, there.token]) {
    const strange = token === here.token ? other : shop
    const id = token === here.token ? theirs.id : mine.id
    expect(await codeOf(strange.wxapi.orderDetail(token, id))).toBe(errors.loginRequired[0])
    expect(await codeOf(strange.wxapi.orderPay(token, String(id)))).toBe(errors.loginRequired[0])
  }
  expect(await codeOf(shop.wxapi.orderPay(here.token, String(theirs.id)))).toBe(errors.orderUnknown[0])
  expect(await codeOf(shop.wxapi.orderClose(here.token, theirs.id))).toBe(errors.orderUnknown[0])

  await dataOf(shop.wxapi.orderPay(here.token, String(mine.id)))
  const sheet = await sheetFor(other, there, theirs)
  expect(await codeOf(shop.wxapi.payQuery(here.token, sheet.outTradeId))).toBe(errors.payUnknown[0])
  await payOnline(other, there, theirs)
  expect([await statusOf(shop, here, mine.id), await statusOf(other, there, theirs.id)]).toEqual([3, 3])
  expect((await dataOf(shop.wxapi.userAmount(here.token))).totleConsumed).toBe(10)
  expect((await dataOf(other.wxapi.userAmount(there.token))).totleConsumed).toBe(7)

  const code = await buyCards(other, there, await createCard(other))
  expect((await seenBy(other, there, code)).codes).toHaveLength(1)
  expect(await codeOf(shop.wxapi.orderDetail(here.token, code))).toBe(errors.orderUnknown[0])
  for (const one of [shop, other]) {
    await expectBalancedLedger(one)
    await expectPaymentsBooked(one)
  }
})
