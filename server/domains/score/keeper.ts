/** What the shop keeper says of score. */
import type { Tx } from '../../db/database'
import type { ScoreCode } from './rules'

/** What an event brings; nothing takes the rule away. */
export async function setScoreRule(
  tx: Tx,
  merchantId: number,
  code: ScoreCode,
  { score, perFen }: { score: number; perFen: number },
): Promise<void> {
  if (score === 0) {
    await tx.deleteFrom('score_rules').where('merchant_id', '=', merchantId).where('code', '=', code).execute()
    return
  }
  const rule = { score, per_fen: perFen }
  await tx
    .insertInto('score_rules')
    .values({ merchant_id: merchantId, code, ...rule })
    .onConflict(conflict => conflict.columns(['merchant_id', 'code']).doUpdateSet(rule))
    .execute()
}

/** What score is worth, in the place of what it was: one rule for money, one for growth. */
export async function setWorth(
  tx: Tx,
  merchantId: number,
  { type, score, value, isLoop }: { type: number; score: number; value: number; isLoop: boolean },
): Promise<void> {
  await tx.deleteFrom('score_deductions').where('merchant_id', '=', merchantId).where('type', '=', type).execute()
  if (value === 0) return
  await tx
    .insertInto('score_deductions')
    .values({ merchant_id: merchantId, type, score, value, is_loop: isLoop ? 1 : 0 })
    .execute()
}

/** What a day of signing in brings from so many days in a row on; nothing takes the rule away. */
export async function setSignRule(tx: Tx, merchantId: number, continuous: number, score: number): Promise<void> {
  await tx.deleteFrom('sign_rules').where('merchant_id', '=', merchantId).where('continuous', '=', continuous).execute()
  if (score > 0) await tx.insertInto('sign_rules').values({ merchant_id: merchantId, continuous, score }).execute()
}

/** Vouchers of some score; those that were there before stay as they are, and are answered. */
export async function addVouchers(
  tx: Tx,
  merchantId: number,
  vouchers: readonly { number: string; score: number }[],
  now: Date,
): Promise<string[]> {
  const known: string[] = []
  for (const { number, score } of vouchers) {
    const row = { merchant_id: merchantId, number: number.toUpperCase(), score, created_at: now.getTime() }
    const inserted = await tx
      .insertInto('score_vouchers')
      .values({ ...row, user_id: null, used_at: null })
      .onConflict(conflict => conflict.columns(['merchant_id', 'number']).doNothing())
      .returning('number')
      .executeTakeFirst()
    if (!inserted) known.push(number)
  }
  return known
}
