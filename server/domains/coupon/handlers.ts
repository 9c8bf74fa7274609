import type { coupon } from '../../../contract/coupon'
import type { Guest, Handlers } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { book } from '../../ledger/ledger'
import { someOf } from '../../paging'
import { inTurn } from '../../turns'
import { categoryChain } from '../goods/categories'
import { couponAnswer, ruleAnswer } from './answers'
import { exchangeNumber } from './exchange'
import { checkFetch, fetchCoupon, tryLuck } from './fetch'
import { givable, moveCoupon, offer, receiverOf, takeBackOffer, takeOffered } from './give'
import { listMerges, mergeCoupons } from './merge'
import { fetchedBy, findRule, fits, listPublicRules, type RuleRow, scopedGoods, scopesOf } from './rules'
import { COUPON, type Scope, stateAt } from './states'
import { listCoupons } from './store'

export const couponHandlers: Handlers<typeof coupon> = {
  async coupons({ token, refId, type, ids }, guest) {
    const { db, merchant, now } = guest
    const all = await listPublicRules(db, merchant.id, { type, ids }, now)
    const rules = someOf(refId === undefined ? all : await thoseFor(guest, all, refId))
    const user = await guest.visitor(token)
    const ruleIds = rules.map(({ id }) => id)
    const fetched = user ? await fetchedBy(db, merchant.id, user.id, ruleIds) : undefined
    return rules.map(rule => ruleAnswer(rule, now, fetched && (fetched.get(rule.id) ?? 0)))
  },

  async couponDetail({ id }, { db, merchant, now }) {
    const rule = orRefuse(await findRule(db, merchant.id, id), 'noData')
    const scopes = await scopesOf(db, merchant.id, [id])
    return { ...ruleAnswer(rule, now), couponRefs: scopes.map(({ kind, ref_id }) => ({ type: kind, refId: ref_id })) }
  },

  async fetchCoupons({ id, pwd, detect }, { db, transaction, secrets, merchant, user, now }) {
    const fetching = { merchantId: merchant.id, userId: user.id, ruleId: id, word: pwd, isPaid: false, now }
    const rule = await checkFetch(db, fetching)
    if (detect) return undefined
    tryLuck(rule, user.id, secrets, now)
    // One after another: a crowd that wants the last ones could take every connection to the database.
    return inTurn(`coupon ${merchant.id} ${id}`, () =>
      transaction(async tx => {
        const { coupon, transfers } = await fetchCoupon(tx, rule, fetching)
        await book(tx, merchant.id, now, transfers)
        return couponAnswer(coupon, now)
      }),
    )
  },

  async myCoupons({ status, consumAmount }, { db, merchant, user, now }) {
    const wanted = status ?? (consumAmount === undefined ? undefined : [COUPON.usable])
    const rows = (await listCoupons(db, merchant.id, user.id)).filter(
      row =>
        (wanted?.includes(stateAt(row, now)) ?? true) &&
        (consumAmount === undefined || row.threshold_fen <= consumAmount),
    )
    return someOf(rows).map(row => couponAnswer(row, now))
  },

  async couponStatistics(_, { db, merchant, user, now }) {
    const states = (await listCoupons(db, merchant.id, user.id)).map(row => stateAt(row, now))
    const countOf = (state: number) => states.filter(one => one === state).length
    return {
      canUse: countOf(COUPON.usable),
      used: countOf(COUPON.used),
      expired: countOf(COUPON.over),
      invalid: countOf(COUPON.void),
    }
  },

  async mergeCouponsRules(_, { db, merchant }) {
    const parts = someOf(await listMerges(db, merchant.id))
    const ids = [...new Set(parts.map(({ id }) => id))]
    return ids.map(id => {
      const own = parts.filter(part => part.id === id)
      return {
        id,
        name: own[0]?.name ?? '',
        rules: own.map(({ type, rule_id, rule_name, number }) => ({
          type,
          typeStr: type === 0 ? '消耗' : '获得',
          couponId: rule_id,
          couponName: rule_name,
          number,
        })),
      }
    })
  },

  async mergeCoupons({ mergeId, couponIds }, { transaction, merchant, user, now }) {
    const merging = { merchantId: merchant.id, userId: user.id, mergeId, couponIds }
    const coupons = await transaction(tx => mergeCoupons(tx, merging, now))
    return coupons.map(coupon => couponAnswer(coupon, now))
  },

  async sendCoupons({ id, uid, mobile }, { db, transaction, merchant, user, now }) {
    const coupon = await givable(db, merchant.id, user.id, id, now)
    const receiver = await receiverOf(db, merchant.id, user.id, { uid, mobile })
    if (!(await transaction(tx => moveCoupon(tx, coupon, receiver.id, now)))) throw new Refusal('couponNotUsable')
  },

  async couponsShareOpen({ id }, { db, statement, merchant, user, now }) {
    const coupon = await givable(db, merchant.id, user.id, id, now)
    return { id, shareToken: await statement(tx => offer(tx, coupon, now)) }
  },

  async couponsShareClose({ id }, { statement, merchant, user }) {
    if (!(await statement(tx => takeBackOffer(tx, merchant.id, user.id, id)))) throw new Refusal('couponUnknown')
  },

  async couponsShareFetch({ id, shareToken }, { transaction, merchant, user, now }) {
    const coupon = await transaction(tx => takeOffered(tx, merchant.id, user.id, { id, shareToken }, now))
    return couponAnswer(coupon, now)
  },

  async exchangeCoupons(typed, context) {
    return couponAnswer(await exchangeNumber(typed, context), context.now)
  },
}

/** Those that may be used for a product. */
async function thoseFor({ db, merchant }: Guest, rules: readonly RuleRow[], goodsId: number): Promise<RuleRow[]> {
  const goods = await scopedGoods(db, merchant.id, goodsId)
  if (!goods) return []
  const chain = await categoryChain(db, merchant.id)
  const scopes = await scopesOf(
    db,
    merchant.id,
    rules.map(({ id }) => id),
  )
  return rules.filter(({ id, scope }) =>
    fits(
      scope as Scope,
      scopes.filter(({ rule_id }) => rule_id === id),
      goods,
      chain,
    ),
  )
}
