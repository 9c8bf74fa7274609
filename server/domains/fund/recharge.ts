/** What a recharge is rewarded with. */
import { type Fen, fen } from '../../../contract/money'
import type { Db } from '../../db/database'
import { type Transfer, userAccount } from '../../ledger/ledger'

export interface RechargeRule {
  confineFen: Fen
  sendFen: Fen
  /** Once for each full `confineFen`, not once only. */
  isLoop: boolean
}

export const listRechargeRules = (db: Db, merchantId: number) =>
  db.selectFrom('recharge_rules').selectAll().where('merchant_id', '=', merchantId).orderBy('confine_fen').execute()

/** The rule with the highest threshold that was reached decides. Pure. */
export function giftFor(amount: Fen, rules: readonly RechargeRule[]): Fen {
  const reached = rules
    .filter(({ confineFen }) => confineFen > 0 && confineFen <= amount)
    .sort((a, b) => b.confineFen - a.confineFen)[0]
  if (!reached) return fen(0)
  return fen(reached.isLoop ? Math.floor(amount / reached.confineFen) * reached.sendFen : reached.sendFen)
}

interface Recharge {
  merchant_id: number
  id: number
  out_trade_no: string
  user_id: number
  amount_fen: Fen
}

export async function rechargeGift(
  db: Db,
  { merchant_id, id, out_trade_no, user_id, amount_fen }: Recharge,
): Promise<Transfer[]> {
  const rules = await listRechargeRules(db, merchant_id)
  const gift = giftFor(
    amount_fen,
    rules.map(rule => ({ confineFen: rule.confine_fen, sendFen: rule.send_fen, isLoop: rule.is_loop === 1 })),
  )
  if (gift === 0) return []
  return [
    {
      key: `payment:${id}:gift`,
      kind: 'gift',
      about: '充值赠送',
      ref: out_trade_no,
      entries: [
        { account: userAccount(user_id), unit: 'CNY', amount: gift },
        { account: 'shop:gifts', unit: 'CNY', amount: -gift },
      ],
    },
  ]
}
