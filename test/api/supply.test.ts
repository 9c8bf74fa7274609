import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { createFreight, createGoods, HANGZHOU } from '../support/goods'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { giveLevel, payOnline, place, ship, statusOf } from '../support/orders'
import { codeOf, dataOf, giveBalance, signIn } from '../support/people'
import { signInByPhone } from '../support/phone'
import { createShop } from '../support/shop'
import { arm, buyCards, createCard, purchases, seenBy, statesOf, supplierGoods } from '../support/supply'

const shop = await createShop()
const { wxapi, runJobs, advance } = shop
const [ann, ben] = [await signIn(shop, 'ann'), await signIn(shop, 'ben')]

describe('a card code', () => {
  it('is bought once it is paid, shown to its buyer, and the trade is complete', async () => {
    const goodsId = await createCard(shop)
    const order = await place(shop, ann, [{ goodsId, number: 2 }])
    await runJobs()
    expect(await seenBy(shop, ann, order.id)).toMatchObject({ status: 0, supplyState: 1, codes: [] })
    await payOnline(shop, ann, order)
    expect(await seenBy(shop, ann, order.id)).toMatchObject({ status: 1, supplyState: 1, codes: [] })
    await runJobs()
    const [sold, ...others] = await purchases(shop)
    expect(others).toEqual([])
    const { status, supplyState, codes, goods } = await seenBy(shop, ann, order.id)
    expect([status, supplyState]).toEqual([3, 2])
    expect(codes).toMatchObject(
      sold?.codes.map(({ number, password }) => ({ number, coupon: password, type: 0, orderGoodsId: goods[0]?.id })) ??
        [],
    )
    expect(codes).toHaveLength(2)
    await advance(86_400)
    expect(await purchases(shop)).toHaveLength(1)
  })

  it('is nobody else’s to see, in no list and by no other way', async () => {
    const goodsId = await createCard(shop)
    const id = await buyCards(shop, ann, goodsId)
    const { codes } = await seenBy(shop, ann, id)
    const secret = codes[0]?.coupon ?? ''
    expect(secret).toMatch(/^\d{16}$/)
    expect(await codeOf(wxapi.orderDetail(ben.token, id))).toBe(errors.orderUnknown[0])
    const lists = [
      wxapi.orderList({ token: ann.token, pageSize: 100 }),
      wxapi.cashLogsV2({ token: ann.token, pageSize: 100 }),
      wxapi.payLogs({ token: ann.token, pageSize: 100 }),
      wxapi.goodsDetail(goodsId),
    ]
    for (const answer of lists) expect(JSON.stringify(await answer)).not.toContain(secret)
    await dataOf(wxapi.orderDelete(ann.token, id))
    expect(await codeOf(wxapi.orderDetail(ann.token, id))).toBe(errors.orderUnknown[0])
  })

  it('does not open when it is moved to another order', async () => {
    const goodsId = await createCard(shop)
    const [hers, his] = [await buyCards(shop, ann, goodsId), await buyCards(shop, ben, goodsId)]
    const { db, transaction } = shop.app.services
    const ofOrder = (orderId: number) =>
      db
        .selectFrom('card_codes')
        .selectAll()
        .where('merchant_id', '=', shop.merchantId)
        .where('order_id', '=', orderId)
        .executeTakeFirstOrThrow()
    const stolen = await ofOrder(hers)
    const { sealed, id } = await ofOrder(his)
    const put = (text: string) =>
      transaction(tx =>
        tx
          .updateTable('card_codes')
          .set({ sealed: text })
          .where('merchant_id', '=', shop.merchantId)
          .where('id', '=', id)
          .execute(),
      )
    await put(stolen.sealed)
    const answer = await fetch(`${shop.origin}/demo/order/detail?token=${ben.token}&id=${his}`)
    expect(await answer.json()).toEqual({ code: 500, msg: errors.serverFault[1] })
    await put(sealed)
    expect((await seenBy(shop, ben, his)).codes).toHaveLength(1)
  })

  it('for nothing is bought too, if the supplier gives it for nothing', async () => {
    const free = await createCard(shop, { priceFen: 0 }, await supplierGoods(shop, { priceFen: 0 }))
    const order = await place(shop, ann, free)
    expect(order).toMatchObject({ status: 1, isPay: true })
    await runJobs()
    expect(await seenBy(shop, ann, order.id)).toMatchObject({ status: 3, supplyState: 2 })
  })
})

