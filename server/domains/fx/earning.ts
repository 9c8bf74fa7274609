/** Who earns by an order, and how much of each line: distributors up the chain, and beside them the buyer's team. */
import type { Insertable } from 'kysely'
import { atRate, type Fen, fen } from '../../../contract/money'
import type { Db } from '../../db/database'
import type { FxCommissionTable } from '../../db/tables'
import { ownRates, type Rates } from '../goods/commission'
import { earnersBy } from '../partner/people'
import { sellerOf } from './belonging'
import { isSeller, termsOf } from './sellers'

export interface PaidOrder {
  merchant_id: number
  id: number
  user_id: number
  order_number: string
}

/** Levels beyond those of distributors: shares of a team. */
export const SHARE = { leader: 4, partner: 5 } as const
/** Of distributors, the nearest first. */
export const CHAIN = [1, 2, 3] as const

/** What is earned by each line of an order, in one row for each who earns: of what was paid for it, without freight. */
export async function earnedBy(db: Db, order: PaidOrder, now: Date): Promise<Insertable<FxCommissionTable>[]> {
  if (!(await isBelowSomebody(db, order))) return []
  const chain = await chainOf(db, order)
  const team = await teamOf(db, order)
  if (chain.length + team.length === 0) return []
  const lines = await db
    .selectFrom('order_lines')
    .select(['id', 'goods_id', 'paid_fen'])
    .where('merchant_id', '=', order.merchant_id)
    .where('order_id', '=', order.id)
    .orderBy('id')
    .execute()
  const ratesOf = chain.length > 0 ? await ratesBy(db, order.merchant_id, lines) : () => NO_RATES
  return lines.flatMap(line => {
    const rates = ratesOf(line)
    const sellers = chain.map(({ sellerId, level }) => ({ sellerId, level, rate: rates[level - 1] ?? 0 }))
    return sharesOf(line.paid_fen, [...sellers, ...team]).map(({ sellerId, level, rate, amount }) => ({
      merchant_id: order.merchant_id,
      order_id: order.id,
      order_line_id: line.id,
      buyer_id: order.user_id,
      seller_id: sellerId,
      level,
      rate_bp: rate,
      base_fen: line.paid_fen,
      amount_fen: amount,
      created_at: now.getTime(),
    }))
  })
}

const NO_RATES: Rates = [0, 0, 0]

/** A product's own rates, or the shop's. */
async function ratesBy(db: Db, merchantId: number, lines: ReadonlyArray<{ goods_id: number }>) {
  const { rate1_bp, rate2_bp, rate3_bp } = await termsOf(db, merchantId)
  const own = await ownRates(
    db,
    merchantId,
    lines.map(({ goods_id }) => goods_id),
  )
  return ({ goods_id }: { goods_id: number }): Rates => own.get(goods_id)?.rates ?? [rate1_bp, rate2_bp, rate3_bp]
}

export interface Earner {
  sellerId: number
  level: number
  rate: number
}

/** Half up to whole fen each; together never more than what was paid, so that rounding is the last one's. Pure. */
export function sharesOf(paid: Fen, earners: readonly Earner[]): Array<Earner & { amount: Fen }> {
  let left: number = paid
  const shares = earners.map(earner => {
    const amount = fen(Math.min(atRate(paid, earner.rate), left))
    left -= amount
    return { ...earner, amount }
  })
  return shares.filter(({ amount }) => amount > 0)
}

/** Most buyers came of themselves: one question, and none for the terms. */
async function isBelowSomebody(db: Db, { merchant_id, user_id }: PaidOrder): Promise<boolean> {
  const bound = db
    .selectFrom('fx_bindings')
    .select('user_id')
    .where('merchant_id', '=', merchant_id)
    .where('user_id', '=', user_id)
  const inTeam = db
    .selectFrom('partner_people')
    .select('user_id')
    .where('merchant_id', '=', merchant_id)
    .where('user_id', '=', user_id)
  return (await bound.unionAll(inTeam).limit(1).executeTakeFirst()) !== undefined
}

/** Up the chain: who is no distributor is passed over, and nobody earns by what they buy themselves. */
async function chainOf(db: Db, { merchant_id: merchantId, user_id: buyerId }: PaidOrder) {
  const sellers: Array<Pick<Earner, 'sellerId' | 'level'>> = []
  let current = await sellerOf(db, merchantId, buyerId)
  for (const level of CHAIN) {
    if (current === undefined || current === buyerId) break
    if (await isSeller(db, merchantId, current)) sellers.push({ sellerId: current, level })
    current = await sellerOf(db, merchantId, current)
  }
  return sellers
}

async function teamOf(db: Db, { merchant_id, user_id }: PaidOrder): Promise<Earner[]> {
  const team = await earnersBy(db, merchant_id, user_id)
  if (!team) return []
  const { leaderId, leaderRate, partnerId, partnerRate } = team
  const shares: Earner[] = []
  if (leaderId !== undefined && leaderRate > 0)
    shares.push({ sellerId: leaderId, level: SHARE.leader, rate: leaderRate })
  if (partnerId !== undefined && partnerRate > 0)
    shares.push({ sellerId: partnerId, level: SHARE.partner, rate: partnerRate })
  return shares
}
