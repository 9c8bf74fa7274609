/** Coupons, and what shoppers are rewarded with for coming back. Values are fen, or basis points where a value is percent. */
import type { Generated } from 'kysely'
import type { Fen } from '../../../contract/money'

export interface CouponTables {
  coupon_rules: CouponRuleTable
  coupon_scopes: CouponScopeTable
  coupons: CouponTable
  coupon_numbers: CouponNumberTable
  coupon_merges: CouponMergeTable
  coupon_merge_parts: CouponMergePartTable
  sign_ins: SignInTable
  sign_rules: SignRuleTable
  score_rules: ScoreRuleTable
  score_deductions: ScoreDeductionTable
  score_vouchers: ScoreVoucherTable
  score_exchanges: ScoreExchangeTable
}

export interface CouponRuleTable {
  merchant_id: number
  id: Generated<number>
  name: string
  type: Generated<string>
  remark: Generated<string>
  /** 0 fen, 1 basis points off. */
  money_type: number
  value_min: number
  value_max: number
  threshold_fen: Generated<Fen>
  scope: Generated<string>
  number_total: number
  number_left: number
  /** 0: no limit. */
  person_max: Generated<number>
  /** When it can be fetched, and from when it can be used. */
  starts_at: number | null
  ends_at: number | null
  /** Usable so many days after it was fetched; nothing: until `ends_at`. */
  days: number | null
  need_score: Generated<number>
  need_fen: Generated<Fen>
  need_streak: Generated<number>
  word: Generated<string>
  chance_bp: Generated<number>
  /** Can be fetched by anybody; others are only handed out. */
  is_public: Generated<number>
  can_give: Generated<number>
  /** Comes back when the whole order is refunded. */
  comes_back: Generated<number>
  is_stopped: Generated<number>
  created_at: number
}

export interface CouponScopeTable {
  merchant_id: number
  rule_id: number
  /** 0 category, 1 goods, 2 branch: WXAPI's. */
  kind: number
  ref_id: number
}

export interface CouponTable {
  merchant_id: number
  id: Generated<number>
  rule_id: number
  user_id: number
  value: number
  /** `fetched`, `bought`, `exchanged`, `merged`, `handed`. */
  source: string
  /** Who fetched it: giving it away makes no room for another. */
  first_user_id: number
  state: Generated<number>
  valid_from: number
  valid_until: number
  share_token: string | null
  order_id: number | null
  created_at: number
  updated_at: number
}

export interface CouponNumberTable {
  merchant_id: number
  number: string
  rule_id: number
  password_hash: string
  coupon_id: number | null
  tries: Generated<number>
  tried_at: Generated<number>
  created_at: number
}

export interface CouponMergeTable {
  merchant_id: number
  id: Generated<number>
  name: string
  is_stopped: Generated<number>
}

export interface CouponMergePartTable {
  merchant_id: number
  merge_id: number
  /** 0 goes in, 1 comes out. */
  type: number
  rule_id: number
  number: number
}

export interface SignInTable {
  merchant_id: number
  id: Generated<number>
  user_id: number
  /** `2026-01-31`, in Beijing. */
  day: string
  continuous: number
  score: number
  created_at: number
}

export interface SignRuleTable {
  merchant_id: number
  continuous: number
  score: number
}

export interface ScoreRuleTable {
  merchant_id: number
  id: Generated<number>
  code: string
  score: number
  /** For each full so many fen; 0: flat. */
  per_fen: Generated<number>
}

export interface ScoreDeductionTable {
  merchant_id: number
  id: Generated<number>
  /** 0 money, 1 growth: WXAPI's. */
  type: number
  score: number
  /** Fen, or growth. */
  value: number
  is_loop: Generated<number>
}

export interface ScoreVoucherTable {
  merchant_id: number
  number: string
  score: number
  user_id: number | null
  used_at: number | null
  created_at: number
}

export interface ScoreExchangeTable {
  merchant_id: number
  id: Generated<number>
  user_id: number
  into: string
  score: number
  value: number
  created_at: number
}
