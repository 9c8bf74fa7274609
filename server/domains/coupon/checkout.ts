/** Coupons of an order: what could be used, which is the best, and what happens to it with the order. */
import { type Fen, fen, yuanText } from '../../../contract/money'
import type { Db, Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { categoryChain } from '../goods/categories'
import { takesOff, totalOf } from './discount'
import { fits, type Scoped, scopesOf } from './rules'
import { COUPON, PERCENT, type Scope } from './states'
import { listHeld, type OwnedCoupon } from './store'

interface PricedGoods extends Scoped {
  amountFen: Fen
  /** What a promotion has priced already is not discounted once more. */
  isDiscounted: boolean
}

export interface Applicable {
  coupon: OwnedCoupon
  offFen: Fen
  /** Whether a product is among what it takes off from. */
  covers(goods: Scoped): boolean
}

/** Why a coupon cannot be used for these goods: what could be done about it comes first. */
const REASONS = ['threshold', 'notYet', 'promotion', 'scope'] as const

export interface Unfit {
  coupon: OwnedCoupon
  reason: (typeof REASONS)[number]
  /** What its threshold is short of; 0 for every other reason. */
  missingFen: Fen
}

export interface Weighed {
  /** The best first; of equals, the one that ends first. */
  applicable: Applicable[]
  /** The nearest to fitting first. What would take off nothing for another reason is in neither. */
  unfit: Unfit[]
}

/** Which of a shopper's coupons fit these goods, and which do not. */
export async function weighCoupons(
  db: Db,
  merchantId: number,
  userId: number,
  goods: readonly PricedGoods[],
  now: Date,
): Promise<Weighed> {
  const coupons = await listHeld(db, merchantId, userId, now)
  const isByCategory = coupons.some(({ scope }) => scope === 'category')
  const chain = isByCategory ? await categoryChain(db, merchantId) : () => []
  const scoped = coupons.filter(({ scope }) => scope !== 'all').map(({ rule_id }) => rule_id)
  const scopes = await scopesOf(db, merchantId, [...new Set(scoped)])
  const weighed = coupons.map(coupon => {
    const own = scopes.filter(({ rule_id }) => rule_id === coupon.rule_id)
    const covers = (one: Scoped) => fits(coupon.scope as Scope, own, one, chain)
    const covered = goods.filter(covers)
    const discounted = covered.filter(({ isDiscounted }) => isDiscounted)
    const unfit = whyNot(coupon, covered, discounted, now)
    return { coupon, covers, unfit, offFen: unfit ? fen(0) : takesOff(coupon, discounted) }
  })
  return {
    applicable: weighed.filter(({ offFen }) => offFen > 0).sort((a, b) => b.offFen - a.offFen),
    unfit: weighed.flatMap(({ unfit }) => unfit ?? []).sort(byNearness),
  }
}

function whyNot(
  coupon: OwnedCoupon,
  covered: readonly PricedGoods[],
  discounted: readonly PricedGoods[],
  now: Date,
): Unfit | undefined {
  const because = (reason: Unfit['reason'], missing = 0) => ({ coupon, reason, missingFen: fen(missing) })
  if (covered.length === 0) return because('scope')
  if (discounted.length === 0) return because('promotion')
  if (coupon.valid_from > now.getTime()) return because('notYet')
  const missing = coupon.threshold_fen - totalOf(discounted)
  return missing > 0 ? because('threshold', missing) : undefined
}

const byNearness = (a: Unfit, b: Unfit): number =>
  REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason) || a.missingFen - b.missingFen

/** Asks for none. */
const NONE = 0

/**
 * The one that a request means: the best when it says nothing, none when it says 0. Refuses with `couponNotUsable` what
 * does not fit these goods, is over or is somebody else's.
 */
export function chosenCoupon(applicable: readonly Applicable[], wanted: readonly number[] | undefined) {
  if (!wanted || wanted.length === 0) return applicable[0]
  const [id, ...others] = [...new Set(wanted)]
  if (others.length) throw new Refusal('couponNotUsable', '一个订单只能使用一张优惠券')
  if (id === NONE) return undefined
  const chosen = applicable.find(({ coupon }) => coupon.id === id)
  if (!chosen) throw new Refusal('couponNotUsable', '所选优惠券不适用于这些商品')
  return chosen
}

/** Spends it on an order. Refuses with `couponNotUsable` what was spent or given away a moment ago. */
export async function spendCoupon(tx: Tx, { coupon }: Applicable, orderId: number, now: Date): Promise<void> {
  const used = await tx
    .updateTable('coupons')
    .set({ state: COUPON.used, order_id: orderId, share_token: null, updated_at: now.getTime() })
    .where('merchant_id', '=', coupon.merchant_id)
    .where('user_id', '=', coupon.user_id)
    .where('id', '=', coupon.id)
    .where('state', '=', COUPON.usable)
    .where('valid_until', '>', now.getTime())
    .returning('id')
    .executeTakeFirst()
  if (!used) throw new Refusal('couponNotUsable')
}

/** Of an order that nobody paid: it comes back whatever its kind says. */
export const comeBackUnpaid = (tx: Tx, merchantId: number, orderId: number, now: Date) =>
  usedBy(tx, merchantId, orderId, now).execute()

/** Of an order of which everything was given back: it comes back where its kind says so, with the end that it had. */
export const comeBackRefunded = (tx: Tx, merchantId: number, orderId: number, now: Date) =>
  usedBy(tx, merchantId, orderId, now)
    .where('rule_id', 'in', ({ selectFrom }) =>
      selectFrom('coupon_rules').select('id').where('merchant_id', '=', merchantId).where('comes_back', '=', 1),
    )
    .execute()

const usedBy = (tx: Tx, merchantId: number, orderId: number, now: Date) =>
  tx
    .updateTable('coupons')
    .set({ state: COUPON.usable, order_id: null, updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', orderId)
    .where('state', '=', COUPON.used)

/** What a price explains it with. */
export const labelOf = ({ name, money_type, value }: OwnedCoupon): string =>
  name || (money_type === PERCENT ? `${value / 100}%` : `${yuanText(value as Fen)} 元`)
