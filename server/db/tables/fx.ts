/** Distribution. */
import type { Generated } from 'kysely'
import type { Fen } from '../../../contract/money'

export interface FxTables {
  fx_terms: FxTermsTable
  fx_sellers: FxSellerTable
  fx_bindings: FxBindingTable
  fx_commissions: FxCommissionTable
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
}

export interface FxSellerTable {
  merchant_id: number
  user_id: number
  name: Generated<string>
  mobile: Generated<string>
  state: number
  /** Why not. */
  remark: Generated<string>
  /** Of settled commission that went back after it was spent: taken from the next. */
  owed_fen: Generated<Fen>
  created_at: number
  updated_at: number
}

export interface FxBindingTable {
  merchant_id: number
  user_id: number
  seller_id: number
  created_at: number
}

export interface FxCommissionTable {
  merchant_id: number
  id: Generated<number>
  order_id: number
  order_line_id: number
  buyer_id: number
  seller_id: number
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
