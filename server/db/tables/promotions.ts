/** What sells goods below their price for a while: bargains, group buys. */
import type { Generated } from 'kysely'
import type { Fen } from '../../../contract/money'

export interface PromotionTables {
  kanjia_sets: BargainSetTable
  kanjias: BargainTable
  kanjia_helps: BargainHelpTable
  pingtuan_sets: GroupTermsTable
  teams: TeamTable
  team_members: TeamMemberTable
}

/** The terms that the shop keeper sets. */
export interface BargainSetTable {
  merchant_id: number
  id: Generated<number>
  goods_id: number
  original_price_fen: Fen
  min_price_fen: Fen
  help_min_fen: Fen
  help_max_fen: Fen
  /** With so many helps the floor is reached. */
  helps_planned: number
  number: number
  number_bought: Generated<number>
  is_stopped: Generated<number>
  ends_at: number
  created_at: number
  updated_at: number
}

/** One shopper's bargain, with the terms as they were when it was started. */
export interface BargainTable {
  merchant_id: number
  id: Generated<number>
  set_id: number
  goods_id: number
  user_id: number
  original_price_fen: Fen
  min_price_fen: Fen
  help_min_fen: Fen
  help_max_fen: Fen
  helps_planned: number
  current_price_fen: Fen
  help_count: Generated<number>
  order_id: number | null
  created_at: number
  updated_at: number
}

export interface BargainHelpTable {
  merchant_id: number
  kanjia_id: number
  user_id: number
  cut_fen: Fen
  remark: Generated<string>
  created_at: number
}

/** The terms of group buys of a product. */
export interface GroupTermsTable {
  merchant_id: number
  id: Generated<number>
  goods_id: number
  price_fen: Fen
  persons: number
  hours: number
  /** 0 to the balance, 1 the way it was paid. */
  refund_type: number
  /** Prices from so many pieces sold on, the lowest number first. */
  levels_json: Generated<string>
  /** Pieces that were paid for through groups. */
  number_sold: Generated<number>
  is_stopped: Generated<number>
  ends_at: number
  created_at: number
  updated_at: number
}

/** A group of people who buy together. */
export interface TeamTable {
  merchant_id: number
  id: Generated<number>
  terms_id: number
  goods_id: number
  /** 0 for the one that the shop keeps open. */
  leader_id: number
  status: Generated<number>
  persons: number
  /** Places that are held, paid or not, and those that are paid. */
  held: Generated<number>
  paid: Generated<number>
  /** Its leader has paid, so others may know of it. */
  is_visible: Generated<number>
  ends_at: number
  created_at: number
  updated_at: number
}

/** A place in a group, held by an order. */
export interface TeamMemberTable {
  merchant_id: number
  team_id: number
  user_id: number
  order_id: number
  is_paid: Generated<number>
  created_at: number
}
