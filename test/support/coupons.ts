/** Coupons as the shop keeper makes them, and score as they give it. */
import { fen } from '../../contract/money'
import { DAY_MS } from '../../contract/time'
import { createRule, handOut, type RuleDraft } from '../../server/domains/coupon/keeper'
import { book, userAccount } from '../../server/ledger/ledger'
import type { Person } from './people'
import type { Shop } from './shop'

type ShopLike = Pick<Shop, 'app' | 'merchantId'>

let made = 0

/** A coupon of 5 yuan off anything, good for a week, a thousand of them, one each; `draft` says otherwise. Answers its id. */
export async function createCoupon({ app, merchantId }: ShopLike, draft: Partial<RuleDraft> = {}): Promise<number> {
  const { transaction, clock } = app.services
  made += 1
  const value = { money_type: 0 as const, value_min: fen(500), value_max: draft.value_min ?? fen(500) }
  const rule = { name: `优惠券 ${made}`, ...value, number: 1000, person_max: 1, days: 7, ...draft }
  return (await transaction(tx => createRule(tx, merchantId, rule, clock.now()))).id
}

/** Puts coupons into somebody's hands. Answers their ids. */
export async function handCoupon(
  { app, merchantId }: ShopLike,
  { uid }: Person,
  ruleId: number,
  number = 1,
): Promise<number[]> {
  const { transaction, clock } = app.services
  const handing = { merchantId, ruleId, userId: uid, number }
  return (await transaction(tx => handOut(tx, handing, clock.now()))).map(({ id }) => id)
}

/** Ends a week from now. */
export const inAWeek = ({ app }: ShopLike): number => app.services.clock.now().getTime() + 7 * DAY_MS

let gifts = 0

/** Score out of nowhere, in the ledger all the same. */
export async function giveScore({ app, merchantId }: ShopLike, { uid }: Person, score: number): Promise<void> {
  const { transaction, clock } = app.services
  gifts += 1
  await transaction(tx =>
    book(tx, merchantId, clock.now(), [
      {
        key: `correction:score-${gifts}`,
        kind: 'scoreCorrection',
        about: 'test',
        ref: '',
        entries: [
          { account: userAccount(uid), unit: 'SCORE', amount: score },
          { account: 'shop:score', unit: 'SCORE', amount: -score },
        ],
      },
    ]),
  )
}
