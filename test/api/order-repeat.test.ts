import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { createFreight, createGoods, HANGZHOU } from '../support/goods'
import { expectBalancedLedger } from '../support/ledger'
import { type OrderLine, place, statusOf, stockOf, takeOffShelf } from '../support/orders'
import { codeOf, dataOf, giveBalance, signIn } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
const ann = await signIn(shop, 'ann')

let keys = 0
function newKey(): string {
  keys += 1
  return `checkout-${keys}`
}

const ordersOf = async (token: string) => (await dataOf(wxapi.orderList({ token }))).totalRow

describe('orderCreate with an idempotencyKey', () => {
  it('answers the first order to a repeat, word for word, and takes stock once', async () => {
    const freightId = await createFreight(shop)
    const goodsId = await createGoods(shop, { freightId })
    const request = { ...HANGZHOU, idempotencyKey: newKey(), amountExpected: 30, remark: '快一点' }
    const lines = [{ goodsId, number: 2 }]
    const first = await place(shop, ann, lines, request)
    const again = await place(shop, ann, lines, request)
    expect(again).toEqual(first)
    expect(await stockOf(shop, goodsId)).toBe(8)
    expect(await ordersOf(ann.token)).toBe(1)
  })

  it('answers it after the goods were sold out, taken off the shelf, or the order was paid', async () => {
    const goodsId = await createGoods(shop, { stock: 1 })
    const idempotencyKey = newKey()
    const first = await place(shop, ann, goodsId, { idempotencyKey })
    expect(await stockOf(shop, goodsId)).toBe(0)
    expect((await place(shop, ann, goodsId, { idempotencyKey })).id).toBe(first.id)
    await takeOffShelf(shop, goodsId)
    await giveBalance(shop, ann, 1000)
    await dataOf(wxapi.orderPay(ann.token, String(first.id)))
    expect(await place(shop, ann, goodsId, { idempotencyKey })).toMatchObject({ id: first.id, isPay: true, status: 3 })
    await expectBalancedLedger(shop)
  })

  it('places one order when the same request comes twice at once, also for the last piece', async () => {
    for (let round = 0; round < 10; round++) {
      const goodsId = await createGoods(shop, { stock: 1 })
      const idempotencyKey = newKey()
      const orders = await Promise.all([1, 2, 3].map(() => place(shop, ann, goodsId, { idempotencyKey })))
      expect(new Set(orders.map(({ id }) => id)).size).toBe(1)
      expect(await stockOf(shop, goodsId)).toBe(0)
      await dataOf(wxapi.orderClose(ann.token, orders[0]?.id ?? 0))
    }
  })

  it('answers the first order at the limit of unpaid orders, too', async () => {
    const ben = await signIn(shop, 'ben')
    const goodsId = await createGoods(shop, { stock: 100 })
    for (let i = 0; i < 19; i++) await place(shop, ben, goodsId)
    const idempotencyKey = newKey()
    const orders = await Promise.all([1, 2, 3].map(() => place(shop, ben, goodsId, { idempotencyKey })))
    expect(new Set(orders.map(({ id }) => id)).size).toBe(1)
    expect(await codeOf(wxapi.orderCreate({ token: ben.token, goodsJsonStr: [{ goodsId, number: 1 }] }))).toBe(
      errors.tooManyUnpaid[0],
    )
    expect(await stockOf(shop, goodsId)).toBe(80)
  })

  it('refuses the same key with another content, however deep the difference', async () => {
    const goodsId = await createGoods(shop, { freightId: await createFreight(shop) })
    const other = await createGoods(shop, { freightId: await createFreight(shop) })
    const whole = {
      ...HANGZHOU,
      token: ann.token,
      idempotencyKey: newKey(),
      goodsJsonStr: [{ goodsId, number: 1 }] as OrderLine[],
      extJsonStr: { note: '生日' } as Record<string, string>,
    }
    const first = await dataOf(wxapi.orderCreate(whole))
    const changes: Partial<typeof whole & { remark: string }>[] = [
      { goodsJsonStr: [{ goodsId, number: 2 }] },
      { goodsJsonStr: [{ goodsId: other, number: 1 }] },
      { goodsJsonStr: [{ goodsId, number: 1, fields: { account: '1' } }] },
      { address: '文三路 2 号' },
      { remark: '另一张' },
      { extJsonStr: { note: '新年' } },
      { extJsonStr: {} },
    ]
    for (const change of changes)
      expect(await codeOf(wxapi.orderCreate({ ...whole, ...change })), JSON.stringify(change)).toBe(errors.keyReused[0])
    const shuffled = { ...whole, goodsJsonStr: [{ number: 1, goodsId }] }
    expect((await dataOf(wxapi.orderCreate(shuffled))).id).toBe(first.id)
    expect(await stockOf(shop, goodsId)).toBe(9)
  })

  it('belongs to the shopper who chose it, and does not hold for a price', async () => {
    const goodsId = await createGoods(shop)
    const idempotencyKey = newKey()
    const cleo = await signIn(shop, 'cleo')
    const hers = await place(shop, cleo, goodsId, { idempotencyKey })
    const mine = await place(shop, ann, goodsId, { idempotencyKey })
    expect(mine.id).not.toBe(hers.id)
    const price = await dataOf(
      wxapi.orderCreate({ token: ann.token, idempotencyKey, calculate: true, goodsJsonStr: [{ goodsId, number: 3 }] }),
    )
    expect(price).toMatchObject({ amountReal: 30 })
    expect(price).not.toHaveProperty('id')
    expect(await stockOf(shop, goodsId)).toBe(8)
  })

  it('still answers an order that was closed meanwhile, as closed', async () => {
    const goodsId = await createGoods(shop)
    const idempotencyKey = newKey()
    const { id } = await place(shop, ann, goodsId, { idempotencyKey })
    await dataOf(wxapi.orderClose(ann.token, id))
    expect(await place(shop, ann, goodsId, { idempotencyKey })).toMatchObject({ id, status: -1 })
    expect(await statusOf(shop, ann, id)).toBe(-1)
    expect(await stockOf(shop, goodsId)).toBe(10)
  })
})
