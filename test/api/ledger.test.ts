import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { Refusal } from '../../server/http/refusal'
import { type Account, balanceOf, book, type Transfer, userAccount } from '../../server/ledger/ledger'
import { freshDatabase } from '../support/fresh'

const { database, merchantId } = await freshDatabase()
const { transaction, db } = database
const now = new Date()

let made = 0

/** Money from the shop's correction account to a shopper; negative the other way. */
function correction(account: Account, amount: number, key = `correction:${++made}`): Transfer {
  const entries = [
    { account, unit: 'CNY' as const, amount },
    { account: 'shop:correction' as const, unit: 'CNY' as const, amount: -amount },
  ]
  return { key, kind: 'correction', about: 'test', ref: '', entries }
}

const booked = (...transfers: Transfer[]) => transaction(tx => book(tx, merchantId, now, transfers))
const balance = (account: Account) => balanceOf(db, merchantId, account)

let people = 0
function newUser(): Account {
  people += 1
  return userAccount(people)
}

const entriesOf = (account: Account) =>
  db
    .selectFrom('ledger_entries')
    .select(['amount', 'balance_after'])
    .where('merchant_id', '=', merchantId)
    .where('account', '=', account)
    .orderBy('id')
    .execute()

describe('book', () => {
  it('moves money and writes the balance behind each entry', async () => {
    const ann = newUser()
    const first = correction(ann, 1000)
    expect(await booked(first)).toEqual(new Set([first.key]))
    await booked(correction(ann, -300), correction(ann, 50), correction(ann, -750))
    expect(await balance(ann)).toBe(0)
    expect(await entriesOf(ann)).toEqual([
      { amount: 1000, balance_after: 1000 },
      { amount: -300, balance_after: 700 },
      { amount: 50, balance_after: 750 },
      { amount: -750, balance_after: 0 },
    ])
    expect(await balance(newUser())).toBe(0)
  })

  it('keeps no balance for the accounts of the shop', async () => {
    await booked(correction(newUser(), 5))
    const kept = await db
      .selectFrom('ledger_accounts')
      .select('account')
      .where('merchant_id', '=', merchantId)
      .where('account', 'like', 'shop:%')
      .execute()
    expect(kept).toEqual([])
    expect((await entriesOf('shop:correction')).every(({ balance_after }) => balance_after === null)).toBe(true)
  })

  it('books a key once, alone, among others, and twice in one go', async () => {
    const ann = newUser()
    const first = correction(ann, 100, 'once:1')
    await booked(first)
    expect(await booked(first)).toEqual(new Set())
    expect(await booked(first, correction(ann, 10, 'once:2'))).toEqual(new Set(['once:2']))
    const twin = correction(ann, 1, 'once:3')
    expect(await booked(twin, twin)).toEqual(new Set(['once:3']))
    expect(await balance(ann)).toBe(111)
    expect(await entriesOf(ann)).toHaveLength(3)
  })

  it('books a key once when it comes from everywhere at the same time', async () => {
    const ann = newUser()
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => booked(correction(ann, 7, 'everywhere'))))
    expect(outcomes.filter(keys => keys.size === 1)).toHaveLength(1)
    expect(await balance(ann)).toBe(7)
  })

  it('refuses what does not add up to zero in each unit, and what moves nothing or parts of a fen', async () => {
    const ann = newUser()
    const wrong: Transfer['entries'][] = [
      [{ account: ann, unit: 'CNY', amount: 1 }],
      [
        { account: ann, unit: 'CNY', amount: 5 },
        { account: 'shop:sales', unit: 'CNY', amount: -4 },
      ],
      [
        { account: ann, unit: 'CNY', amount: 5 },
        { account: 'shop:sales', unit: 'SCORE', amount: -5 },
      ],
      [
        { account: ann, unit: 'CNY', amount: 0.5 },
        { account: 'shop:sales', unit: 'CNY', amount: -0.5 },
      ],
      [],
    ]
    for (const [i, entries] of wrong.entries())
      await expect(booked({ ...correction(ann, 1, `wrong:${i}`), entries })).rejects.toThrow(`wrong:${i}`)
    expect(await entriesOf(ann)).toEqual([])
    expect(await booked()).toEqual(new Set())
  })

  it('never lets a balance fall below zero, and writes nothing then', async () => {
    const [ann, ben] = [newUser(), newUser()]
    await booked(correction(ann, 100))
    const short = (...transfers: Transfer[]) =>
      booked(...transfers).then(
        () => 0,
        error => error instanceof Refusal && errors[error.reason][0],
      )
    expect(await short(correction(ann, -101))).toBe(errors.balanceShort[0])
    expect(await short(correction(ben, -1))).toBe(errors.balanceShort[0])
    expect(await short(correction(ben, 50), correction(ann, -60), correction(ann, -60))).toBe(errors.balanceShort[0])
    expect(await short(correction(ann, -150), correction(ann, 80)), 'not for a moment').toBe(errors.balanceShort[0])
    expect([await balance(ann), await balance(ben)]).toEqual([100, 0])
    expect(await entriesOf(ben)).toEqual([])
    expect(await short(correction(ann, -100))).toBe(0)
  })

  it('adds up exactly when a hundred transfers come at once', async () => {
    const friends = Array.from({ length: 5 }, newUser)
    for (const friend of friends) await booked(correction(friend, 1000))
    const transfers = Array.from({ length: 100 }, (_, i): Transfer => {
      const [from, to] = [friends[i % 5], friends[(i * 3 + 1) % 5]]
      const entries = [
        { account: from ?? 'user:1', unit: 'CNY' as const, amount: -(i + 1) },
        { account: to ?? 'user:1', unit: 'CNY' as const, amount: i + 1 },
      ]
      return { key: `crossed:${i}`, kind: 'correction', about: '', ref: '', entries }
    })
    const outcomes = await Promise.allSettled(transfers.map(transfer => booked(transfer)))
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Refusal)
    const balances = await Promise.all(friends.map(balance))
    expect(balances.reduce((a, b) => a + b)).toBe(5000)
    for (const [i, friend] of friends.entries()) {
      const entries = await entriesOf(friend)
      let running = 0
      for (const { amount, balance_after } of entries) {
        running += amount
        expect(balance_after).toBe(running)
      }
      expect(running).toBe(balances[i])
    }
  })

  it('spends a balance once when it is spent from everywhere at the same time', async () => {
    const ann = newUser()
    await booked(correction(ann, 500))
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => booked(correction(ann, -60))))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(8)
    expect(await balance(ann)).toBe(20)
  })

  it('keeps units apart', async () => {
    const ann = newUser()
    const entries = [
      { account: ann, unit: 'SCORE' as const, amount: 30 },
      { account: 'shop:gifts' as const, unit: 'SCORE' as const, amount: -30 },
    ]
    await booked({ key: 'score:1', kind: 'gift', about: '', ref: '', entries })
    expect([await balance(ann), await balanceOf(db, merchantId, ann, 'SCORE')]).toEqual([0, 30])
  })
})
