/** Card numbers with passwords that turn into coupons, each once. */
import type { Tx } from '../../db/database'
import type { SignedIn } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { sha256 } from '../../secrets'
import { findRule, type RuleRow } from './rules'
import { issueCoupon, type OwnedCoupon } from './store'

const TRIES = 5
const LOCKED_MS = 15 * 60_000

/** Tied to its number, so that equal passwords look different. */
export const numberHash = (number: string, password: string): string => sha256(`${number}\n${password}`)

export async function exchangeNumber(
  { number: typed, pwd }: { number: string; pwd: string },
  { transaction, statement, merchant, user, now }: SignedIn,
): Promise<OwnedCoupon> {
  const number = typed.trim().toUpperCase()
  // Counted before it is looked at, and kept whatever comes of it, so that guesses sent at once gain nothing.
  const tries = await statement(tx => countTry(tx, merchant.id, number, now))
  if (tries > TRIES) throw new Refusal('couponNumberLocked')
  return transaction(async tx => {
    const row = await tx
      .selectFrom('coupon_numbers')
      .selectAll()
      .where('merchant_id', '=', merchant.id)
      .where('number', '=', number)
      .executeTakeFirst()
    if (row?.password_hash !== numberHash(number, pwd.trim())) throw new Refusal('couponNumberWrong')
    const rule = await findRule(tx, merchant.id, row.rule_id)
    refuseOver(rule, now)
    const coupon = await issueCoupon(tx, rule, user.id, 'exchanged', now)
    const spent = await tx
      .updateTable('coupon_numbers')
      .set({ coupon_id: coupon.id, tries: 0 })
      .where('merchant_id', '=', merchant.id)
      .where('number', '=', number)
      .where('coupon_id', 'is', null)
      .returning('number')
      .executeTakeFirst()
    if (!spent) throw new Refusal('couponNumberUsed')
    return coupon
  })
}

function refuseOver(rule: RuleRow | undefined, now: Date): asserts rule is RuleRow {
  if (!rule || rule.is_stopped) throw new Refusal('couponStopped')
  if (rule.ends_at !== null && rule.ends_at <= now.getTime()) throw new Refusal('couponExpired')
}

async function countTry(tx: Tx, merchantId: number, number: string, now: Date): Promise<number> {
  const forgiven = now.getTime() - LOCKED_MS
  const row = await tx
    .updateTable('coupon_numbers')
    .set(({ eb, ref }) => ({
      tries: eb
        .case()
        .when('tried_at', '<', forgiven)
        .then(1)
        .else(eb('tries', '+', 1))
        .end(),
      tried_at: eb.case().when('tries', '>=', TRIES).then(ref('tried_at')).else(now.getTime()).end(),
    }))
    .where('merchant_id', '=', merchantId)
    .where('number', '=', number)
    .returning('tries')
    .executeTakeFirst()
  return row?.tries ?? 0
}
