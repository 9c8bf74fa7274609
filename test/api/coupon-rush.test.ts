import { expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { createCoupon, giveScore } from '../support/coupons'
import { expectBalancedLedger } from '../support/ledger'
import { codeOf, dataOf, type Person, signIn } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop

async function crowd(name: string, size: number): Promise<Person[]> {
  const people: Person[] = []
  for (let i = 0; i < size; i += 50)
    people.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(50, size - i) }, (_, one) => signIn(shop, `${name} ${i + one}`)),
      )),
    )
  return people
}

/** How often each outcome came. */
function tally(codes: readonly number[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

it('five hundred people at once fetch the last hundred: a hundred have one each, the others are told', async () => {
  const id = await createCoupon(shop, { number: 100 })
  const people = await crowd('rush', 500)
  const codes = await Promise.all(people.map(({ token }) => codeOf(wxapi.fetchCoupons({ token, id }))))
  expect(tally(codes)).toEqual({ 0: 100, [errors.couponNoneLeft[0]]: 400 })
  expect(await dataOf(wxapi.couponDetail(id))).toMatchObject({ numberLeft: 0, numberTotle: 100 })
  const owned = await Promise.all(people.map(async ({ token }) => (await dataOf(wxapi.couponStatistics(token))).canUse))
  expect(owned.filter(count => count === 1)).toHaveLength(100)
  expect(owned.filter(count => count > 1)).toEqual([])
}, 120_000)

it('one person tapping twenty times has as many as one may, and has paid for so many', async () => {
  const greedy = await signIn(shop, 'greedy')
  await giveScore(shop, greedy, 1000)
  const id = await createCoupon(shop, { person_max: 2, need_score: 10 })
  const taps = Array.from({ length: 20 }, () => codeOf(wxapi.fetchCoupons({ token: greedy.token, id })))
  expect(tally(await Promise.all(taps))).toEqual({ 0: 2, [errors.couponLimit[0]]: 18 })
  expect(await dataOf(wxapi.myCoupons({ token: greedy.token }))).toHaveLength(2)
  expect((await dataOf(wxapi.userAmount(greedy.token))).score).toBe(980)
  await expectBalancedLedger(shop)
})
