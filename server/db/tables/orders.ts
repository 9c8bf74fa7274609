/** Orders and what follows from them: parcels, reviews, purchases from suppliers. */
import type { Generated } from 'kysely'
import type { Fen } from '../../../contract/money'

export interface OrderTables {
  orders: OrderTable
  order_lines: OrderLineTable
  shipments: ShipmentTable
  reviews: ReviewTable
  forgotten_goods: ForgottenGoodsTable
  refunds: RefundTable
  refund_lines: RefundLineTable
  invoices: InvoiceTable
  supply_purchases: SupplyPurchaseTable
  supply_accounts: SupplyAccountTable
  supply_entries: SupplyEntryTable
  card_codes: CardCodeTable
  card_reveals: CardRevealTable
  supply_goods: SupplyGoodsTable
  supply_resolutions: SupplyResolutionTable
  keepers: KeeperTable
}

export interface OrderTable {
  merchant_id: number
  id: Generated<number>
  order_number: string
  user_id: number
  shop_id: Generated<number>
  status: Generated<number>
  amount_fen: Fen
  freight_fen: Fen
  real_fen: Fen
  parts_json: Generated<string>
  score_spent: Generated<number>
  score_returned: Generated<number>
  score_earned: Generated<number>
  score_taken: Generated<number>
  goods_number: number
  needs_logistics: number
  has_supply: Generated<number>
  supply_state: Generated<number>
  delivery: Generated<string>
  remark: Generated<string>
  address_json: string | null
  ext_json: string
  hx_number: string | null
  branch_id: Generated<number>
  branch_name: Generated<string>
  /** The bargain that it was bought by. */
  kanjia_id: Generated<number | null>
  /** The group that it was bought with, and whether that still has to be complete. */
  team_id: Generated<number | null>
  awaits_team: Generated<number>
  idempotency_key: string | null
  input_hash: Generated<string>
  has_refund: Generated<number>
  refunded_fen: Generated<Fen>
  is_deleted: Generated<number>
  pay_channel: Generated<string>
  created_at: number
  close_at: number | null
  paid_at: number | null
  shipped_at: number | null
  received_at: number | null
  reviewed_at: number | null
  closed_at: number | null
  updated_at: number
}

export interface OrderLineTable {
  merchant_id: number
  id: Generated<number>
  order_id: number
  user_id: number
  goods_id: number
  sku_id: number
  goods_name: string
  pic: Generated<string>
  pic_color: Generated<string>
  property: Generated<string>
  pairs: Generated<string>
  number: number
  unit_fen: Fen
  amount_fen: Fen
  /** What of the amount is paid with money: less its share of every discount. */
  paid_fen: Fen
  original_fen: Fen
  additions_json: string
  fields_json: string
  /** Days or the time slot that it is booked for. */
  bookings_json: Generated<string>
  supply_type: Generated<string>
  supply_goods_id: Generated<string>
  supply_kind: Generated<number>
  after_sale: Generated<string>
  created_at: number
}

export interface ShipmentTable {
  merchant_id: number
  id: Generated<number>
  order_id: number
  shipper: string
  tracking_number: string
  traces_json: string
  created_at: number
}

export interface ReviewTable {
  merchant_id: number
  order_line_id: number
  order_id: number
  goods_id: number
  user_id: number
  rating: number
  stars: number
  remark: Generated<string>
  pics_json: string
  reply: Generated<string>
  /** Nobody but its writer sees it yet. */
  is_held: Generated<number>
  created_at: number
}

export interface RefundTable {
  merchant_id: number
  id: Generated<number>
  order_id: number
  user_id: number
  refund_no: string
  type: number
  status: Generated<number>
  status2: Generated<number>
  logistics_status: Generated<number>
  reason: string
  remark: Generated<string>
  pics_json: string
  number: number
  amount_fen: Fen
  shop_remark: Generated<string>
  return_json: string | null
  back_shipper: Generated<string>
  back_tracking: Generated<string>
  resent_shipper: Generated<string>
  resent_tracking: Generated<string>
  payment_id: number | null
  online_fen: Generated<Fen>
  balance_fen: Generated<Fen>
  money_state: Generated<string>
  created_at: number
  agreed_at: number | null
  sent_back_at: number | null
  came_back_at: number | null
  ended_at: number | null
  updated_at: number
}

