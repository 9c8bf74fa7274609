/**
 * The columns of every table. Amounts are fen, `…_at` are milliseconds since 1970 (UTC), flags are 0 or 1, `…_json` is
 * JSON text. Made and changed by the migrations beside this file only.
 */
import type { Generated } from 'kysely'
import type { Fen } from '../../contract/money'

export interface Tables {
  merchants: MerchantTable
  settings: SettingTable
  cache_versions: CacheVersionTable
  jobs: JobTable
  user_levels: UserLevelTable
  users: UserTable
  user_identities: UserIdentityTable
  sessions: SessionTable
  verification_codes: VerificationCodeTable
  addresses: AddressTable
  banners: BannerTable
  notices: NoticeTable
  files: FileTable
  categories: CategoryTable
  freight_templates: FreightTemplateTable
  goods: GoodsTable
  skus: SkuTable
  limitations: LimitationTable
  favourites: FavouriteTable
  cart_lines: CartLineTable
  orders: OrderTable
  order_lines: OrderLineTable
  shipments: ShipmentTable
  reviews: ReviewTable
  forgotten_goods: ForgottenGoodsTable
  ledger_transfers: LedgerTransferTable
  ledger_entries: LedgerEntryTable
  ledger_accounts: LedgerAccountTable
  payments: PaymentTable
  payment_events: PaymentEventTable
  recharge_rules: RechargeRuleTable
  supply_purchases: SupplyPurchaseTable
  card_codes: CardCodeTable
}

export interface MerchantTable {
  id: Generated<number>
  sub_domain: string
  name: string
  status: Generated<number>
  created_at: number
}

export interface SettingTable {
  merchant_id: number
  key: string
  value: string
  is_public: number
  updated_at: number
}

export interface CacheVersionTable {
  merchant_id: number
  topic: string
  stripe: number
  version: Generated<number>
}

export interface JobTable {
  id: Generated<number>
  merchant_id: number
  kind: string
  key: string
  payload_json: string
  state: string
  run_at: number
  attempts: Generated<number>
  lease_until: number | null
  last_error: Generated<string>
  created_at: number
  updated_at: number
}

export interface UserLevelTable {
  merchant_id: number
  id: Generated<number>
  name: string
  rank: number
  rebate_bp: number
}

export interface UserTable {
  merchant_id: number
  id: Generated<number>
  mobile: string | null
  nick: Generated<string>
  avatar_url: Generated<string>
  gender: Generated<number>
  birthday: string | null
  province: Generated<string>
  city: Generated<string>
  ext_json: string
  referrer_id: number | null
  level_id: number | null
  status: Generated<number>
  source: Generated<number>
  created_at: number
  login_at: number
  login_ip: Generated<string>
}

export interface UserIdentityTable {
  merchant_id: number
  kind: string
  subject: string
  user_id: number
  unionid: string | null
  session_key: string | null
  updated_at: number
}

export interface SessionTable {
  merchant_id: number
  token_hash: string
  user_id: number
  device: Generated<string>
  created_at: number
  expires_at: number
}

export interface VerificationCodeTable {
  merchant_id: number
  id: Generated<number>
  channel: string
  target: string
  code_hash: string
  tries: Generated<number>
  ip: string
  sent_at: number
  sent_minute: number
  expires_at: number
  used_at: number | null
}

export interface AddressTable {
  merchant_id: number
  id: Generated<number>
  user_id: number
  link_man: string
  mobile: string
  province_id: Generated<string>
  city_id: Generated<string>
  district_id: Generated<string>
  street_id: Generated<string>
  address: string
  postcode: Generated<string>
  is_default: Generated<number>
  latitude: number | null
  longitude: number | null
  ext_json: string
  created_at: number
  updated_at: number
}

export interface BannerTable {
  merchant_id: number
  id: Generated<number>
  title: Generated<string>
  pic_url: string
  link_url: Generated<string>
  business_id: Generated<number>
  type: Generated<string>
  remark: Generated<string>
  action: Generated<string>
  is_dark: Generated<number>
  paixu: Generated<number>
  created_at: number
}

export interface NoticeTable {
  merchant_id: number
  id: Generated<number>
  title: string
  content: Generated<string>
  type: Generated<string>
  is_top: Generated<number>
  created_at: number
}

export interface FileTable {
  merchant_id: number
  id: Generated<number>
  user_id: number | null
  path: string
  original_name: string
  type: string
  size: number
  created_at: number
  expires_at: number | null
}

