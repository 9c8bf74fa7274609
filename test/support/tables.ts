/** What the database holds for a shop. */
import type { Tables } from '../../server/db/tables'
import type { Shop } from './shop'

/** Every table that holds rows of shops; the compiler asks for new ones. */
const SHOP_TABLES: Record<Exclude<keyof Tables, 'merchants'>, true> = {
  settings: true,
  cache_versions: true,
  jobs: true,
  lent_values: true,
  user_levels: true,
  user_level_prices: true,
  user_level_buys: true,
  memberships: true,
  withdrawals: true,
  deposits: true,
  bill_discounts: true,
  bills: true,
  fx_terms: true,
  fx_sellers: true,
  fx_bindings: true,
  fx_commissions: true,
  users: true,
  user_identities: true,
  user_passwords: true,
  sessions: true,
  verification_codes: true,
  spent_pictures: true,
  spent_tokens: true,
  addresses: true,
  banners: true,
  notices: true,
  files: true,
  branches: true,
  categories: true,
  freight_templates: true,
  goods: true,
  videos: true,
  skus: true,
  openings: true,
  limitations: true,
  kanjia_sets: true,
  kanjias: true,
  kanjia_helps: true,
  pingtuan_sets: true,
  teams: true,
  team_members: true,
  favourites: true,
  cart_lines: true,
  orders: true,
  order_lines: true,
  shipments: true,
  refunds: true,
  refund_lines: true,
  invoices: true,
  reviews: true,
  forgotten_goods: true,
  ledger_transfers: true,
  ledger_entries: true,
  ledger_accounts: true,
  payments: true,
  payment_quarantine: true,
  reconciliations: true,
  recharge_rules: true,
  supply_purchases: true,
  supply_accounts: true,
  supply_entries: true,
  card_codes: true,
  card_reveals: true,
  supply_goods: true,
  supply_resolutions: true,
  keepers: true,
  upstream_orders: true,
  upstream_lines: true,
  upstream_goods: true,
  article_categories: true,
  articles: true,
  article_votes: true,
  site_pages: true,
  comments: true,
  coupon_rules: true,
  coupon_scopes: true,
  coupons: true,
  coupon_numbers: true,
  coupon_merges: true,
  coupon_merge_parts: true,
  sign_ins: true,
  sign_rules: true,
  wechat_messages: true,
  wechat_replies: true,
  wechat_shipments: true,
  virtual_items: true,
  score_rules: true,
  score_deductions: true,
  score_vouchers: true,
  score_exchanges: true,
  template_consents: true,
  held_contents: true,
  checked_pictures: true,
  merchant_transfers: true,
  complaints: true,
}

type ShopTable = keyof typeof SHOP_TABLES

/** All rows of a shop, table by table, in an order of their own text. */
export async function rowsOf({ app, merchantId }: Pick<Shop, 'app' | 'merchantId'>): Promise<Record<string, string[]>> {
  const dump: Record<string, string[]> = {}
  for (const table of Object.keys(SHOP_TABLES) as ShopTable[]) {
    const rows = await app.services.db
      .selectFrom(table as 'users')
      .selectAll()
      .where('merchant_id', '=', merchantId)
      .execute()
    dump[table] = rows.map(row => JSON.stringify(row)).sort()
  }
  return dump
}
