import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { expectBalancedLedger } from '../support/ledger'
import { codeOf, dataOf, type Person, signIn } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
const DAY = 86_400

const setRules = (...rules: [continuous: number, score: number][]) =>
  shop.app.services.transaction(async tx => {
    await tx.deleteFrom('sign_rules').where('merchant_id', '=', shop.merchantId).execute()
    const rows = rules.map(([continuous, score]) => ({ merchant_id: shop.merchantId, continuous, score }))
    if (rows.length) await tx.insertInto('sign_rules').values(rows).execute()
  })
const scoreOf = async ({ token }: Person) => (await dataOf(wxapi.userAmount(token))).score
/** Logins end with the days that pass. */
const later = async (person: Person, days: number) => {
  await shop.advance(days * DAY)
  return signIn(shop, person.name)
}

describe('scoreSign', () => {
  it('brings more the longer the days in a row, and begins anew after a day without', async () => {
    expect(await codeOf(wxapi.scoreSignRules())).toBe(errors.noData[0])
    await setRules([7, 20], [1, 2], [3, 5])
    expect(await dataOf(wxapi.scoreSignRules())).toEqual([
      { continuous: 1, score: 2 },
      { continuous: 3, score: 5 },
      { continuous: 7, score: 20 },
    ])
    let ann = await signIn(shop, 'ann')
    const days: number[][] = []
    for (let day = 1; day <= 8; day++) {
      expect(await codeOf(wxapi.scoreTodaySignedInfo(ann.token))).toBe(errors.noData[0])
      const { continuous, score } = await dataOf(wxapi.scoreSign(ann.token))
      expect(await dataOf(wxapi.scoreTodaySignedInfo(ann.token))).toEqual({ continuous, score })
      days.push([continuous, score])
      ann = await later(ann, 1)
    }
    expect(days).toEqual([
      [1, 2],
      [2, 2],
      [3, 5],
      [4, 5],
      [5, 5],
      [6, 5],
      [7, 20],
      [8, 20],
    ])
    expect(await scoreOf(ann)).toBe(64)
    ann = await later(ann, 1)
    expect(await dataOf(wxapi.scoreSign(ann.token))).toEqual({ continuous: 1, score: 2 })
    await expectBalancedLedger(shop)
  })

  it('changes with the day in Beijing', async () => {
    const bob = await signIn(shop, 'bob')
    const midnight = Math.ceil((shop.now().getTime() + 8 * 3_600_000) / (DAY * 1000)) * DAY * 1000 - 8 * 3_600_000
    await shop.advance(Math.floor((midnight - shop.now().getTime()) / 1000) - 60)
    await dataOf(wxapi.scoreSign(bob.token))
    expect(await codeOf(wxapi.scoreSign(bob.token))).toBe(errors.signedAlready[0])
    await shop.advance(120)
    expect(await dataOf(wxapi.scoreSign(bob.token))).toMatchObject({ continuous: 2 })
  })

  it('counts once however often one taps', async () => {
    await setRules([1, 10])
    const carl = await signIn(shop, 'carl')
    const taps = await Promise.all(Array.from({ length: 20 }, () => codeOf(wxapi.scoreSign(carl.token))))
    expect(taps.filter(code => code === 0)).toHaveLength(1)
    expect(taps.filter(code => code === errors.signedAlready[0])).toHaveLength(19)
    expect(await scoreOf(carl)).toBe(10)
    expect((await dataOf(wxapi.scoreSignLogs({ token: carl.token }))).totalRow).toBe(1)
    await expectBalancedLedger(shop)
  })

  it('signs in where the shop has no rules, for nothing', async () => {
    await setRules()
    const dora = await signIn(shop, 'dora')
    expect(await dataOf(wxapi.scoreSign(dora.token))).toEqual({ continuous: 1, score: 0 })
    expect(await scoreOf(dora)).toBe(0)
  })
})

describe('scoreSignLogs', () => {
  it('tells the days, the newest first, by page and between days', async () => {
    let eve = await signIn(shop, 'eve')
    for (let day = 0; day < 3; day++) {
      await dataOf(wxapi.scoreSign(eve.token))
      eve = await later(eve, 1)
    }
    const { result, totalRow } = await dataOf(wxapi.scoreSignLogs({ token: eve.token, pageSize: 2 }))
    expect(totalRow).toBe(3)
    expect(result.map(({ continuous }) => continuous)).toEqual([3, 2])
    const [newest] = result
    const only = await dataOf(
      wxapi.scoreSignLogs({ token: eve.token, dateAddBegin: newest?.day ?? '', dateAddEnd: newest?.day ?? '' }),
    )
    expect(only.result).toEqual([newest])
    const nobody = await signIn(shop, 'nobody')
    expect(await codeOf(wxapi.scoreSignLogs({ token: nobody.token }))).toBe(errors.noData[0])
  })
})