export interface CategoryTable {
  merchant_id: number
  id: Generated<number>
  pid: Generated<number>
  level: number
  name: string
  key: Generated<string>
  type: Generated<string>
  icon: Generated<string>
  is_used: number
  paixu: Generated<number>
  ext_json: string
  created_at: number
  updated_at: number
}

export interface FreightTemplateTable {
  merchant_id: number
  id: Generated<number>
  name: string
  fee_type: Generated<number>
  is_free: Generated<number>
  free_from_fen: Fen | null
  rules_json: string
  not_served_json: string
}

export interface GoodsTable {
  merchant_id: number
  id: Generated<number>
  name: string
  sub_name: Generated<string>
  characteristic: Generated<string>
  category_id: Generated<number>
  shop_id: Generated<number>
  pic: Generated<string>
  pic_color: Generated<string>
  pics_json: string
  content: Generated<string>
  min_price_fen: Fen
  original_price_fen: Generated<Fen>
  unit: Generated<string>
  tags: Generated<string>
  weight_gram: Generated<number>
  min_buy: number
  freight_id: number | null
  supply_type: Generated<string>
  supply_goods_id: Generated<string>
  supply_kind: Generated<number>
  order_fields_json: string
  properties_json: string
  additions_json: string
  has_limitation: Generated<number>
  after_sale: Generated<string>
  is_recommended: Generated<number>
  status: Generated<number>
  is_hidden: Generated<number>
  paixu: Generated<number>
  views: Generated<number>
  fav_count: Generated<number>
  order_count: Generated<number>
  sold_count: Generated<number>
  review_count: Generated<number>
  good_review_count: Generated<number>
  bar_code: Generated<string>
  ext_json: string
  owner_id: number | null
  created_at: number
  updated_at: number
}

export interface SkuTable {
  merchant_id: number
  id: Generated<number>
  goods_id: number
  pairs: string
  price_fen: Fen
  original_price_fen: Generated<Fen>
  stock: number
  weight_gram: Generated<number>
  pic: Generated<string>
  position: Generated<number>
}

export interface LimitationTable {
  merchant_id: number
  id: Generated<number>
  goods_id: number
  sku_id: Generated<number>
  level_id: Generated<number>
  buy_numbers: number
  duration: number
  unit: number
}

export interface FavouriteTable {
  merchant_id: number
  id: Generated<number>
  user_id: number
  goods_id: number
  created_at: number
}

export interface CartLineTable {
  merchant_id: number
  user_id: number
  cart_type: string
  key: string
  goods_id: number
  sku_id: number
  additions_json: string
  number: number
  is_selected: number
  created_at: number
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
  goods_number: number
  needs_logistics: number
  has_supply: Generated<number>
  supply_state: Generated<number>
  delivery: Generated<string>
  remark: Generated<string>
  address_json: string | null
  ext_json: string
  hx_number: string | null
  idempotency_key: string | null
  input_hash: Generated<string>
  has_refund: Generated<number>
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
  original_fen: Fen
  additions_json: string
  fields_json: string
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
  created_at: number
}

export interface ForgottenGoodsTable {
  merchant_id: number
  user_id: number
  goods_id: number
  until_line_id: number
}

export interface LedgerTransferTable {
  merchant_id: number
  id: Generated<number>
  key: string
  kind: number
  about: Generated<string>
  ref: Generated<string>
  created_at: number
}

export interface LedgerEntryTable {
  merchant_id: number
  id: Generated<number>
  transfer_id: number
  account: string
  unit: string
  amount: number
  balance_after: number | null
  created_at: number
}

export interface LedgerAccountTable {
  merchant_id: number
  account: string
  unit: string
  balance: number
}

export interface PaymentTable {
  merchant_id: number
  id: Generated<number>
  out_trade_no: string
  user_id: number
  channel: string
  amount_fen: Fen
  pay_name: Generated<string>
  remark: Generated<string>
  next_action_json: string | null
  state: Generated<number>
  transaction_id: string | null
  outcome: Generated<string>
  created_at: number
  expires_at: number
  paid_at: number | null
  updated_at: number
}

export interface PaymentEventTable {
  merchant_id: number
  provider: string
  event_id: string
  out_trade_no: string
  received_at: number
}

export interface RechargeRuleTable {
  merchant_id: number
  id: Generated<number>
  confine_fen: Fen
  send_fen: Fen
  is_loop: Generated<number>
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
  note: Generated<string>
  created_at: number
  updated_at: number
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
  created_at: number
}
