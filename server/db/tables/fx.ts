/** Distribution. */
import type { Generated } from 'kysely'
import type { Fen } from '../../../contract/money'

export interface FxTables {
  fx_terms: FxTermsTable
  fx_sellers: FxSellerTable
  fx_bindings: FxBindingTable
  fx_commissions: FxCommissionTable
  fx_debts: FxDebtTable
}

export interface FxTermsTable {
  merchant_id: number
  can_apply: number
  can_buy: number
  price_fen: Fen
  /** What the nearest distributor earns of what was paid for goods, the next, the one behind. */
  rate1_bp: number
  rate2_bp: number
  rate3_bp: number
  /** Registered people who come by a distributor's link: 0 stay, 1 come to belong if they belong to nobody, 2 also leave another. */
  visitors: Generated<number>
}

export interface FxSellerTable {
  merchant_id: number
  user_id: number
  name: Generated<string>
  mobile: Generated<string>
  state: number
  /** Why not. */
  remark: Generated<string>
  created_at: number
  updated_at: number
}

export interface FxBindingTable {
  merchant_id: number
  user_id: number
  seller_id: number
  created_at: number
}

/** Of settled commission that went back after it was spent: taken from the next. */
export interface FxDebtTable {
  merchant_id: number
  user_id: number
  owed_fen: Fen
}

export interface FxCommissionTable {
  merchant_id: number
  id: Generated<number>
  order_id: number
  order_line_id: number
  buyer_id: number
  /** Who earns. */
  seller_id: number
  /** 1 to 3 up the chain of distributors; 4 the leader of a team, 5 the partner. */
  level: number
  rate_bp: number
  /** What was paid for the line, and what of it was given back. */
  base_fen: Fen
  base_returned_fen: Generated<Fen>
  amount_fen: Fen
  returned_fen: Generated<Fen>
  state: Generated<number>
  created_at: number
}
