import type { Generated } from 'kysely'

export interface UpstreamTables {
  upstream_orders: UpstreamOrderTable
  upstream_lines: UpstreamLineTable
  upstream_goods: UpstreamGoodsTable
}

/** An order of a hosted service that stands among ours, because something is bought for it. */
export interface UpstreamOrderTable {
  merchant_id: number
  upstream_id: string
  order_id: number
  /** When the hosted service last said that it is paid and nothing was given back, or a person vouched for it. */
  checked_at: number
}

export interface UpstreamLineTable {
  merchant_id: number
  order_id: number
  upstream_id: string
  order_line_id: number
}

/** Which goods of the hosted service a supplier delivers. */
export interface UpstreamGoodsTable {
  merchant_id: number
  goods_id: string
  /** One choice of goods that have several: its pairs or its words; empty for all of them. */
  choice: Generated<string>
  supplier: string
  supplier_goods_id: string
  kind: number
  /** What the supplier asks the buyer for. */
  fields_json: string
  title: Generated<string>
  updated_at: number
}