describe('an order of several kinds', () => {
  it('waits for its parcel when the codes have come', async () => {
    const tea = await createGoods(shop, { freightId: await createFreight(shop) })
    const lines = [tea, await createCard(shop)].map(goodsId => ({ goodsId, number: 1 }))
    const order = await place(shop, ann, lines, HANGZHOU)
    await payOnline(shop, ann, order)
    await runJobs()
    expect(await seenBy(shop, ann, order.id)).toMatchObject({ status: 1, supplyState: 2, codes: [{}] })
    await ship(shop, order.id)
    expect(await seenBy(shop, ann, order.id)).toMatchObject({ status: 2, supplyState: 2, codes: [{}] })
    await dataOf(wxapi.orderDelivery(ann.token, order.id))
    expect(await statusOf(shop, ann, order.id)).toBe(3)
  })

  it('waits to be fetched or verified when the codes have come', async () => {
    const [tea, card] = [await createGoods(shop), await createCard(shop)]
    const both = [tea, card].map(goodsId => ({ goodsId, number: 1 }))
    const fetched = await place(shop, ann, both, { peisongType: 'zq' })
    const verified = await place(shop, ann, card, { isCanHx: true })
    const onlyCards = await place(shop, ann, card, { peisongType: 'zq' })
    for (const order of [fetched, verified, onlyCards]) await payOnline(shop, ann, order)
    await runJobs()
    expect(await seenBy(shop, ann, fetched.id)).toMatchObject({ status: 1, supplyState: 2 })
    expect(await seenBy(shop, ann, verified.id)).toMatchObject({ status: 1, supplyState: 2 })
    expect(await seenBy(shop, ann, onlyCards.id)).toMatchObject({ status: 3, supplyState: 2 })
  })

  it('is complete also when its purchases end at the same moment', async () => {
    const cards = await Promise.all([1, 2, 3].map(() => createCard(shop)))
    for (let round = 0; round < 3; round++) {
      await arm(shop, 'buygoods', 'delayAfterCommit', { times: 3, delayMs: 150 })
      const id = await buyCards(
        shop,
        ann,
        cards.map(goodsId => ({ goodsId, number: 1 })),
      )
      expect(await seenBy(shop, ann, id)).toMatchObject({ status: 3, supplyState: 2, codes: [{}, {}, {}] })
    }
  })

  it('that is paid together with others is bought once for each', async () => {
    const goodsId = await createCard(shop)
    const orders = [await place(shop, ann, goodsId), await place(shop, ann, goodsId)]
    const before = (await purchases(shop)).length
    await giveBalance(shop, ann, 2000)
    await dataOf(wxapi.orderPay(ann.token, orders.map(({ id }) => id).join(',')))
    await runJobs()
    expect(await purchases(shop)).toHaveLength(before + 2)
    for (const { id } of orders) expect(await seenBy(shop, ann, id)).toMatchObject({ status: 3, codes: [{}] })
  })
})

describe('a top-up', () => {
  const fields = [{ key: '充值账号', label: '充值账号', placeholder: '', required: true }]
  const topUp = () => createGoods(shop, { supply: { type: 'weilian', goodsId: 'MBaN9RXwRvrnodE0', kind: 1, fields } })

  it('reaches the supplier with the account, and the number of the buyer who has one', async () => {
    const cleo = await signInByPhone(shop, '13900000077')
    const order = await place(shop, cleo, [{ goodsId: await topUp(), number: 1, fields: { 充值账号: 'cleo@qq 号&=' } }])
    await giveBalance(shop, cleo, 1000)
    await dataOf(wxapi.orderPay(cleo.token, String(order.id)))
    await runJobs()
    const sold = (await purchases(shop)).at(-1)
    expect(sold).toMatchObject({ type: 1, quantity: 1, mobile: '13900000077', fields: { 充值账号: 'cleo@qq 号&=' } })
    expect(await seenBy(shop, cleo, order.id)).toMatchObject({ status: 3, supplyState: 2, codes: [] })
  })

  it('goes out under the number of the shop for a buyer without one', async () => {
    await buyCards(shop, ann, [{ goodsId: await topUp(), number: 1, fields: { 充值账号: 'ann' } }])
    expect((await purchases(shop)).at(-1)?.mobile).toMatch(/^139\d{8}$/)
  })
})

describe('the price guard', () => {
  it('never pays more for a piece than the buyer did', async () => {
    const supplierId = await supplierGoods(shop, { priceFen: 1000 })
    const goodsId = await createCard(shop, {}, supplierId)
    const even = await buyCards(shop, ann, [{ goodsId, number: 3 }])
    expect(await statesOf(shop, even)).toEqual(['bought'])
    const member = await signIn(shop, 'member')
    await giveLevel(shop, member, 9900)
    const before = (await purchases(shop)).length
    const below = await buyCards(shop, member, goodsId)
    expect(await seenBy(shop, member, below)).toMatchObject({ status: 1, supplyState: 3, codes: [] })
    expect(await statesOf(shop, below)).toEqual(['rejected'])
    await shop.sim('/weilian/goods', { id: supplierId, price: 10.01 })
    const dearer = await buyCards(shop, ann, goodsId)
    expect(await statesOf(shop, dearer)).toEqual(['rejected'])
    expect(await purchases(shop)).toHaveLength(before)
  })

  it('buys nothing that the supplier does not have', async () => {
    const goodsId = await createCard(shop, {}, 'nobodysellsthis0')
    expect(await statesOf(shop, await buyCards(shop, ann, goodsId))).toEqual(['rejected'])
  })

  it('keeps the money in the books, whatever the supplier does', async () => {
    await expectBalancedLedger(shop)
    await expectPaymentsBooked(shop)
  })
})
