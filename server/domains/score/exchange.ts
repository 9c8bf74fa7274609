/** Score for vouchers, and what score turns into: balance and growth. */
import type { Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { balanceOf, book, userAccount } from '../../ledger/ledger'
import { scoreTransfer } from './rewards'
import { INTO, listDeductionRules, type Worth, worthOf } from './rules'

/** A voucher's score, once. Refuses with 700 a number that is wrong or was used, as WXAPI's clients expect. */
export async function takeVoucher(
  tx: Tx,
  merchantId: number,
  userId: number,
  number: string,
  now: Date,
): Promise<number> {
  const voucher = await tx
    .updateTable('score_vouchers')
    .set({ user_id: userId, used_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('number', '=', number.trim().toUpperCase())
    .where('used_at', 'is', null)
    .returning(['number', 'score'])
    .executeTakeFirst()
  if (!voucher) throw new Refusal('noData', '券号不正确，或已经用过了')
  const about = `积分券 ${voucher.number}`
  const transfer = { key: `voucher:${voucher.number}`, kind: 'scoreVoucher' as const, about, ref: voucher.number }
  await book(tx, merchantId, now, [scoreTransfer(userId, voucher.score, transfer)])
  return voucher.score
}

/**
 * Turns score into fen of the balance or into growth, by the shop's rules. Refuses `scoreShort`, and `scoreRuleMissing` where
 * the score is worth nothing. What no rule takes stays.
 */
export async function convertScore(
  tx: Tx,
  { merchantId, userId, score, into }: { merchantId: number; userId: number; score: number; into: 'money' | 'growth' },
  now: Date,
): Promise<Worth> {
  if (score > (await balanceOf(tx, merchantId, userAccount(userId), 'SCORE'))) throw new Refusal('scoreShort')
  const worth = worthOf(await listDeductionRules(tx, merchantId, INTO[into]), score)
  if (worth.value === 0) throw new Refusal('scoreRuleMissing')
  const [unit, shop] = into === 'money' ? (['CNY', 'shop:gifts'] as const) : (['GROWTH', 'shop:score'] as const)
  const { id } = await tx
    .insertInto('score_exchanges')
    .values({
      merchant_id: merchantId,
      user_id: userId,
      into,
      score: worth.score,
      value: worth.value,
      created_at: now.getTime(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await book(tx, merchantId, now, [
    {
      key: `score:exchange:${id}`,
      kind: 'scoreExchanged',
      about: into === 'money' ? '积分兑换余额' : '积分兑换成长值',
      ref: String(id),
      entries: [
        { account: userAccount(userId), unit: 'SCORE', amount: -worth.score },
        { account: 'shop:score', unit: 'SCORE', amount: worth.score },
        { account: userAccount(userId), unit, amount: worth.value },
        { account: shop, unit, amount: -worth.value },
      ],
    },
  ])
  return worth
}
