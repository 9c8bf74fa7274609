import type { Generated } from 'kysely'
import type { Fen } from '../../../contract/money'

export interface WechatTables {
  held_contents: HeldContentTable
  checked_pictures: CheckedPictureTable
  virtual_items: VirtualItemTable
  template_consents: TemplateConsentTable
  wechat_messages: WechatMessageTable
  wechat_replies: WechatReplyTable
  wechat_shipments: WechatShipmentTable
}

export interface HeldContentTable {
  merchant_id: number
  id: Generated<number>
  /** Nobody for what was written anonymously. */
  user_id: number | null
  kind: string
  ref_id: number
  text: string
  /** Empty while nobody has judged it. */
  text_verdict: string
  state: string
  reason: Generated<string>
  created_at: number
  decided_at: Generated<number | null>
}

export interface CheckedPictureTable {
  merchant_id: number
  content_id: number
  place: number
  path: string
  /** WeChat's number of the check under way. */
  trace_id: Generated<string>
  verdict: Generated<string>
}

export interface TemplateConsentTable {
  merchant_id: number
  user_id: number
  template_id: string
  left_count: number
}

export interface VirtualItemTable {
  merchant_id: number
  item_id: string
  sku_id: number
  price_fen: Fen
  name: string
  pic: string
  state: string
  note: Generated<string>
  ready_at: Generated<number>
  created_at: number
  updated_at: number
}

export interface WechatMessageTable {
  merchant_id: number
  key: string
  received_at: number
}

export interface WechatShipmentTable {
  merchant_id: number
  payment_id: number
  /** WeChat takes two. */
  uploads: number
  hash: string
  told_at: number
}

export interface WechatReplyTable {
  merchant_id: number
  trigger: string
  content: string
  updated_at: number
}
