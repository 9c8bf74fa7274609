import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { payOnline, place } from '../support/orders'
import { signIn } from '../support/people'
import { createShop, type Shop } from '../support/shop'
import { arm, buyCards, clearUp, createCard, purchases, seenBy, statesOf, supplierGoods } from '../support/supply'

const shop = await createShop()
const { runJobs, advance } = shop
const ann = await signIn(shop, 'ann')

/** Buys one card while `fault` happens; answers how it ended and how often the supplier sold. */
async function buyWith(fault: string, { number = 1, action = 'buygoods' } = {}) {
  const goodsId = await createCard(shop)
  const before = (await purchases(shop)).length
  await arm(shop, action, fault)
  const id = await buyCards(shop, ann, [{ goodsId, number }])
  const { status, supplyState, codes } = await seenBy(shop, ann, id)
  return {
    id,
    state: await statesOf(shop, id),
    status,
    supplyState,
    codes,
    sold: (await purchases(shop)).length - before,
  }
}

const withPerson = { status: 1, supplyState: 3 }

afterEach(async () => {
  await clearUp(shop)
  await expectBalancedLedger(shop)
  await expectPaymentsBooked(shop)
})

describe('when the supplier says no, nothing was sold', () => {
  it('because it sold out between the look and the purchase', async () => {
    expect(await buyWith('stockDrift')).toMatchObject({ ...withPerson, state: ['rejected'], sold: 0 })
  })

  it('because our money there has run out', async () => {
    await shop.sim('/weilian/balance', { balance: 1 })
    const goodsId = await createCard(shop)
    const id = await buyCards(shop, ann, goodsId)
    await shop.sim('/weilian/balance', { balance: 1000 })
    expect(await statesOf(shop, id)).toEqual(['rejected'])
  })
})

describe('when it sold something odd, the buyer gets what there is and a person looks', () => {
  it('after fewer codes than were paid for', async () => {
    const { codes, ...rest } = await buyWith('shortGoodsInfo', { number: 2 })
    expect(rest).toMatchObject({ ...withPerson, state: ['incomplete'], sold: 1 })
    expect(codes).toHaveLength(1)
  })

  it('after a code that somebody else has bought, which stays hidden', async () => {
    const first = await buyWith('flat')
    const second = await buyWith('duplicateCode', { number: 2 })
    expect(second).toMatchObject({ ...withPerson, state: ['incomplete'], sold: 1 })
    expect(second.codes).toHaveLength(1)
    expect(second.codes[0]?.coupon).not.toBe(first.codes[0]?.coupon)
    expect((await seenBy(shop, ann, first.id)).codes).toEqual(first.codes)
  })
})

describe('whatever shape the answer has', () => {
  it.each(['flat', 'nested', 'infoString', 'infoList', 'infoObjects', 'strings', 'numbers'])(
    'as %s, codes arrive',
    async fault => {
      const { state, status, codes, sold } = await buyWith(fault, { number: 2 })
      expect({ state, status, sold }).toEqual({ state: ['bought'], status: 3, sold: 1 })
      const said = codes.map(({ coupon, number }) => `${number ?? ''}${coupon}`.replace(/\D/g, ''))
      const sale = (await purchases(shop)).at(-1)
      expect(said).toEqual(sale?.codes.map(({ number, password }) => number + password))
    },
  )
})

describe('when the supplier cannot be asked for its price', () => {
  it.each(['html', 'error500', 'reset', 'redirect'])(
    'after %s, it is asked again later, and sells once',
    async fault => {
      const bought = await buyWith(fault, { action: 'getmultiplegoods' })
      expect(bought).toMatchObject({ state: ['planned'], status: 1, supplyState: 1, sold: 0 })
      await advance(3)
      expect(await seenBy(shop, ann, bought.id)).toMatchObject({ status: 3, supplyState: 2, codes: [{}] })
    },
  )

  it('for a day, a person looks', async () => {
    const goodsId = await createCard(shop)
    await arm(shop, 'getmultiplegoods', 'error500', { times: 60 })
    const id = await buyCards(shop, ann, goodsId)
    for (let hour = 0; hour < 24; hour++) {
      expect(await seenBy(shop, ann, id)).toMatchObject({ supplyState: 1 })
      await advance(3600)
    }
    for (let quarter = 0; quarter < 4; quarter++) await advance(6 * 3600)
    expect(await seenBy(shop, ann, id)).toMatchObject({ ...withPerson, codes: [] })
    expect(await statesOf(shop, id)).toEqual(['rejected'])
  })
})

/** Lets something happen while the supplier holds its answer. */
async function during(fault: string, meanwhile: (orderId: number) => Promise<unknown>): Promise<number> {
  const order = await place(shop, ann, await createCard(shop))
  await payOnline(shop, ann, order)
  await arm(shop, 'buygoods', fault, { delayMs: 500 })
  const running = runJobs()
  while ((await statesOf(shop, order.id))[0] !== 'sending') await new Promise(resolve => setTimeout(resolve, 10))
  await meanwhile(order.id)
  await running
  return order.id
}

const setState = ({ app, merchantId }: Shop, orderId: number, state: string) =>
  app.services.transaction(tx =>
    tx
      .updateTable('supply_purchases')
      .set({ state })
      .where('merchant_id', '=', merchantId)
      .where('order_id', '=', orderId)
      .execute(),
  )

describe('an answer that comes late', () => {
  it('still brings the codes when another worker had given the purchase up', async () => {
    const id = await during('delayAfterCommit', orderId => setState(shop, orderId, 'unknown'))
    expect(await seenBy(shop, ann, id)).toMatchObject({ status: 3, supplyState: 2, codes: [{}] })
  })

  it('is taken over by nobody while it is under way: the lease outlasts the call', async () => {
    const id = await during('delayAfterCommit', () => advance(30))
    expect(await seenBy(shop, ann, id)).toMatchObject({ status: 3, supplyState: 2, codes: [{}] })
  })

  it('of a purchase whose sender died is never asked for by buying again', async () => {
    const order = await place(shop, ann, await createCard(shop))
    await payOnline(shop, ann, order)
    await setState(shop, order.id, 'sending')
    const before = (await purchases(shop)).length
    await runJobs()
    expect(await statesOf(shop, order.id)).toEqual(['unknown'])
    expect(await seenBy(shop, ann, order.id)).toMatchObject({ ...withPerson, codes: [] })
    expect(await purchases(shop)).toHaveLength(before)
  })

  it('is not lost when the database is away for a moment', async () => {
    const rename = (from: string, to: string) =>
      shop.app.services.transaction(tx => sql`alter table ${sql.table(from)} rename to ${sql.table(to)}`.execute(tx))
    const id = await during('delayAfterCommit', async () => {
      await rename('card_codes', 'card_codes_away')
      setTimeout(() => rename('card_codes_away', 'card_codes'), 700)
    })
    expect(await seenBy(shop, ann, id)).toMatchObject({ status: 3, supplyState: 2, codes: [{}] })
  })
})

it('a supplier that has become dearer in the last moment is found out by its balance alone', async () => {
  const supplierId = await supplierGoods(shop)
  const goodsId = await createCard(shop, {}, supplierId)
  await arm(shop, 'buygoods', 'priceDrift')
  expect(await statesOf(shop, await buyCards(shop, ann, goodsId))).toEqual(['bought'])
})

it('after all of this, a day with every chance to try again buys nothing twice', async () => {
  const sold = (await purchases(shop)).length
  for (let hour = 0; hour < 24; hour += 4) await advance(4 * 3600)
  expect(await purchases(shop)).toHaveLength(sold)
})
