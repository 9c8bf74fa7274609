import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { DAY_MS } from '../../contract/time'
import { createGoods, createShirt } from '../support/goods'
import { giveLevel, place, stockOf } from '../support/orders'
import { codeOf, dataOf, type Person, refusalOf, signIn } from '../support/people'
import { createShop, type Shop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop

const buy = ({ token }: Person, goodsId: number, number = 1, more = {}) =>
  wxapi.orderCreate({ token, goodsJsonStr: [{ goodsId, number, ...more }] })

function addLimit({ app, merchantId }: Shop, goodsId: number, limit: { sku_id?: number; level_id?: number }) {
  const row = { merchant_id: merchantId, goods_id: goodsId, buy_numbers: 1, duration: 1, unit: 0, ...limit }
  return app.services.transaction(tx => tx.insertInto('limitations').values(row).execute())
}

describe('goods with a limit', () => {
  it('are sold to each shopper up to it, in one order or several', async () => {
    const goodsId = await createGoods(shop, { name: '白毫', limitation: { buyNumbers: 3, duration: 1, unit: 0 } })
    const [ann, ben] = [await signIn(shop, 'ann'), await signIn(shop, 'ben')]
    expect(await refusalOf(buy(ann, goodsId, 4))).toEqual({ code: errors.limitReached[0], msg: '白毫 每人限购 3 件' })
    const first = await place(shop, ann, [{ goodsId, number: 2 }])
    expect(await codeOf(buy(ann, goodsId, 2))).toBe(errors.limitReached[0])
    expect(await codeOf(buy(ann, goodsId, 1))).toBe(0)
    expect(await codeOf(buy(ben, goodsId, 3))).toBe(0)
    await dataOf(wxapi.orderClose(ann.token, first.id))
    expect(await codeOf(buy(ann, goodsId, 2)), 'a closed order does not count').toBe(0)
    expect(await stockOf(shop, goodsId)).toBe(4)
  })

  it('say so while the shopper still looks at the price', async () => {
    const goodsId = await createGoods(shop, { limitation: { buyNumbers: 1, duration: 1, unit: 0 } })
    const ann = await signIn(shop, 'ann')
    const price = { token: ann.token, calculate: true }
    expect(await codeOf(wxapi.orderCreate({ ...price, goodsJsonStr: [{ goodsId, number: 2 }] }))).toBe(
      errors.limitReached[0],
    )
    await place(shop, ann, goodsId)
    expect(await codeOf(wxapi.orderCreate({ ...price, goodsJsonStr: [{ goodsId, number: 1 }] }))).toBe(
      errors.limitReached[0],
    )
  })

  it('are for the levels that have a rule', async () => {
    const [gold, plain] = [await signIn(shop, 'gold'), await signIn(shop, 'plain')]
    const levelId = await giveLevel(shop, gold, 9500)
    const limitation = { buyNumbers: 2, duration: 1, unit: 0, levelId }
    const goodsId = await createGoods(shop, { name: '会员礼', limitation })
    expect(await refusalOf(buy(plain, goodsId))).toEqual({ code: errors.limitLevel[0], msg: '会员礼 仅限指定会员购买' })
    expect(
      await codeOf(wxapi.orderCreate({ token: plain.token, calculate: true, goodsJsonStr: [{ goodsId, number: 1 }] })),
    ).toBe(errors.limitLevel[0])
    expect(await codeOf(buy(gold, goodsId, 3))).toBe(errors.limitReached[0])
    expect(await codeOf(buy(gold, goodsId, 2))).toBe(0)
    await addLimit(shop, goodsId, { level_id: 0 })
    expect(await codeOf(buy(plain, goodsId, 2))).toBe(errors.limitReached[0])
    expect(await codeOf(buy(plain, goodsId, 1))).toBe(0)
  })

  it('may have a rule for one choice alone', async () => {
    const shirt = await createShirt(shop, { limitation: { buyNumbers: 5, duration: 1, unit: 0 } })
    const page = await dataOf(wxapi.goodsDetail(shirt))
    await addLimit(shop, shirt, { sku_id: page.skuList?.[0]?.id ?? 0 })
    const ann = await signIn(shop, 'ann')
    expect(await codeOf(buy(ann, shirt, 2, { propertyChildIds: '1:1,2:3' }))).toBe(errors.limitReached[0])
    expect(await codeOf(buy(ann, shirt, 1, { propertyChildIds: '1:1,2:3' }))).toBe(0)
    expect(await codeOf(buy(ann, shirt, 4, { propertyChildIds: '1:2,2:3' }))).toBe(0)
    expect(await codeOf(buy(ann, shirt, 1, { propertyChildIds: '1:2,2:3' }))).toBe(errors.limitReached[0])
  })

  it('count two orders at once of one shopper together', async () => {
    const goodsId = await createGoods(shop, { stock: 100, limitation: { buyNumbers: 5, duration: 1, unit: 0 } })
    const eve = await signIn(shop, 'eve')
    const codes = await Promise.all(Array.from({ length: 12 }, () => codeOf(buy(eve, goodsId))))
    expect(codes.filter(code => code === 0)).toHaveLength(5)
    expect(await stockOf(shop, goodsId)).toBe(95)
  })

  it('are to be had again when the period is over', async () => {
    const daily = await createGoods(shop, { limitation: { buyNumbers: 1, duration: 1, unit: 0 } })
    const yearly = await createGoods(shop, { limitation: { buyNumbers: 1, duration: 2, unit: 2 } })
    const ann = await signIn(shop, 'ann')
    for (const goodsId of [daily, yearly]) await place(shop, ann, goodsId)
    const { goodsJsonStr } = { goodsJsonStr: [{ goodsId: daily, number: 1 }] }
    expect(await codeOf(wxapi.orderCreate({ token: ann.token, goodsJsonStr }))).toBe(errors.limitReached[0])
    for (const { id } of (await dataOf(wxapi.orderList({ token: ann.token, status: 0 }))).orderList) {
      await shop.app.services.transaction(tx =>
        tx
          .updateTable('orders')
          .set({ status: 1 })
          .where('merchant_id', '=', shop.merchantId)
          .where('id', '=', id)
          .execute(),
      )
    }
    await shop.advance(DAY_MS / 1000)
    expect(await codeOf(buy(ann, daily))).toBe(0)
    expect(await codeOf(buy(ann, yearly))).toBe(errors.limitReached[0])
  })
})
