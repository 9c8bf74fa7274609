/**
 * The columns of every table. Amounts are fen, `…_at` are milliseconds since 1970 (UTC), flags are 0 or 1, `…_json` is
 * JSON text. Made and changed by the migrations beside this file only.
 */
import type { Generated } from 'kysely'
import type { ArticleTables } from './tables/articles'
import type { CouponTables } from './tables/coupons'
import type { FxTables } from './tables/fx'
import type { GoodsTables } from './tables/goods'
import type { MemberTables } from './tables/members'
import type { MoneyTables } from './tables/money'
import type { OrderTables } from './tables/orders'
import type { PartnerTables } from './tables/partner'
import type { PromotionTables } from './tables/promotions'
import type { UpstreamTables } from './tables/upstream'
import type { WechatTables } from './tables/wechat'

export type * from './tables/articles'
export type * from './tables/coupons'
export type * from './tables/fx'
export type * from './tables/goods'
export type * from './tables/members'
export type * from './tables/money'
export type * from './tables/orders'
export type * from './tables/partner'
export type * from './tables/promotions'
export type * from './tables/upstream'
export type * from './tables/wechat'

export interface Tables
  extends ArticleTables,
    CouponTables,
    FxTables,
    GoodsTables,
    MemberTables,
    MoneyTables,
    OrderTables,
    PartnerTables,
    PromotionTables,
    UpstreamTables,
    WechatTables {
  merchants: MerchantTable
  settings: SettingTable
  cache_versions: CacheVersionTable
  jobs: JobTable
  lent_values: LentValueTable
  users: UserTable
  user_identities: UserIdentityTable
  user_passwords: UserPasswordTable
  sessions: SessionTable
  verification_codes: VerificationCodeTable
  spent_pictures: SpentPictureTable
  spent_tokens: SpentTokenTable
  addresses: AddressTable
  banners: BannerTable
  notices: NoticeTable
  files: FileTable
  branches: BranchTable
}

export interface MerchantTable {
  id: Generated<number>
  sub_domain: string
  name: string
  status: Generated<number>
  created_at: number
}

export interface BranchTable {
  merchant_id: number
  id: Generated<number>
  name: string
  pic: Generated<string>
  province_id: Generated<string>
  city_id: Generated<string>
  district_id: Generated<string>
  address: Generated<string>
  latitude: number | null
  longitude: number | null
  link_man: Generated<string>
  phone: Generated<string>
  hours: Generated<string>
  hands_out: Generated<number>
  is_open: Generated<number>
  characteristic: Generated<string>
  introduce: Generated<string>
  paixu: Generated<number>
  created_at: number
  updated_at: number
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

export interface LentValueTable {
  /** 0: an app belongs to the server. */
  merchant_id: number
  name: string
  sealed: string
  fingerprint: string
  until: number
  refresh_at: number
  lease_until: number
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
  /** When a bought level ends; nothing where it does not. */
  level_until: Generated<number | null>
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

export interface UserPasswordTable {
  merchant_id: number
  user_id: number
  /** `login` or `pay`. */
  kind: string
  hash: string
  /** Wrong ones in a row, the last at `tried_at`. */
  tries: Generated<number>
  tried_at: Generated<number>
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
  /** What the code may be used for; empty for anything. */
  purpose: string
  code_hash: string
  tries: Generated<number>
  ip: string
  sent_at: number
  /** Nothing when the message did not leave: then the number need not wait. */
  sent_minute: number | null
  expires_at: number
  used_at: number | null
}

export interface SpentPictureTable {
  merchant_id: number
  key_hash: string
  spent_at: number
}

export interface SpentTokenTable {
  merchant_id: number
  token_hash: string
  until: number
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
