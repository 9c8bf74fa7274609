/** What is true of a purchase, whether we took the order or a hosted service did. */
import { afterEach, describe, expect, it } from 'vitest'
import { stopSale } from '../../server/domains/supply/breaker'
import { signIn } from '../support/people'
import { arm, clearUp, purchases, resume, supplierGoods } from '../support/supply'
import { stages } from '../support/supply-stage'
import { rowsOf } from '../support/tables'

describe.each(stages)('%s', async (_, open) => {
  const stage = await open()
  const { shop, buyer } = stage
  const [ann, ben] = [await signIn(shop, 'ann'), await signIn(shop, 'ben')]
  const buy = async (...given: Parameters<typeof stage.pay>) => {
    const orderId = await stage.pay(...given)
    await buyer.runJobs()
    return orderId
  }

  afterEach(() => clearUp(buyer))

  it('a code is bought once it is paid, and shown to its buyer alone', async () => {
    const before = (await purchases(buyer)).length
    const orderId = await stage.pay(ann, [{ goodsId: await stage.card(), number: 2 }])
    expect(await stage.seenBy(ann, orderId)).toMatchObject({ supplyState: 1, codes: [] })
    await buyer.runJobs()
    const { supplyState, codes } = await stage.seenBy(ann, orderId)
    const [sold, ...others] = (await purchases(buyer)).slice(before)
    expect(others).toEqual([])
    expect(supplyState).toBe(2)
    expect(codes).toMatchObject(sold?.codes.map(({ number, password }) => ({ number, coupon: password })) ?? [{}])
    expect((await stage.seenBy(ben, orderId).catch(() => ({ codes: [] }))).codes).toEqual([])
    await buyer.advance(86_400)
    expect(await purchases(buyer)).toHaveLength(before + 1)
  })

  it('codes are sealed where they are kept, and stand in no log and no job', async () => {
    const orderId = await buy(ben, await stage.card())
    const { codes } = await stage.seenBy(ben, orderId)
    const rows = JSON.stringify(await rowsOf(buyer))
    expect(codes).toHaveLength(1)
    for (const { coupon, number = '' } of codes)
      for (const text of [coupon, number]) {
        expect(rows).not.toContain(text)
        expect(buyer.logLines().join('\n')).not.toContain(text)
      }
  })

  it('several lines whose purchases end at the same moment all arrive', async () => {
    const cards = await Promise.all([1, 2, 3].map(() => stage.card()))
    await arm(buyer, 'buygoods', 'delayAfterCommit', { times: 3, delayMs: 150 })
    const orderId = await buy(
      ann,
      cards.map(goodsId => ({ goodsId, number: 1 })),
    )
    const { supplyState, codes } = await stage.seenBy(ann, orderId)
    expect([supplyState, new Set(codes.map(({ orderGoodsId }) => orderGoodsId)).size]).toEqual([2, 3])
  })

  it('never pays more for a piece than the buyer did', async () => {
    const supplierId = await supplierGoods(buyer, { priceFen: 1000 })
    const goodsId = await stage.card(supplierId)
    expect(await stage.statesOf(await buy(ann, [{ goodsId, number: 3 }]))).toEqual(['bought'])
    await buyer.sim('/weilian/goods', { id: supplierId, price: 10.01 })
    const before = (await purchases(buyer)).length
    const dearer = await buy(ann, goodsId)
    expect(await stage.statesOf(dearer)).toEqual(['rejected'])
    expect(await stage.seenBy(ann, dearer)).toMatchObject({ supplyState: 3, codes: [] })
    expect(await purchases(buyer)).toHaveLength(before)
  })

  it.each([40000, 40001, 40002, 40003, 40004, 40005, 40006, 40007, 40008])(
    'the refusal %i means that nothing was sold',
    async code => {
      const goodsId = await stage.card()
      const before = (await purchases(buyer)).length
      await arm(buyer, 'buygoods', `code${code}`)
      const orderId = await buy(ann, goodsId)
      expect(await stage.statesOf(orderId)).toEqual(['rejected'])
      expect(await stage.seenBy(ann, orderId)).toMatchObject({ supplyState: 3, codes: [] })
      expect(await purchases(buyer)).toHaveLength(before)
    },
  )

  it.each(['code40009', 'code40009Sold', 'html', 'error500', 'redirect', 'reset'])(
    'after %s nobody knows, and no program buys again',
    async fault => {
      const goodsId = await stage.card()
      await arm(buyer, 'buygoods', fault)
      const orderId = await buy(ann, goodsId)
      expect(await stage.statesOf(orderId)).toEqual(['unknown'])
      const sold = (await purchases(buyer)).length
      for (let i = 0; i < 3; i++) expect(await stage.seenBy(ann, orderId)).toMatchObject({ supplyState: 3, codes: [] })
      await buyer.advance(20)
      expect(await purchases(buyer)).toHaveLength(sold)
    },
  )

  it('a code that was sold before stays hidden, and a person looks', async () => {
    const first = await buy(ann, await stage.card())
    const [{ coupon: twin } = { coupon: '' }] = (await stage.seenBy(ann, first)).codes
    await arm(buyer, 'buygoods', 'duplicateCode')
    const second = await buy(ben, [{ goodsId: await stage.card(), number: 2 }])
    const { supplyState, codes } = await stage.seenBy(ben, second)
    expect([supplyState, codes.length]).toEqual([3, 1])
    expect(codes[0]?.coupon).not.toBe(twin)
  })

  it('what was paid for waits while sale is stopped, and is bought when it goes on', async () => {
    const orderId = await stage.pay(ben, await stage.card())
    const { transaction, clock } = buyer.app.services
    await transaction(tx => stopSale(tx, 'weilian', 'keeper', clock.now()))
    await buyer.runJobs()
    expect(await stage.statesOf(orderId)).toEqual(['planned'])
    await resume(buyer)
    await buyer.runJobs()
    expect(await stage.seenBy(ben, orderId)).toMatchObject({ supplyState: 2, codes: [{}] })
  })

  it('a look too many within ten minutes is refused, and another later is not', async () => {
    const cleo = await signIn(shop, 'cleo')
    const orderId = await buy(cleo, await stage.card())
    for (let i = 0; i < 60; i++) await stage.seenBy(cleo, orderId)
    const refused = await stage.seenBy(cleo, orderId).catch(() => ({ codes: [] }))
    expect(refused.codes).toEqual([])
    await buyer.advance(601)
    expect((await stage.seenBy(cleo, orderId)).codes).toHaveLength(1)
  })
})
