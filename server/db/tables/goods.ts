/** Categories, freight, goods, favourites and carts. */
import type { Generated } from 'kysely'
import type { Fen } from '../../../contract/money'

export interface GoodsTables {
  categories: CategoryTable
  freight_templates: FreightTemplateTable
  goods: GoodsTable
  skus: SkuTable
  openings: OpeningTable
  limitations: LimitationTable
  favourites: FavouriteTable
  cart_lines: CartLineTable
  videos: VideoTable
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
  video_id: Generated<number | null>
  /** The lowest floor of its running bargains; none without. */
  kanjia_price_fen: Generated<Fen | null>
  /** What its cheapest choice costs in a group; none without. */
  pingtuan_price_fen: Generated<Fen | null>
  /** The flash sale of its cheapest choice; `on` is what lists show, orders look at the time. */
  miaosha_price_fen: Generated<Fen | null>
  miaosha_from: Generated<number | null>
  miaosha_until: Generated<number | null>
  miaosha_on: Generated<number>
  ladder_json: Generated<string>
  /** 1 by days, 2 by time slots, each at its own price; 0 by neither. */
  booked_by: Generated<number>
  created_at: number
  updated_at: number
  /** What distributors earn by it, the nearest first; null: what they earn by all. */
  fx_rate1_bp: number | null
  fx_rate2_bp: number | null
  fx_rate3_bp: number | null
}

export interface VideoTable {
  merchant_id: number
  id: Generated<number>
  path: string
  type: string
  size: number
  created_at: number
}

export interface SkuTable {
  merchant_id: number
  id: Generated<number>
  goods_id: number
  pairs: string
  price_fen: Fen
  original_price_fen: Generated<Fen>
  stock: number
  held_stock: Generated<number | null>
  weight_gram: Generated<number>
  pic: Generated<string>
  position: Generated<number>
}

/** A day, or with `slot` a part of it, at which a choice can be had. */
export interface OpeningTable {
  merchant_id: number
  id: Generated<number>
  goods_id: number
  sku_id: number
  day: string
  slot: Generated<string>
  price_fen: Fen
  /** Places that are left. */
  stock: number
  closes_at: number
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
  /** Days or a slot, as `Booking` without the price; `[]` for goods that are sold as they are. */
  bookings_json: Generated<string>
  number: number
  /** The key of the addition that came last. */
  last_key: Generated<string>
  is_selected: number
  created_at: number
}
