/** Partner teams. */
import type { Fen } from '../../../contract/money'

export interface PartnerTables {
  partner_terms: PartnerTermsTable
  partner_people: PartnerPersonTable
}

export interface PartnerTermsTable {
  merchant_id: number
  is_open: number
  /** What they earn of what was paid for goods. */
  partner_bp: number
  leader_bp: number
  /** What a member pays to become a leader. */
  leader_price_fen: Fen
  /** Levels that come with it. */
  leader_level_id: number | null
  member_level_id: number | null
}

export interface PartnerPersonTable {
  merchant_id: number
  user_id: number
  /** 1 member, 2 leader, 3 partner. */
  role: number
  /** A member's leader, a leader's partner. */
  above_id: number | null
  created_at: number
  updated_at: number
}