export interface RefundLineTable {
  merchant_id: number
  refund_id: number
  order_line_id: number
  number: number
  amount_fen: Fen
  open_line_id: number | null
}

export interface InvoiceTable {
  merchant_id: number
  id: Generated<number>
  user_id: number
  order_id: Generated<number>
  open_order_id: number | null
  title: string
  tax_number: Generated<string>
  amount_fen: Fen
  content: Generated<string>
  email: Generated<string>
  address: Generated<string>
  bank: Generated<string>
  remark: Generated<string>
  ext_json: string
  status: Generated<number>
  file: Generated<string>
  shop_remark: Generated<string>
  created_at: number
  updated_at: number
}

export interface ForgottenGoodsTable {
  merchant_id: number
  user_id: number
  goods_id: number
  until_line_id: number
}

export interface SupplyPurchaseTable {
  merchant_id: number
  id: Generated<number>
  order_id: number
  order_line_id: number
  supplier: string
  goods_id: string
  goods_kind: number
  quantity: number
  mobile: Generated<string>
  fields_json: string
  price_limit_fen: Fen
  state: string
  attempts: Generated<number>
  sent_at: number | null
  supplier_order_id: string | null
  cost_fen: Fen | null
  balance_after_fen: Fen | null
  looks: Generated<number>
  answer_sealed: string | null
  note: Generated<string>
  created_at: number
  updated_at: number
}

/** What a supplier last said of goods of ours. */
export interface SupplyGoodsTable {
  merchant_id: number
  goods_id: number
  title: Generated<string>
  cost_fen: Fen | null
  is_taken_off: Generated<number>
  updated_at: number
}

/** Who saw codes, and when. Written once, never changed. */
export interface CardRevealTable {
  merchant_id: number
  id: Generated<number>
  order_id: number
  user_id: number
  codes: number
  ip: string
  agent: string
  created_at: number
}

/** What persons found out about a purchase: said by one, confirmed by another. */
export interface SupplyResolutionTable {
  merchant_id: number
  id: Generated<number>
  purchase_id: number
  verdict: string
  then_do: Generated<string>
  codes_sealed: string | null
  supplier_order_id: string | null
  asked_by: string
  asked_as: string
  confirmed_by: string | null
  confirmed_as: string | null
  created_at: number
  confirmed_at: number | null
}

/** Who may settle purchases. Of their keys only a hash is kept. */
export interface KeeperTable {
  merchant_id: number
  id: Generated<number>
  name: string
  key_hash: string
  added_as: string
  created_at: number
  removed_at: number | null
}

export interface SupplyAccountTable {
  merchant_id: number
  supplier: string
  in_flight: Generated<number>
  balance_fen: Fen | null
  pending_spent_fen: Generated<Fen>
  pending_low_fen: Fen | null
  failures: Generated<number>
  is_low_told: Generated<number>
  stopped_reason: Generated<string>
  stopped_at: number | null
  updated_at: number
}

export interface SupplyEntryTable {
  merchant_id: number
  id: Generated<number>
  supplier: string
  kind: string
  amount_fen: Fen
  balance_fen: Fen | null
  shop_id: Generated<number>
  purchase_id: number | null
  note: Generated<string>
  created_at: number
}

export interface CardCodeTable {
  merchant_id: number
  id: Generated<number>
  order_id: number
  order_line_id: number
  purchase_id: number
  position: number
  sealed: string
  fingerprint: string
  /** A code that somebody else had bought before, from the time before such codes were left out. */
  is_hidden: Generated<number>
  created_at: number
}
