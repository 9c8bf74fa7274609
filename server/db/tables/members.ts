/** Levels: what they cost and bring, who has one; withdrawals, deposits and bills. */
import type { Generated } from 'kysely'
import type { Fen } from '../../../contract/money'

export interface MemberTables {
  user_levels: UserLevelTable
  user_level_prices: UserLevelPriceTable
  user_level_buys: UserLevelBuyTable
  memberships: MembershipTable
  withdrawals: WithdrawalTable
  deposits: DepositTable
  bill_discounts: BillDiscountTable
  bills: BillTable
}

export interface UserLevelTable {
  merchant_id: number
  id: Generated<number>
  name: string
  rank: number
  rebate_bp: number
  /** Spent, or grown, so much brings the level; 0: nothing does. */
  upgrade_fen: Generated<Fen>
  upgrade_growth: Generated<number>
  /** Comes with the level when it is earned. */
  upgrade_score: Generated<number>
  month_score: Generated<number>
  month_coupons: Generated<number>
  month_coupon_id: number | null
}

export interface UserLevelPriceTable {
  merchant_id: number
  id: Generated<number>
  level_id: number
  price_fen: Fen
  duration: number
  unit: number
}

export interface UserLevelBuyTable {
  merchant_id: number
  id: Generated<number>
  user_id: number
  level_id: number
  level_name: string
  order_number: string
  price_fen: Fen
  remark: Generated<string>
  is_renewal: Generated<number>
  until: number
  idempotency_key: string | null
  created_at: number
}

export interface MembershipTable {
  merchant_id: number
  user_id: number
  earned_level_id: number | null
  bought_level_id: number | null
  bought_until: number | null
  /** Which price was paid, and what it was then. */
  price_id: number | null
  price_fen: Generated<Fen>
  is_renewing: Generated<number>
  /** `2026-01`: the last month whose gift has been given. */
  gifted_month: Generated<string>
  updated_at: number
}

export interface WithdrawalTable {
  merchant_id: number
  id: Generated<number>
  number: string
  user_id: number
  amount_fen: Fen
  name: Generated<string>
  bank_json: Generated<string>
  state: string
  reason: Generated<string>
  idempotency_key: string | null
  created_at: number
  updated_at: number
}

export interface DepositTable {
  merchant_id: number
  id: Generated<number>
  number: string
  user_id: number
  amount_fen: Fen
  state: number
  ref_code: Generated<string>
  remark: Generated<string>
  ext_json: Generated<string>
  idempotency_key: string | null
  created_at: number
  updated_at: number
}

export interface BillDiscountTable {
  merchant_id: number
  id: Generated<number>
  consume_fen: Fen
  discounts_fen: Fen
  is_loop: Generated<number>
}

export interface BillTable {
  merchant_id: number
  id: Generated<number>
  number: string
  user_id: number
  shop_id: Generated<number>
  money_fen: Fen
  real_fen: Fen
  idempotency_key: string | null
  created_at: number
}
