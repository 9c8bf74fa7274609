// Written by `npm run contract`. Do not edit.
/** biome-ignore-all lint: generated */
import { method, type Reply } from './client'

export interface Setting {
  key: string
  value: string
}

export interface Banner {
  id: number
  title: string
  picUrl: string
  linkUrl: string
  /** goods to open, 0 for none */
  businessId: number
  type: string
  remark: string
  /** what the button on it says (ours) */
  action: string
  /** words on it should be light (ours) */
  isDark: boolean
  paixu: number
  /** 0 shown */
  status: 0
  statusStr: string
  userId: number
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
}

export interface NoticeDetail {
  id: number
  title: string
  type: string
  isShow: boolean
  isTop: boolean
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  userId: number
  content: string
}

export interface Notice {
  id: number
  title: string
  type: string
  isShow: boolean
  isTop: boolean
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  userId: number
}

export interface Region {
  id: string
  name: string
  pid: string
  /** 1 province, 2 city, 3 district, 4 street */
  level: 1 | 2 | 3 | 4
  firstLetter: string
}

export interface UploadedFile {
  id: number
  key: string
  url: string
  originalName: string
  type: string
  size: number
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
}

export interface Login {
  token: string
  uid: number
  openid?: string
  mobile?: string
}

export interface UserBase {
  id: number
  nick: string
  avatarUrl: string
  mobile?: string
  username?: string
  email?: string
  /** 0 not said, 1 male, 2 female */
  gender: 0 | 1 | 2
  birthday?: string
  province: string
  city: string
  isIdcardCheck: boolean
  isSeller: boolean
  isTeamLeader: boolean
  isTeamMember: boolean
  /** has leaders below (ours) */
  isTeamPartner: boolean
  levelRenew: boolean
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  levelExpire?: string
  pwdPay: boolean
  /** 0 mini-program, 1 mobile, 2 user name, 3 mailbox, 4 official account, 5 app */
  source: 0 | 1 | 2 | 3 | 4 | 5
  sourceStr: string
  /** 0 normal, 1 blocked */
  status: 0 | 1
  statusStr: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateLogin: string
}

export interface UserLevel {
  id: number
  name: string
  /** rank */
  level: number
  /** 10 is the full price, 9.5 is 95 % */
  rebate: number
}

export interface PublicUser {
  id: number
  nick: string
  avatarUrl: string
}

export interface Address {
  id: number
  uid: number
  userId: number
  linkMan: string
  mobile: string
  provinceId: string
  cityId: string
  districtId: string
  streetId: string
  provinceStr: string
  cityStr: string
  areaStr: string
  streetStr: string
  address: string
  code: string
  isDefault: boolean
  latitude?: number
  longitude?: number
  /** 0 in use */
  status: 0
  statusStr: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateUpdate: string
}

export interface Category {
  id: number
  pid: number
  /** 1 at the root */
  level: number
  name: string
  key: string
  type: string
  icon: string
  isUse: boolean
  paixu: number
  userId: number
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateUpdate: string
}

export interface Goods {
  id: number
  name: string
  subName: string
  characteristic: string
  categoryId: number
  shopId: number
  pic: string
  /** ground of the picture, shown until it has loaded (ours) */
  picColor: string
  /** yuan */
  minPrice: number
  /** yuan */
  originalPrice: number
  minScore: number
  stores: number
  unit: string
  tags: string
  /** kg */
  weight: number
  minBuyNumber: number
  /** freight template, 0 when nothing is shipped */
  logisticsId: number
  supplyType: string
  /** `,1,2,` when a choice is needed, else empty */
  propertyIds: string
  hasAddition: boolean
  limitation: boolean
  /** 0 ordinary, 1 recommended */
  recommendStatus: 0 | 1
  recommendStatusStr: string
  /** 0 on the shelf, 1 off the shelf */
  status: 0 | 1
  statusStr: string
  paixu: number
  views: number
  numberFav: number
  numberOrders: number
  numberSells: number
  numberReputation: number
  numberGoodReputation: number
  /** after-sale kinds allowed: 0 refund, 1 return, 2 exchange */
  afterSale: string
  /** yuan */
  commission: number
  /** 0 none, 1 score, 2 money: what the nearest distributor earns by a piece */
  commissionType: 0 | 1 | 2
  gotScore: number
  gotScoreType: number
  kanjia: boolean
  /** yuan */
  kanjiaPrice: number
  pingtuan: boolean
  /** yuan */
  pingtuanPrice: number
  miaosha: boolean
  /** yuan */
  miaoshaPrice?: number
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateStart?: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateEnd?: string
  /** sold by days, see `goodsPriceDaily` (ours) */
  hasDayPrice?: boolean
  /** sold by time slots, see `goodsTimesDays` */
  hasGoodsTimes?: boolean
  barCode: string
  videoId?: number
  userId: number
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateUpdate: string
}

export interface GoodsDetail {
  basicInfo: Goods
  /** what the cheapest choice costs from so many pieces on */
  priceMultilevels?: LadderPrice[]
  category?: Category
  content: string
  pics: Array<{ id: number; goodsId: number; pic: string; userId: number }>
  logistics?: Freight
  /** JSON object */
  extJson: Record<string, string | number | boolean | null>
  properties?: Property[]
  skuList?: Sku[]
  subPics?: Array<{ optionValueId: number; pic: string }>
  /** what the shopper must tell at checkout, as an account to top up (ours) */
  orderFields: OrderField[]
}

export interface LadderPrice {
  number: number
  /** yuan */
  price: number
}

export interface Freight {
  id: number
  isFree: boolean
  /** 0 by piece, 1 by weight */
  feeType: 0 | 1
  feeTypeStr: string
  /** yuan */
  freeFrom?: number
  details: FreightRule[]
}

export interface FreightRule {
  /** 0 express, 1 EMS, 2 post */
  type: 0 | 1 | 2
  /** region ids; empty for everywhere else (ours) */
  regions: string[]
  firstNumber: number
  /** yuan */
  firstAmount: number
  addNumber: number
  /** yuan */
  addAmount: number
  userId: number
}

export interface Property {
  id: number
  name: string
  childsCurGoods: PropertyValue[]
}

export interface PropertyValue {
  id: number
  name: string
  propertyId: number
}

export interface Sku {
  id: number
  /** propertyId:valueId, comma-separated */
  propertyChildIds: string
  /** yuan */
  price: number
  /** yuan */
  originalPrice: number
  /** yuan */
  pingtuanPrice: number
  score: number
  stores: number
  weight: number
  pic?: string
}

export interface OrderField {
  key: string
  label: string
  placeholder: string
  required: boolean
  pattern?: string
}

export interface Limitation {
  id: number
  goodsId: number
  priceId: number
  userLevelId: number
  userLevelName: string
  buyNumbers: number
  duration: number
  /** 0 calendar day, 1 calendar month, 2 calendar year */
  unit: 0 | 1 | 2
  unitStr: string
  userId: number
}

export interface AdditionGroup {
  id: number
  name: string
  required: boolean
  /** 0 one, 1 several */
  type: 0 | 1
  items: Addition[]
}

export interface Addition {
  id: number
  pid: number
  name: string
  /** yuan */
  price: number
}

export interface Review {
  goods: { id: number; goodsId: number; goodsName: string; pic: string; property: string; number: number; amount: number; score: number; goodReputation: 0 | 1 | 2; goodReputationStr: string; goodReputationNumber: number; goodReputationRemark: string; goodReputationReply?: string; dateReputation: string; uid: number; userId: number }
  user: { id: number; nick: string; avatarUrl: string; province: string; city: string }
  reputationPics: Array<{ pic: string }>
}

export interface Dynamic {
  goodsId: number
  goodsName: string
  pic: string
  nick: string
  avatarUrl: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
}

export interface DayPrice {
  id: number
  goodsId: number
  priceId: number
  /** yyyy-MM-dd */
  day: string
  /** yuan */
  price: number
  stores: number
  userId: number
}

export interface DaySchedule {
  /** yyyy-MM-dd */
  day: string
  items: ScheduledSlot[]
}

export interface ScheduledSlot {
  name: string
  /** yuan */
  price: number
  stores: number
  goodsId: number
  priceId: number
}

export interface TimeSlot {
  id: number
  goodsId: number
  priceId: number
  /** yyyy-MM-dd */
  day: string
  /** yuan */
  price: number
  stores: number
  userId: number
  name: string
}

export interface BoughtGoods {
  id: number
  goodsId: number
  goodsName: string
  pic: string
  number: number
  numberSells: number
  /** yuan */
  minPrice: number
  /** 0 on the shelf, 1 off the shelf */
  status: 0 | 1
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
}

export interface Favourite {
  id: number
  goodsId: number
  goodsName: string
  pic: string
  picColor: string
  /** yuan */
  minPrice: number
  /** yuan */
  originalPrice: number
  /** 0 on the shelf, 1 off the shelf */
  status: 0 | 1
  /** 0 goods */
  type: 0
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateUpdate: string
}

export interface Cart {
  number: number
  /** yuan */
  price: number
  score: number
  /** pieces selected that can be bought (ours) */
  selectedNumber: number
  /** yuan */
  selectedPrice: number
  items: CartLine[]
  shopList: CartShop[]
}

export interface CartLine {
  /** 32 hex digits of goods, choice and additions */
  key: string
  goodsId: number
  name: string
  pic: string
  picColor: string
  number: number
  /** yuan */
  price: number
  /** yuan */
  originalPrice: number
  score: number
  stores: number
  minBuyNumber: number
  selected: boolean
  /** 0 fine, 1 gone */
  status: 0 | 1
  statusStr: string
  shopId: number
  categoryId: number
  logisticsId: number
  weight: number
  supplyType: string
  /** milliseconds; the newest line stands first (ours) */
  addedAt: number
  propertyChildIds: string
  sku?: CartOption[]
  additions?: CartAddition[]
  /** of a product that is sold by days */
  days?: string[]
  /** yyyy-MM-dd */
  goodsTimesDay?: string
  /** name of a time slot on that day */
  goodsTimesItem?: string
  /** what one piece costs on each of its days, or in its slot (ours) */
  bookings?: BookedTime[]
}

export interface CartOption {
  optionId: number
  optionValueId: number
  optionName: string
  optionValueName: string
}

export interface CartAddition {
  id: number
  pid: number
  name: string
  pname: string
  /** yuan */
  price: number
}

export interface BookedTime {
  /** yyyy-MM-dd */
  day: string
  name?: string
  /** yuan */
  price: number
}

export interface CartShop {
  id: number
  name: string
}

export interface ChosenOption {
  optionId: number
  optionValueId: number
}

export interface ChosenAddition {
  id: number
  pid: number
}

export interface OrderRequestLine {
  goodsId: number
  number: number
  /** propertyId:valueId, comma-separated */
  propertyChildIds?: string
  /** 0 express, 1 EMS, 2 post */
  logisticsType?: 0 | 1 | 2
  inviter_id?: number
  goodsAdditionList?: ChosenAddition[]
  /** of a product that is sold by days */
  days?: string[]
  /** yyyy-MM-dd */
  goodsTimesDay?: string
  /** name of a time slot on that day */
  goodsTimesItem?: string
  /** answers to the product's `orderFields` (ours) */
  fields?: Record<string, string>
}

export interface PlacedOrder {
  id?: number
  orderNumber?: string
  uid?: number
  userId?: number
  shopId?: number
  /** 0 unpaid, 1 paid, to be shipped, 2 shipped, 3 received, to be reviewed, 4 reviewed, -1 closed */
  status?: 0 | 1 | 2 | 3 | 4 | -1
  statusStr?: string
  type?: number
  /** yuan */
  amount?: number
  /** yuan */
  amountLogistics: number
  /** yuan */
  amountReal: number
  score: number
  goodsNumber: number
  isNeedLogistics: boolean
  isPay?: boolean
  isCanHx?: boolean
  hxNumber?: string
  shopIdZt?: number
  shopNameZt?: string
  /** kd express, zq picked up (ours) */
  peisongType?: string
  remark?: string
  hasRefund?: boolean
  refundStatus?: number
  trackingNumber?: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd?: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateUpdate?: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateClose?: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  datePay?: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateDelivery?: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateConfirm?: string
  /** 0 none, 1 on its way, 2 delivered, 3 looked into by a person, 4 refunded */
  supplyState?: 0 | 1 | 2 | 3 | 4
  pingtuanOpenId?: number
  /** paid, and the group is not complete yet (ours) */
  awaitsTeam?: boolean
  /** yuan */
  amountTotle: number
  /** yuan */
  deductionMoney: number
  /** yuan */
  couponAmount: number
  /** what the price is made of, adding up to `amountReal`; what takes off is negative (ours) */
  priceParts: PricePart[]
  /** which coupon is counted in, the best one when none was named */
  couponId: number[]
  /** what the caller could use, the best first */
  couponUserList: UsableCoupon[]
  /** what the caller has and cannot use for this, with the reason, the nearest to fitting first (ours) */
  couponUnfitList: UnfitCoupon[]
  scoreDeductionRules: Array<{ score: number; money: number; loop: boolean }>
  /** score that is spent on it (ours) */
  deductionScore: number
  /** the most that could be deducted (ours) */
  deductionMost?: { score: number; money: number }
  goodsList: PricedLine[]
}

export interface PricePart {
  type: 'goods' | 'additions' | 'kanjia' | 'pingtuan' | 'miaosha' | 'ladder' | 'level' | 'coupon' | 'score' | 'freight'
  /** yuan */
  amount: number
  about?: string
}

export interface UsableCoupon {
  id: number
  name: string
  /** yuan */
  money: number
  /** 0 yuan, 1 percent off */
  moneyType: 0 | 1
  /** yuan */
  moneyHreshold: number
  scope: 'all' | 'goods' | 'category' | 'shop'
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateEnd: string
  /** yuan */
  amount: number
}

export interface UnfitCoupon {
  id: number
  name: string
  /** yuan */
  money: number
  /** 0 yuan, 1 percent off */
  moneyType: 0 | 1
  /** yuan */
  moneyHreshold: number
  scope: 'all' | 'goods' | 'category' | 'shop'
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateEnd: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateStart: string
  reason: 'threshold' | 'notYet' | 'promotion' | 'scope'
  /** yuan */
  missing: number
}

export interface PricedLine {
  goodsId: number
  /** propertyId:valueId, comma-separated */
  propertyChildIds: string
  goodsName: string
  pic: string
  picColor: string
  property: string
  number: number
  /** yuan */
  price: number
  /** yuan */
  originalPrice: number
  /** yuan */
  amount: number
  /** what must be told before the order is placed (ours) */
  orderFields?: OrderField[]
  /** of a product that is sold by days */
  days?: string[]
  /** yyyy-MM-dd */
  goodsTimesDay?: string
  /** name of a time slot on that day */
  goodsTimesItem?: string
  /** what one piece costs on each of its days, or in its slot (ours) */
  bookings?: BookedTime[]
}

export interface Order {
  id: number
  orderNumber: string
  uid: number
  userId: number
  shopId: number
  /** 0 unpaid, 1 paid, to be shipped, 2 shipped, 3 received, to be reviewed, 4 reviewed, -1 closed */
  status: 0 | 1 | 2 | 3 | 4 | -1
  statusStr: string
  type: number
  /** yuan */
  amount: number
  /** yuan */
  amountLogistics: number
  /** yuan */
  amountReal: number
  score: number
  goodsNumber: number
  isNeedLogistics: boolean
  isPay: boolean
  isCanHx: boolean
  hxNumber?: string
  shopIdZt?: number
  shopNameZt?: string
  /** kd express, zq picked up (ours) */
  peisongType?: string
  remark: string
  hasRefund: boolean
  refundStatus: number
  trackingNumber?: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateUpdate: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateClose?: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  datePay?: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateDelivery?: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateConfirm?: string
  /** 0 none, 1 on its way, 2 delivered, 3 looked into by a person, 4 refunded */
  supplyState?: 0 | 1 | 2 | 3 | 4
  pingtuanOpenId?: number
  /** paid, and the group is not complete yet (ours) */
  awaitsTeam?: boolean
}

export interface OrderLine {
  id: number
  orderId: number
  goodsId: number
  goodsName: string
  pic: string
  picColor: string
  property: string
  propertyChildIds: string
  number: number
  /** yuan */
  amountSingle: number
  /** yuan */
  amount: number
  /** yuan */
  originalPrice: number
  score: number
  afterSale: string
  supplyType: string
  /** 0 none, 1 on its way, 2 delivered, 3 looked into by a person, 4 refunded */
  supplyState?: 0 | 1 | 2 | 3 | 4
  /** answers to the product's `orderFields` (ours) */
  fields?: FilledField[]
  /** as they were bought (ours) */
  additions?: CartAddition[]
  /** of a product that is sold by days */
  days?: string[]
  /** yyyy-MM-dd */
  goodsTimesDay?: string
  /** name of a time slot on that day */
  goodsTimesItem?: string
  /** what one piece costs on each of its days, or in its slot (ours) */
  bookings?: BookedTime[]
  buyRewardEnd: boolean
  uid: number
  userId: number
}

export interface FilledField {
  key: string
  label: string
  value: string
}

export interface OrderAddress {
  linkMan: string
  mobile: string
  mobileMask: string
  provinceId: string
  cityId: string
  districtId: string
  streetId: string
  provinceStr: string
  cityStr: string
  areaStr: string
  streetStr: string
  address: string
  code: string
  latitude?: number
  longitude?: number
  shipperName?: string
  trackingNumber?: string
}

export interface OrderDetail {
  orderInfo: Order
  goods: OrderLine[]
  logistics?: OrderAddress
  /** where it is fetched */
  shopInfoZt?: PickUpShop
  logisticsTraces?: Trace[]
  orderLogisticsShippers?: Shipper[]
  logs: OrderLog[]
  goodsCoupons?: CardCode[]
  /** JSON object */
  extJson: Record<string, string | number | boolean | null>
  /** what the price is made of, adding up to `amountReal`; what takes off is negative (ours) */
  priceParts: PricePart[]
  /** the bargain that it was bought by (ours) */
  kjid?: number
  /** came too late for it (ours) */
  lateMoney?: LateMoney[]
  reviews?: Array<{ orderGoodsId: number; goodReputation: number; goodReputationRemark: string; dateReputation: string }>
}

export interface PickUpShop {
  id: number
  name: string
  address: string
  linkPhone: string
  openingHours: string
  latitude?: number
  longitude?: number
}

export interface Trace {
  AcceptTime: string
  AcceptStation: string
}

export interface Shipper {
  id: number
  orderId: number
  shipperName: string
  trackingNumber: string
  /** JSON text */
  traces?: string
  tracesArray?: Trace[]
}

export interface OrderLog {
  type: number
  typeStr: string
  remark?: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
}

export interface CardCode {
  id: number
  orderGoodsId: number
  /** 0 text, 1 picture */
  type: 0 | 1
  /** the code, for the buyer alone */
  coupon: string
  /** card number, when the code has two parts (ours) */
  number?: string
}

export interface LateMoney {
  /** yuan */
  money: number
  outcome: 'balance' | 'returning' | 'returned'
}

export interface OrderCounters {
  count_id_no_pay: number
  count_id_no_transfer: number
  count_id_no_confirm: number
  count_id_no_reputation: number
  count_id_success: number
  count_id_close: number
}

export interface CashLog {
  id: number
  /** yuan */
  amount: number
  /** yuan */
  balance: number
  /** 0 in, 1 out */
  behavior: 0 | 1
  behaviorStr: string
  /** 0 recharge, 2 order paid, 3 refund, 4 correction by the shop keeper, 6 commission, 8 bill, 9 gift, 100 deposit, 101 deposit back, 110 level bought, 111 right to distribute bought, 112 team leader bought, 140 score exchanged, 150 coupon bought */
  type: number
  typeStr: string
  remark: string
  orderId: string
  uid: number
  userId: number
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
}

export interface RechargeRule {
  id: number
  /** yuan */
  confine: number
  /** yuan */
  send: number
  loop: boolean
}

export interface PaymentSheet {
  outTradeId: string
  appId: string
  timeStamp: string
  nonceStr: string
  package: string
  prepayId: string
  signType: string
  paySign: string
  sign: string
  virtual?: VirtualSheet
}

export interface VirtualSheet {
  mode: string
  /** to be passed on as it is */
  signData: string
  paySig: string
  signature: string
}

export interface Payment {
  id: number
  orderNo: string
  outTradeId: string
  /** yuan */
  money: number
  /** 0 unpaid, 1 paid, 2 closed */
  status: 0 | 1 | 2
  statusStr: string
  outcome?: 'done' | 'balance' | 'returning' | 'returned'
  payGate: string
  payGateStr: string
  /** JSON text */
  nextAction?: string
  remark: string
  uid: number
  userId: number
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateUpdate: string
}

export interface ArticleCategory {
  id: number
  pid: number
  name: string
  key: string
  type: string
  icon: string
  level: number
  isUse: boolean
  paixu: number
  userId: number
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
}

export interface Article {
  id: number
  categoryId: number
  title: string
  author: string
  descript: string
  pic: string
  /** ground of the picture until it has loaded (ours) */
  picColor: string
  keywords: string
  tags: string
  isRecommend: boolean
  paixu: number
  /** 0 published, 1 hidden */
  status: 0 | 1
  statusStr: string
  views: number
  numberUsefull: number
  numberUseless: number
  userId: number
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateUpdate: string
}

export interface ArticleWithContent {
  id: number
  categoryId: number
  title: string
  author: string
  descript: string
  pic: string
  /** ground of the picture until it has loaded (ours) */
  picColor: string
  keywords: string
  tags: string
  isRecommend: boolean
  paixu: number
  /** 0 published, 1 hidden */
  status: 0 | 1
  statusStr: string
  views: number
  numberUsefull: number
  numberUseless: number
  userId: number
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateUpdate: string
  content: string
}

export interface ArticleVote {
  id: number
  newsId: number
  uid: number
  nick: string
  avatarUrl: string
  isUseful: boolean
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
}

export interface ArticleTag {
  name: string
  number: number
}

export interface SitePage {
  id: number
  key: string
  title: string
  content: string
  userId: number
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateUpdate: string
}

export interface Comment {
  id: number
  uid?: number
  userId: number
  /** 0 message, 1 feedback, 2 on goods, 3 on an article */
  type: 0 | 1 | 2 | 3
  refId: number
  pid: number
  content: string
  pics: string[]
  /** JSON object */
  extJson: Record<string, string | number | boolean | null>
  /** how to reach the writer; for the writer alone */
  mobile?: string
  /** 0 for its writer alone, 1 shown to everybody */
  status: 0 | 1
  statusStr: string
  /** the shop has answered */
  isReply: boolean
  /** what the shop answered (ours) */
  reply?: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateReply?: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  commentUserInfo?: { id: number; nick: string; avatarUrl: string; province: string; city: string }
}

export interface RefundOffer {
  id?: number
  /** yuan */
  amountMax: number
  /** yuan */
  amountLogistics: number
  number: number
}

export interface RefundApply {
  baseInfo: RefundBase
  /** the first line */
  goodInfo: { goodsName: string; pic: string }
  /** all lines (ours) */
  goodsList: RefundLine[]
  pics: Array<{ pic: string }>
  /** the oldest first (ours) */
  logs: RefundLog[]
}

export interface RefundBase {
  id: number
  orderId: number
  orderGoodsId: number
  outerOrderId: string
  /** 0 money back, 1 goods and money back, 2 exchange */
  type: 0 | 1 | 2
  typeStr: string
  /** 0 asked for, 1 withdrawn, 2 refused, 3 agreed to, under way, 4 done */
  status: 0 | 1 | 2 | 3 | 4
  statusStr: string
  /** 0 nothing to send back, 1 waits for goods sent back, 2 goods sent back */
  status2: 0 | 1 | 2
  /** 0 goods have not come, 1 goods have come */
  logisticsStatus: 0 | 1
  logisticsStatusStr: string
  reason: string
  remark: string
  number: number
  /** yuan */
  amount: number
  /** JSON text: where to send back, and with what parcel it was sent */
  logisticsContent?: string
  /** what the shop keeper says to it (ours) */
  shopRemark: string
  /** balance, the provider (wechatpay, alipay) or both, once money is on its way (ours) */
  channel: string
  /** of the parcel with the exchanged goods (ours) */
  shipperName?: string
  trackingNumber?: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateUpdate: string
}

export interface RefundLine {
  orderGoodsId: number
  goodsId: number
  goodsName: string
  pic: string
  picColor: string
  property: string
  number: number
  /** yuan */
  amount: number
}

export interface RefundLog {
  typeStr: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
}

export interface Branch {
  id: number
  name: string
  pic: string
  provinceId: string
  cityId: string
  districtId: string
  address: string
  /** GCJ-02, as WeChat maps have it */
  latitude?: number
  longitude?: number
  /** kilometres, when the caller has said where they are */
  distance?: number
  linkMan: string
  linkPhone: string
  openingHours: string
  /** goods can be fetched here */
  openZiqu: boolean
  openWaimai: boolean
  /** not closed for now by the shop keeper */
  isOpening: boolean
  characteristic: string
  introduce: string
  number: string
  numberOrder: number
  numberGoodReputation: number
  paixu: number
  /** 1 open */
  status: 1
  statusStr: string
  userId: number
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateUpdate: string
}

export interface Invoice {
  id: number
  orderId: number
  orderNumber: string
  comName: string
  tfn: string
  /** yuan */
  amount: number
  consumption: string
  email: string
  address: string
  bank: string
  remark: string
  /** 0 asked for, 1 refused, 2 being issued, 3 issued */
  status: 0 | 1 | 2 | 3
  statusStr: string
  /** where the issued invoice can be fetched */
  file: string
  /** why it was refused (ours) */
  shopRemark: string
  userId: number
  uid: number
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateUpdate: string
}

export interface MessageTemplate {
  /** paid, shipped, finished, refunded, bargain, group (ours) */
  event: string
  templateId: string
  number: number
}

export interface BargainSet {
  id: number
  goodsId: number
  /** yuan */
  originalPrice: number
  /** yuan */
  minPrice: number
  /** yuan */
  helpPriceMin: number
  /** yuan */
  helpPriceMax: number
  /** how many friends reach the floor (ours) */
  numberHelp: number
  number: number
  numberBuy: number
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateEnd: string
  /** 0 under way, 1 over, 2 sold out */
  status: 0 | 1 | 2
  statusStr: string
  userId: number
  joined?: Bargain
}

export interface Bargain {
  kjId: number
  goodsId: number
  uid: number
  /** yuan */
  curPrice: number
  /** yuan */
  minPrice: number
  /** yuan */
  originalPrice: number
  helpNumber: number
  /** how many friends reach the floor (ours) */
  numberHelp: number
  /** 0 under way, 1 at the floor, 2 ordered, 3 over */
  status: 0 | 1 | 2 | 3
  statusStr: string
  orderId?: number
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateUpdate: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateEnd: string
}

export interface BargainHelp {
  uid: number
  nick: string
  avatarUrl: string
  /** yuan */
  cutPrice: number
  remark: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
}

export interface CouponRule {
  id: number
  name: string
  type: string
  remark: string
  /** yuan */
  money?: number
  /** yuan */
  moneyMin: number
  /** yuan */
  moneyMax: number
  /** 0 yuan, 1 percent off */
  moneyType: 0 | 1
  /** yuan */
  moneyHreshold: number
  scope: 'all' | 'goods' | 'category' | 'shop'
  numberTotle: number
  numberLeft: number
  /** 0: as many as one likes */
  numberPersonMax: number
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateStart?: string
  /** 0 ends on a day, 1 ends days after it was fetched */
  dateEndType: 0 | 1
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateEnd?: string
  dateEndDays?: number
  needScore: number
  /** yuan */
  needAmount: number
  needSignedContinuous: number
  /** `1` where a word is asked for */
  pwd?: string
  statusStr: string
  fetchState: 'open' | 'soon' | 'limit' | 'none' | 'over'
  /** how many the caller has had (ours) */
  numberFetched?: number
}

export interface CouponDetail {
  id: number
  name: string
  type: string
  remark: string
  /** yuan */
  money?: number
  /** yuan */
  moneyMin: number
  /** yuan */
  moneyMax: number
  /** 0 yuan, 1 percent off */
  moneyType: 0 | 1
  /** yuan */
  moneyHreshold: number
  scope: 'all' | 'goods' | 'category' | 'shop'
  numberTotle: number
  numberLeft: number
  /** 0: as many as one likes */
  numberPersonMax: number
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateStart?: string
  /** 0 ends on a day, 1 ends days after it was fetched */
  dateEndType: 0 | 1
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateEnd?: string
  dateEndDays?: number
  needScore: number
  /** yuan */
  needAmount: number
  needSignedContinuous: number
  /** `1` where a word is asked for */
  pwd?: string
  statusStr: string
  fetchState: 'open' | 'soon' | 'limit' | 'none' | 'over'
  /** how many the caller has had (ours) */
  numberFetched?: number
  couponRefs: CouponScope[]
}

export interface CouponScope {
  /** 0 a category, 1 a product, 2 a branch (ours) */
  type: 0 | 1 | 2
  refId: number
}

export interface Coupon {
  id: number
  /** the rule it is of */
  pid: number
  name: string
  type: string
  remark: string
  /** yuan */
  money: number
  /** yuan */
  moneyMin: number
  /** yuan */
  moneyMax: number
  /** 0 yuan, 1 percent off */
  moneyType: 0 | 1
  /** yuan */
  moneyHreshold: number
  scope: 'all' | 'goods' | 'category' | 'shop'
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateStart: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateEnd: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  /** 0 usable, 1 void, 2 over, 3 used */
  status: 0 | 1 | 2 | 3
  statusStr: string
  /** may be given to a friend (ours) */
  canSend: boolean
  /** waits for the friend it was shared with (ours) */
  isShared: boolean
  orderId?: number
  uid: number
}

export interface CouponMerge {
  id: number
  name: string
  rules: CouponMergePart[]
}

export interface CouponMergePart {
  /** 0 goes in, 1 comes out */
  type: 0 | 1
  typeStr: string
  couponId: number
  couponName: string
  number: number
}

export interface ScoreRule {
  id: number
  code: string
  codeStr: string
  score: number
  /** yuan */
  money?: number
}

export interface ScoreDeduction {
  score: number
  /** yuan */
  money: number
  loop: boolean
}

export interface ScoreLog {
  id: number
  /** 0 in, 1 out */
  behavior: 0 | 1
  behaviorStr: string
  /** 0 registered, 1 invited, 2 signed in, 3 coupon, 4 by the shop keeper, 5 recharge, 6 bought, 7 deducted, 8 reviewed, 10 voucher, 11 shared, 12 a month of a level, 13 a level reached, 140 exchanged */
  type: number
  typeStr: string
  remark: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  score: number
  scoreLeft: number
}

export interface GrowthLog {
  id: number
  /** 0 in, 1 out */
  behavior: 0 | 1
  behaviorStr: string
  /** 0 registered, 1 invited, 2 signed in, 3 coupon, 4 by the shop keeper, 5 recharge, 6 bought, 7 deducted, 8 reviewed, 10 voucher, 11 shared, 12 a month of a level, 13 a level reached, 140 exchanged */
  type: number
  typeStr: string
  remark: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  growth: number
  growthLeft: number
}

export interface SignRule {
  continuous: number
  score: number
}

export interface SignLog {
  id: number
  /** yyyy-MM-dd */
  day: string
  /** days in a row, today included */
  continuous: number
  score: number
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
}

export interface MemberLevel {
  id: number
  name: string
  /** rank */
  level: number
  /** 10 is the full price, 9.5 is 95 % */
  rebate: number
  /** yuan */
  upgradeAmount: number
  /** growth that brings the level, 0: none (ours) */
  upgradeGrowth: number
  upgradeSendScore: number
  sendPerMonthScore: number
  /** how many coupons */
  sendPerMonthCoupons: number
  /** whether it has prices (ours) */
  isSold: boolean
}

export interface LevelPrice {
  id: number
  /** yuan */
  price: number
  duration: number
  /** 0 days, 1 months, 2 years */
  unit: 0 | 1 | 2
  unitStr: string
}

export interface LevelBuy {
  id: number
  levelId: number
  levelName: string
  /** yuan */
  money: number
  orderNumber: string
  remark: string
  isRenew: boolean
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateEnd: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
}

export interface FxMember {
  uids: number
  nicks: string
  avatarUrls: string
  mobileMasks: string
  /** 1 direct, 2 by a member */
  level: 1 | 2
  isSeller: boolean
  /** yuan */
  totalPayAmount: number
  totalPayNumber: number
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  lastOrderDate?: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
}

export interface Commission {
  id: number
  orderId: number
  orderNumber: string
  goodsName: string
  /** who bought */
  nicks: string
  level: number
  /** per cent */
  bili: number
  /** yuan */
  money: number
  isSettlement: boolean
  /** 0 money, 1 score */
  unit: 0 | 1
  /** who earns */
  uids: number
  /** 0 unsettled, 1 settled, 2 gone with a refund */
  state: 0 | 1 | 2
  stateStr: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
}

export interface CommissionOrder {
  id: number
  orderNumber: string
  /** yuan */
  amountReal: number
  goodsNumber: number
  status: number
  statusStr: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
}

export interface CommissionDay {
  day: string
  /** yuan */
  commision: number
  /** yuan */
  commisionUnsettled: number
  /** yuan */
  saleroom: number
  numberOrder: number
}

export interface SellerRank {
  uid: number
  nick: string
  avatarUrl: string
  /** yuan */
  saleroom: number
  numberOrder: number
}

export interface PartnerMember {
  id: number
  uid: number
  nick: string
  avatarUrl: string
  mobileMasks: string
  isTeamLeader: boolean
  /** in the team of a leader */
  members: number
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
}

export interface Withdrawal {
  id: number
  number: string
  /** yuan */
  money: number
  /** 0 asked, 1 paid, 2 refused or failed, back in the balance, 3 agreed to */
  status: 0 | 1 | 2 | 3
  statusStr: string
  name: string
  rejectionReason: string
  packageInfo?: string
  mchId?: string
  appId?: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateUpdate: string
}

export interface Deposit {
  id: number
  number: string
  /** yuan */
  amount: number
  /** 1 paid, 2 asked back, 3 given back */
  status: 1 | 2 | 3
  statusStr: string
  refCode: string
  remark: string
  /** JSON object */
  extJsonStr: Record<string, string | number | boolean | null>
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateBack?: string
}

export interface BillDiscount {
  /** yuan */
  consume: number
  /** yuan */
  discounts: number
  loop: boolean
  openScenePay: boolean
}

export interface GroupTerms {
  id: number
  goodsId: number
  numberPersion: number
  numberDoing: number
  numberSucccess: number
  numberOrder: number
  /** yuan */
  price: number
  timeoutHours: number
  /** 0 to the balance, 1 the way it was paid */
  refundType: 0 | 1
  refundTypeStr: string
  /** 0 under way, 1 over */
  status: 0 | 1
  statusStr: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateEnd: string
  userId: number
}

export interface Team {
  id: number
  pingtuanId: number
  goodsId: number
  /** who has opened it; 0 for the one that the shop keeps open */
  uid: number
  /** who have paid */
  helpNumber: number
  numberPersion: number
  /** places that nobody holds (ours) */
  numberLeft: number
  /** 0 open, 1 complete, 2 failed */
  status: 0 | 1 | 2
  statusStr: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateEnd: string
  apiExtUser: { nick: string; avatarUrl: string }
}

export interface GroupPriceLevel {
  level: number
  numberBuy: number
  /** yuan */
  price: number
  reached: boolean
  numberSold: number
}

export interface TeamMember {
  uid: number
  isLeader: boolean
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  apiExtUserHelp: { nick: string; avatarUrl: string }
}

export interface JoinedTeam {
  id: number
  tuanId: number
  pingtuanId: number
  goodsId: number
  goodsName: string
  pic: string
  picColor: string
  /** yuan */
  price: number
  orderId: number
  uid: number
  uidHelp: number
  isLeader: boolean
  isPay: boolean
  helpNumber: number
  numberPersion: number
  /** 0 open, 1 complete, 2 failed */
  status: 0 | 1 | 2
  statusStr: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateAdd: string
  /** yyyy-MM-dd HH:mm:ss, Beijing */
  dateEnd: string
}

/** One setting of the shop. */
export const queryConfigValue = /*#__PURE__*/ method<(key: string) => Reply<string>>('GET common:/{subDomain}/config/value key')

/** Several settings of the shop; unknown keys are left out. */
export const queryConfigBatch = /*#__PURE__*/ method<(keys: string) => Reply<Setting[]>>('GET common:/{subDomain}/config/values keys')

/** The level of the back office; always above 0 here, because nothing is withheld. */
export const vipLevel = /*#__PURE__*/ method<() => Reply<number>>('GET api:/{subDomain}/config/vipLevel')

/** Storage in use, appid and counters of the shop. */
export const siteStatistics = /*#__PURE__*/ method<() => Reply<{ dfs: { capacity: number; capacityLeft: number; capacityLeftStr: string; capacityStr: string; count: number; isFixed: boolean }; wxAppid: string; wxMpAppid?: string; cmsArticle: { comments: number; numbers: number; fav: number; views: number }; statistics: { users: number } }>>('GET common:/{subDomain}/site/statistics')

/** The subDomain of the shop that a mini-program belongs to. */
export const fetchSubDomainByWxappAppid = /*#__PURE__*/ method<(appid: string) => Reply<string>>('GET common:/subdomain/appid/wxapp appid')

/** Banners, by type when given. */
export const banners = /*#__PURE__*/ method<(input?: { type?: string; key?: string }) => Reply<Banner[]>>('GET common:/{subDomain}/banner/list')

/** The newest notice. */
export const noticeLastOne = /*#__PURE__*/ method<(type?: string) => Reply<NoticeDetail>>('GET api:/{subDomain}/notice/last-one type')

/** Notices, pinned ones first, then the newest. */
export const noticeList = /*#__PURE__*/ method<(input?: { token?: string; type?: string; page?: number; pageSize?: number }) => Reply<{ dataList: Notice[]; totalRow: number; totalPage: number }>>('POST api:/{subDomain}/notice/list')

/** A notice with its text. */
export const noticeDetail = /*#__PURE__*/ method<(id: number) => Reply<NoticeDetail>>('GET api:/{subDomain}/notice/detail id')

/** All provinces. */
export const province = /*#__PURE__*/ method<() => Reply<Region[]>>('GET api:/common/region/v2/province')

/** All provinces. */
export const provinceV2 = /*#__PURE__*/ method<() => Reply<Region[]>>('GET common:/{subDomain}/region/province')

/** What lies below a region. */
export const nextRegion = /*#__PURE__*/ method<(pid: string) => Reply<Region[]>>('GET api:/common/region/v2/child pid')

/** What lies below a region. */
export const nextRegionV2 = /*#__PURE__*/ method<(pid: string) => Reply<Region[]>>('GET common:/{subDomain}/region/child pid')

/** All cities. */
export const cityV2 = /*#__PURE__*/ method<() => Reply<Region[]>>('GET common:/{subDomain}/region/city')

/** All districts. */
export const districts = /*#__PURE__*/ method<() => Reply<Region[]>>('GET api:/common/region/v2/districts')

/** Store a file of the device; pictures only, 10 MB at most. */
export const uploadFile = /*#__PURE__*/ method<(token: string, upfile: string, expireHours?: number) => Reply<UploadedFile>>('UPLOAD api:/{subDomain}/dfs/upload/file token upfile expireHours')

/** The same on the storage host, where the shop travels as a field. */
export const uploadFileV2 = /*#__PURE__*/ method<(token: string, upfile: string, expireHours?: number, subDomain?: string) => Reply<UploadedFile>>('UPLOAD oss:/upload2 token upfile expireHours subDomain')

/** Fetch a picture from the web and store it. */
export const uploadFileFromUrl = /*#__PURE__*/ method<(remoteFileUrl: string, ext?: string, token?: string) => Reply<UploadedFile>>('POST api:/{subDomain}/dfs/upload/url remoteFileUrl ext token')

/** The caller's own files. */
export const uploadFileList = /*#__PURE__*/ method<(path?: string, token?: string) => Reply<UploadedFile[]>>('POST api:/{subDomain}/dfs/upload/list path token')

/** The address of a picture with four characters, good once and for five minutes. */
export const graphValidateCodeUrl = /*#__PURE__*/ method<(key: string) => string>('PICTURE api:/{subDomain}/verification/pic/get key')

/** Whether the characters of a picture are right; it stays good for the call that uses it, a wrong try voids it. */
export const graphValidateCodeCheck = /*#__PURE__*/ method<(key: string, code: string) => Reply<undefined>>('POST api:/{subDomain}/verification/pic/check key code')

/** Send a code to a mobile number: once a minute, five an hour, ten a day; who asks often is asked for a picture code first. */
export const smsValidateCode = /*#__PURE__*/ method<(mobile: string, key?: string, picCode?: string, purpose?: 'login' | 'register' | 'reset' | 'bind' | 'paypwd') => Reply<undefined>>('GET common:/{subDomain}/verification/sms/get mobile key picCode purpose')

/** Send a code to a mailbox, within the limits of a mobile number. */
export const mailValidateCode = /*#__PURE__*/ method<(mail: string, key?: string, picCode?: string, purpose?: 'login' | 'register' | 'reset' | 'bind' | 'paypwd') => Reply<undefined>>('GET common:/{subDomain}/verification/mail/get mail key picCode purpose')

/** Whether a code is right; it stays good for the call that uses it. */
export const mailValidateCodeCheck = /*#__PURE__*/ method<(mail: string, code: string, purpose?: 'login' | 'register' | 'reset' | 'bind' | 'paypwd') => Reply<undefined>>('POST common:/{subDomain}/verification/mail/check mail code purpose')

/** Whether a code is right; it stays good for the call that uses it. */
export const smsValidateCodeCheck = /*#__PURE__*/ method<(mobile: string, code: string, purpose?: 'login' | 'register' | 'reset' | 'bind' | 'paypwd') => Reply<undefined>>('POST common:/{subDomain}/verification/sms/check mobile code purpose')

/** Log in with the mobile number that WeChat encrypted; an unknown number registers unless `autoReg` is false. */
export const loginWxaMobile = /*#__PURE__*/ method<(code: string, encryptedData: string, iv: string) => Reply<Login>>('POST api:/{subDomain}/user/wxapp/login/mobile code encryptedData iv')

/** Log in with the mobile number that WeChat encrypted; an unknown number registers unless `autoReg` is false. */
export const loginWxaMobileV2 = /*#__PURE__*/ method<(input: { code: string; encryptedData: string; iv: string; autoReg?: boolean; referrer?: string; postJsonString?: Record<string, string | number | boolean | null> }) => Reply<Login>>('POST api:/{subDomain}/user/wxapp/login/mobile')

/** Register with a user name; `autoLogin` also logs in, and lets in who knows the password of a name that is taken. */
export const register_username = /*#__PURE__*/ method<(input: { username: string; pwd: string; nick?: string; autoLogin?: boolean; province?: string; city?: string; referrer?: string; postJsonString?: Record<string, string | number | boolean | null> }) => Reply<Login>>('POST common:/{subDomain}/user/username/register')

/** Log in with user name and password; five wrong ones lock it for 15 minutes. */
export const login_username = /*#__PURE__*/ method<(input: { username: string; pwd: string; deviceId?: string; deviceName?: string }) => Reply<Login>>('POST common:/{subDomain}/user/username/login')

/** Log in with mobile number and password; five wrong ones lock it for 15 minutes. */
export const login_mobile = /*#__PURE__*/ method<(mobile: string, pwd: string, deviceId?: string, deviceName?: string) => Reply<Login>>('POST api:/{subDomain}/user/m/login mobile pwd deviceId deviceName')

/** A new login password, proven by a code sent to the mobile number; every session of the user ends. */
export const resetPwdUseMobileCode = /*#__PURE__*/ method<(mobile: string, pwd: string, code: string) => Reply<undefined>>('POST api:/{subDomain}/user/m/reset-pwd mobile pwd code')

/** Set or change the caller's user name, and with `pwd` the login password. */
export const bindUsername = /*#__PURE__*/ method<(token: string, username: string, pwd?: string) => Reply<undefined>>('POST common:/{subDomain}/user/username/bindUsername token username pwd')

/** Set or change the caller's mobile number, proven by a code, and with `pwd` the login password. */
export const bindMobileSms = /*#__PURE__*/ method<(token: string, mobile: string, code: string, pwd?: string) => Reply<undefined>>('POST api:/{subDomain}/user/m/bind-mobile token mobile code pwd')

/** Set the caller's mobile number as WeChat encrypted it, and with `pwd` the login password; answers the number. */
export const bindMobileWxapp = /*#__PURE__*/ method<(token: string, code: string, encryptedData: string, iv: string, pwd?: string) => Reply<string>>('POST api:/{subDomain}/user/wxapp/bindMobile token code encryptedData iv pwd')

/** Set the caller's mobile number by the code of WeChat's number button; answers the number. */
export const bindMobileWxappV2 = /*#__PURE__*/ method<(token: string, code: string, pwd?: string) => Reply<string>>('POST api:/{subDomain}/user/wxapp/bindMobile/v2 token code pwd')

/** Let the caller log in with their WeChat from now on. */
export const bindOpenid = /*#__PURE__*/ method<(token: string, code: string) => Reply<undefined>>('POST api:/{subDomain}/user/wxapp/bindOpenid token code =type:2')

/** What WeChat's client encrypted for this mini-program, opened. */
export const encryptedData = /*#__PURE__*/ method<(code: string, encryptedData: string, iv: string) => Reply<Record<string, string | number | boolean | null>>>('POST api:/{subDomain}/user/wxapp/decode/encryptedData code encryptedData iv')

/** Log in by the code of WeChat's number button beside a wx.login code; an unknown number registers unless `autoReg` is false. */
export const loginWxaMobileV3 = /*#__PURE__*/ method<(input: { code: string; codeMobile: string; autoReg?: boolean; referrer?: string; postJsonString?: Record<string, string | number | boolean | null> }) => Reply<Login>>('POST api:/{subDomain}/user/wxapp/login/mobile/v2')

/** Log in with a code of the official account’s web authorization; registers on the way unless `autoReg` is false, as the same person where the unionid is known. Ours: `token` gives this WeChat to whoever is signed in, `useProfile` takes name and picture over what was there. */
export const wxmpAuth = /*#__PURE__*/ method<(input: { code: string; token?: string; useProfile?: boolean; autoReg?: boolean; referrer?: string; postJsonString?: Record<string, string | number | boolean | null> }) => Reply<Login>>('POST api:/{subDomain}/user/wxmp/auth')

/** Log in with the mobile number that WeChat encrypted; an unknown number registers unless `autoReg` is false. */
export const wxappServiceLoginWxaMobile = /*#__PURE__*/ method<(input: { code: string; encryptedData: string; iv: string; autoReg?: boolean; referrer?: string; postJsonString?: Record<string, string | number | boolean | null> }) => Reply<Login>>('POST api:/{subDomain}/user/wxappService/login/mobile')

/** Set the caller's mobile number as WeChat encrypted it, and with `pwd` the login password; answers the number. */
export const wxappServiceBindMobile = /*#__PURE__*/ method<(input: { token: string; code: string; encryptedData: string; iv: string; pwd?: string }) => Reply<string>>('POST api:/{subDomain}/user/wxappService/bindMobile')

/** Set the caller's mobile number by the code of WeChat's number button; answers the number. */
export const wxappServiceBindMobileV2 = /*#__PURE__*/ method<(input: { token: string; code: string; pwd?: string }) => Reply<string>>('POST api:/{subDomain}/user/wxappService/bindMobile/v2')

/** Let the caller log in with their WeChat from now on. */
export const wxappServiceBindOpenid = /*#__PURE__*/ method<(input: { token: string; code: string }) => Reply<undefined>>('POST api:/{subDomain}/user/wxappService/bindOpenid =type:2')

/** What WeChat's client encrypted for this mini-program, opened. */
export const wxappServiceEncryptedData = /*#__PURE__*/ method<(input: { code: string; encryptedData: string; iv: string }) => Reply<Record<string, string | number | boolean | null>>>('POST api:/{subDomain}/user/wxappService/decode/encryptedData')

/** A first trade password; refused when there is one. */
export const setPayPassword = /*#__PURE__*/ method<(token: string, pwd: string) => Reply<undefined>>('POST api:/{subDomain}/user/paypwd/set token pwd')

/** Change the trade password, knowing the old one. */
export const modifyPayPassword = /*#__PURE__*/ method<(token: string, pwdOld: string, pwdNew: string) => Reply<undefined>>('POST api:/{subDomain}/user/paypwd/modify token pwdOld pwdNew')

/** A new trade password, proven by a code sent to the bound mobile number. */
export const resetPayPassword = /*#__PURE__*/ method<(mobile: string, code: string, pwd: string) => Reply<undefined>>('POST api:/{subDomain}/user/paypwd/reset mobile code pwd')

/** Register with a mailbox and the code sent to it; `autoLogin` also logs in, and lets in whose mailbox is known. */
export const register_email = /*#__PURE__*/ method<(input: { email: string; code: string; pwd: string; nick?: string; autoLogin?: boolean; province?: string; city?: string; referrer?: string; postJsonString?: Record<string, string | number | boolean | null> }) => Reply<Login>>('POST common:/{subDomain}/user/email/register')

/** Log in with mailbox and password; five wrong ones lock it for 15 minutes. */
export const login_email = /*#__PURE__*/ method<(input: { email: string; pwd: string; deviceId?: string; deviceName?: string }) => Reply<Login>>('POST common:/{subDomain}/user/email/login')

/** A new login password, proven by a code sent to the mailbox; every session of the user ends. */
export const resetPwdUseEmailCode = /*#__PURE__*/ method<(email: string, pwd: string, code: string) => Reply<undefined>>('POST common:/{subDomain}/user/email/reset-pwd email pwd code')

/** Set or change the caller's mailbox, proven by a code, and with `pwd` the login password. */
export const bindEmail = /*#__PURE__*/ method<(token: string, email: string, code: string, pwd?: string) => Reply<undefined>>('POST common:/{subDomain}/user/email/bindEmail token email code pwd')

/** Whether an invitation code names a user: 0 yes, 700 no. */
export const checkReferrer = /*#__PURE__*/ method<(referrer: string) => Reply<undefined>>('GET api:/{subDomain}/user/check-referrer referrer')

/** Log in silently with a wx.login code, registering on the way when needed. */
export const authorize = /*#__PURE__*/ method<(input: { code: string; referrer?: string; postJsonString?: Record<string, string | number | boolean | null> }) => Reply<Login>>('POST api:/{subDomain}/user/wxapp/authorize')

/** Register with a wx.login code. */
export const register_simple = /*#__PURE__*/ method<(input: { code: string; referrer?: string; postJsonString?: Record<string, string | number | boolean | null> }) => Reply<undefined>>('POST api:/{subDomain}/user/wxapp/register/simple')

/** Register with a wx.login code and the encrypted profile of the device. */
export const register_complex = /*#__PURE__*/ method<(input: { code: string; encryptedData: string; iv: string; referrer?: string; postJsonString?: Record<string, string | number | boolean | null> }) => Reply<undefined>>('POST api:/{subDomain}/user/wxapp/register/complex')

/** Log in silently with a wx.login code, registering on the way when needed. */
export const wxappServiceAuthorize = /*#__PURE__*/ method<(input: { code: string; referrer?: string; postJsonString?: Record<string, string | number | boolean | null> }) => Reply<Login>>('POST api:/{subDomain}/user/wxappService/authorize')

/** Register with a wx.login code. */
export const wxappServiceRegisterSimple = /*#__PURE__*/ method<(input: { code: string; referrer?: string; postJsonString?: Record<string, string | number | boolean | null> }) => Reply<undefined>>('POST api:/{subDomain}/user/wxappService/register/simple')

/** Register with a wx.login code and the encrypted profile of the device. */
export const wxappServiceRegisterComplex = /*#__PURE__*/ method<(input: { code: string; encryptedData: string; iv: string; referrer?: string; postJsonString?: Record<string, string | number | boolean | null> }) => Reply<undefined>>('POST api:/{subDomain}/user/wxappService/register/complex')

/** Log in with a wx.login code; unknown people register when `autoReg` is true and are refused with 10000 when not. */
export const wxappServiceLogin = /*#__PURE__*/ method<(input: { code: string; autoReg?: boolean; referrer?: string; postJsonString?: Record<string, string | number | boolean | null> }) => Reply<Login>>('POST api:/{subDomain}/user/wxappService/login')

/** Log in with a wx.login code; 10000 when the person has not registered. */
export const login_wx = /*#__PURE__*/ method<(code: string) => Reply<Login>>('POST api:/{subDomain}/user/wxapp/login code =type:2')

/** Register with a mobile number and the code sent to it; `autoLogin` also logs in, and lets known numbers in. */
export const register_mobile = /*#__PURE__*/ method<(input: { mobile: string; code: string; pwd?: string; nick?: string; autoLogin?: boolean; province?: string; city?: string; referrer?: string; postJsonString?: Record<string, string | number | boolean | null> }) => Reply<Login>>('POST api:/{subDomain}/user/m/register')

/** Log in with a mobile number and the code sent to it; `autoReg` registers unknown numbers. */
export const loginMobileSmsCode = /*#__PURE__*/ method<(input: { mobile: string; code: string; autoReg?: boolean; referrer?: string; postJsonString?: Record<string, string | number | boolean | null> }) => Reply<Login>>('POST api:/{subDomain}/user/m/loginMobile')

/** Whether a token still logs in. */
export const checkToken = /*#__PURE__*/ method<(token: string) => Reply<undefined>>('GET api:/{subDomain}/user/check-token token')

/** Delete the caller's account: everything personal is wiped at once, orders and money records stay without it; `isCheck` (ours) only tells whether something is unfinished. */
export const userDelete = /*#__PURE__*/ method<(token: string, isCheck?: boolean) => Reply<undefined>>('POST common:/{subDomain}/user/delete token isCheck')

/** End the session; the token is void at once. */
export const loginout = /*#__PURE__*/ method<(token: string) => Reply<undefined>>('GET common:/{subDomain}/user/loginout token')

/** The caller: base data, own fields, level. */
export const userDetail = /*#__PURE__*/ method<(token: string) => Reply<{ base: UserBase; ext: Record<string, string | number | boolean | null>; userLevel?: UserLevel; referrer?: PublicUser; partnerInfo?: PublicUser; parentPartnerInfo?: PublicUser; parentTeamLeaderInfo?: PublicUser }>>('GET common:/{subDomain}/user/detail token')

/** Name and picture of the user who shared a link. */
export const userDetailSpreadUser = /*#__PURE__*/ method<(token: string, uid: number) => Reply<{ base: PublicUser }>>('GET common:/{subDomain}/user/detail/spreadUser token uid')

/** The caller's user id, openid and unionid. */
export const userWxinfo = /*#__PURE__*/ method<(token: string) => Reply<{ uid: number; openid?: string; unionid?: string }>>('GET api:/{subDomain}/user/wxinfo token')

/** Change the caller's profile; fields left out stay, own fields are merged. Where the shop has names and pictures checked, they may show later. */
export const modifyUserInfo = /*#__PURE__*/ method<(input: { token: string; nick?: string; avatarUrl?: string; gender?: 0 | 1 | 2; birthday?: string; province?: string; city?: string; extJsonStr?: Record<string, string | number | boolean | null>; levelRenew?: boolean }) => Reply<undefined>>('POST api:/{subDomain}/user/modify')

/** Change the caller's profile; fields left out stay, own fields are merged. Where the shop has names and pictures checked, they may show later. */
export const modifyUserInfoV2 = /*#__PURE__*/ method<(input: { token: string; nick?: string; avatarUrl?: string; gender?: 0 | 1 | 2; birthday?: string; province?: string; city?: string; extJsonStr?: Record<string, string | number | boolean | null>; levelRenew?: boolean }) => Reply<undefined>>('POST common:/{subDomain}/user/modify')

/** The caller's addresses, the default first. */
export const queryAddressV2 = /*#__PURE__*/ method<(input: { token: string; nameLike?: string; mobileLike?: string; page?: number; pageSize?: number }) => Reply<{ result: Address[]; totalRow: number; totalPage: number }>>('POST common:/{subDomain}/user/shipping-address/list/v2')

/** Add an address; the first one becomes the default. */
export const addAddress = /*#__PURE__*/ method<(input: { token: string; linkMan: string; mobile: string; provinceId?: string; cityId?: string; districtId?: string; streetId?: string; address: string; code?: string; isDefault?: boolean; latitude?: number; longitude?: number; extJsonStr?: Record<string, string | number | boolean | null> }) => Reply<{ id: number }>>('POST common:/{subDomain}/user/shipping-address/add')

/** Change an address; fields left out stay. */
export const updateAddress = /*#__PURE__*/ method<(input: { token: string; id: number; linkMan?: string; mobile?: string; provinceId?: string; cityId?: string; districtId?: string; streetId?: string; address?: string; code?: string; isDefault?: boolean; latitude?: number; longitude?: number; extJsonStr?: Record<string, string | number | boolean | null> }) => Reply<undefined>>('POST common:/{subDomain}/user/shipping-address/update')

/** The caller's default address. */
export const defaultAddress = /*#__PURE__*/ method<(token: string) => Reply<{ info: Address; extJson: Record<string, string | number | boolean | null> }>>('GET common:/{subDomain}/user/shipping-address/default/v2 token')

/** One address of the caller. */
export const addressDetail = /*#__PURE__*/ method<(token: string, id: number) => Reply<{ info: Address; extJson: Record<string, string | number | boolean | null> }>>('GET common:/{subDomain}/user/shipping-address/detail/v2 token id')

/** Delete an address. */
export const deleteAddress = /*#__PURE__*/ method<(token: string, id: number) => Reply<undefined>>('POST common:/{subDomain}/user/shipping-address/delete token id')

/** All categories as a flat list; `pid` makes the tree. */
export const goodsCategory = /*#__PURE__*/ method<(input?: { shopId?: number }) => Reply<Category[]>>('GET api:/{subDomain}/shop/goods/category/all')

/** All categories as a flat list; `pid` makes the tree. */
export const goodsCategoryV2 = /*#__PURE__*/ method<(shopId?: number) => Reply<Category[]>>('GET api:/{subDomain}/shop/goods/category/all shopId')

/** One category. */
export const goodsCategoryDetail = /*#__PURE__*/ method<(id: number) => Reply<{ info: Category; extJson: Record<string, string | number | boolean | null> }>>('GET api:/{subDomain}/shop/goods/category/info id')

/** One category. */
export const goodsCategoryDetailV2 = /*#__PURE__*/ method<(input: { id: number }) => Reply<{ info: Category; extJson: Record<string, string | number | boolean | null> }>>('GET api:/{subDomain}/shop/goods/category/info')

/** Goods by filter and order; a bare list. */
export const goods = /*#__PURE__*/ method<(input?: { token?: string; categoryId?: number; categoryKey?: string; k?: string; nameLike?: string; tagsLike?: string; barCode?: string; gids?: string; shopId?: number; recommendStatus?: 0 | 1; status?: 0 | 1 | -1; hidden?: 0 | 1; kanjia?: boolean; pingtuan?: boolean; miaosha?: boolean; priceMin?: number; priceMax?: number; orderBy?: 'priceUp' | 'priceDown' | 'ordersUp' | 'ordersDown' | 'addedUp' | 'addedDown' | 'nameUp'; page?: number; pageSize?: number }) => Reply<Goods[]>>('POST api:/{subDomain}/shop/goods/list')

/** Goods by filter and order, with totals. */
export const goodsv2 = /*#__PURE__*/ method<(input?: { token?: string; categoryId?: number; categoryKey?: string; k?: string; nameLike?: string; tagsLike?: string; barCode?: string; gids?: string; shopId?: number; recommendStatus?: 0 | 1; status?: 0 | 1 | -1; hidden?: 0 | 1; kanjia?: boolean; pingtuan?: boolean; miaosha?: boolean; priceMin?: number; priceMax?: number; orderBy?: 'priceUp' | 'priceDown' | 'ordersUp' | 'ordersDown' | 'addedUp' | 'addedDown' | 'nameUp'; page?: number; pageSize?: number }) => Reply<{ result: Goods[]; totalRow: number; totalPage: number }>>('POST api:/{subDomain}/shop/goods/list/v2')

/** A product with pictures, choices, prices and freight; adds one view. */
export const goodsDetail = /*#__PURE__*/ method<(id: number, token?: string) => Reply<GoodsDetail>>('GET api:/{subDomain}/shop/goods/detail id token')

/** A product with pictures, choices, prices and freight; adds one view. */
export const goodsDetailV2 = /*#__PURE__*/ method<(input: { id: number; token?: string }) => Reply<GoodsDetail>>('GET api:/{subDomain}/shop/goods/detail')

/** Where a film is; goods name theirs as `videoId`. */
export const videoDetail = /*#__PURE__*/ method<(videoId: number) => Reply<{ id: number; fdMp4: string; type: string; size: number }>>('GET common:/{subDomain}/media/video/detail videoId')

/** How many pieces each member level may buy in which time. */
export const goodsLimitations = /*#__PURE__*/ method<(goodsId: number, priceId?: number) => Reply<Limitation[]>>('GET api:/{subDomain}/shop/goods/limitation goodsId priceId')

/** How many pieces each member level may buy in which time. */
export const goodsLimitationsV2 = /*#__PURE__*/ method<(goodsId: number, propertyChildIds?: string) => Reply<Limitation[]>>('GET api:/{subDomain}/shop/goods/limitation goodsId propertyChildIds')

/** What can be added to a product. */
export const goodsAddition = /*#__PURE__*/ method<(goodsId: number) => Reply<AdditionGroup[]>>('GET api:/{subDomain}/shop/goods/goodsAddition goodsId')

/** The price of one choice; with a token, the caller's member price. */
export const goodsPriceV2 = /*#__PURE__*/ method<(input: { goodsId: number; propertyChildIds?: string; token?: string }) => Reply<{ id: number; goodsId: number; price: number; originalPrice: number; pingtuanPrice: number; score: number; stores: number; propertyChildIds: string; propertyChildNames: string; userId: number }>>('POST api:/{subDomain}/shop/goods/price')

/** The price of one choice; with a token, the caller's member price. */
export const goodsPrice = /*#__PURE__*/ method<(goodsId: number, propertyChildIds?: string) => Reply<{ id: number; goodsId: number; price: number; originalPrice: number; pingtuanPrice: number; score: number; stores: number; propertyChildIds: string; propertyChildNames: string; userId: number }>>('POST api:/{subDomain}/shop/goods/price goodsId propertyChildIds')

/** How freight is counted for a template and an address. */
export const goodsPriceFreight = /*#__PURE__*/ method<(input: { templateId: number; type?: 0 | 1 | 2; provinceId?: string; cityId?: string; districtId?: string }) => Reply<{ firstNumber: number; firstAmount: number; addNumber: number; addAmount: number }>>('GET api:/{subDomain}/shop/goods/price/freight')

/** The caller's member discount: 10 is the full price, 9.5 is 95 %. */
export const goodsRebate = /*#__PURE__*/ method<(token: string, goodsId: number) => Reply<number>>('GET common:/{subDomain}/shop/goods/rebate/v2 token goodsId')

/** Reviews of a product, the newest first; a bare list. */
export const goodsReputation = /*#__PURE__*/ method<(input: { goodsId: number; goodReputation?: 0 | 1 | 2; hasPic?: boolean; page?: number; pageSize?: number }) => Reply<Review[]>>('POST api:/{subDomain}/shop/goods/reputation')

/** Reviews of a product, the newest first, with totals. */
export const goodsReputationV2 = /*#__PURE__*/ method<(input: { goodsId: number; goodReputation?: 0 | 1 | 2; hasPic?: boolean; page?: number; pageSize?: number }) => Reply<{ result: Review[]; totalRow: number; totalPage: number }>>('POST api:/{subDomain}/shop/goods/reputation/v2')

/** The latest orders or payments, names shortened. */
export const goodsDynamic = /*#__PURE__*/ method<(type?: 0 | 1) => Reply<Dynamic[]>>('GET common:/{subDomain}/site/goods/dynamic type')

/** The latest orders or payments of all goods or one, with totals. */
export const goodsDynamicV2 = /*#__PURE__*/ method<(input?: { type?: 0 | 1; goodsId?: number; page?: number; pageSize?: number }) => Reply<{ result: Dynamic[]; totalRow: number; totalPage: number }>>('GET api:/{subDomain}/site/goods/dynamic/v2')

/** Days that a product can be booked for, each with its price and the places left. */
export const goodsPriceDaily = /*#__PURE__*/ method<(goodsId: number, priceId?: number) => Reply<DayPrice[]>>('GET common:/{subDomain}/shop/goods/price/day goodsId priceId')

/** Time slots by the day, of a product or of all products of a category; days on which all are taken are left out. */
export const goodsTimesSchedule = /*#__PURE__*/ method<(goodsId?: number, propertyChildIds?: string, brandId?: number, categoryId?: number) => Reply<DaySchedule[]>>('POST api:/{subDomain}/shop/goods/times/schedule goodsId propertyChildIds brandId categoryId')

/** Days on which a time slot of a product is free. */
export const goodsTimesDays = /*#__PURE__*/ method<(goodsId: number, propertyChildIds?: string) => Reply<string[]>>('POST api:/{subDomain}/shop/goods/times/days goodsId propertyChildIds')

/** Time slots of a product on one day, each with its price and the places left. */
export const goodsTimesDayItems = /*#__PURE__*/ method<(day: string, goodsId: number, propertyChildIds?: string) => Reply<TimeSlot[]>>('POST api:/{subDomain}/shop/goods/times/items day goodsId propertyChildIds')

/** Offer a product of one's own; it goes on sale when the shop keeper has approved it. */
export const pushNewGoods = /*#__PURE__*/ method<(input: { token: string; id?: number; name: string; characteristic?: string; categoryId?: number; price: number; originalPrice?: number; stores?: number; pic?: string; content?: string; extJsonStr?: Record<string, string | number | boolean | null> }) => Reply<{ id: number }>>('POST api:/{subDomain}/shop/goods/putOrUpdate')

/** Take back a product of one's own. */
export const deleteMyGoods = /*#__PURE__*/ method<(token: string, id: number) => Reply<undefined>>('POST api:/{subDomain}/shop/goods/del token id')

/** Products the caller has bought, the latest first. */
export const myBuyGoodsHis = /*#__PURE__*/ method<(input: { token: string; page?: number; pageSize?: number }) => Reply<{ result: BoughtGoods[]; totalRow: number; totalPage: number }>>('POST api:/{subDomain}/shop/goods/his/list')

/** Products the caller has bought, the latest first. */
export const myBuyGoodsHisV2 = /*#__PURE__*/ method<(input: { token: string; page?: number; pageSize?: number }) => Reply<{ result: BoughtGoods[]; totalRow: number; totalPage: number }>>('POST common:/{subDomain}/shop/goods/his/list')

/** Forget that a product was bought, by the record or by the product. */
export const myBuyGoodsHisDelete = /*#__PURE__*/ method<(token: string, id?: number, goodsId?: number) => Reply<undefined>>('POST api:/{subDomain}/shop/goods/his/delete token id goodsId')

/** Keep a product as a favourite. */
export const goodsFavPut = /*#__PURE__*/ method<(token: string, goodsId: number) => Reply<undefined>>('POST common:/{subDomain}/shop/goods/fav/add token goodsId')

/** Keep a product as a favourite. */
export const goodsFavAdd = /*#__PURE__*/ method<(input: { token: string; goodsId: number }) => Reply<undefined>>('POST common:/{subDomain}/shop/goods/fav/add')

/** Whether a product is a favourite: 0 yes, -1 no. */
export const goodsFavCheck = /*#__PURE__*/ method<(token: string, goodsId: number) => Reply<string>>('GET common:/{subDomain}/shop/goods/fav/check token goodsId')

/** Whether a product is a favourite: 0 yes, -1 no. */
export const goodsFavCheckV2 = /*#__PURE__*/ method<(input: { token: string; goodsId: number }) => Reply<string>>('GET common:/{subDomain}/shop/goods/fav/check')

/** The caller's favourites, the newest first. */
export const goodsFavList = /*#__PURE__*/ method<(input: { token: string; nameLike?: string; page?: number; pageSize?: number }) => Reply<Favourite[]>>('POST api:/{subDomain}/shop/goods/fav/list')

/** Remove a favourite, by its own id or by the product. */
export const goodsFavDelete = /*#__PURE__*/ method<(token: string, id?: number, goodsId?: number) => Reply<undefined>>('POST common:/{subDomain}/shop/goods/fav/delete token id goodsId')

/** Remove a favourite, by its own id or by the product. */
export const goodsFavDeleteV2 = /*#__PURE__*/ method<(input: { token: string; id?: number; goodsId?: number }) => Reply<undefined>>('POST common:/{subDomain}/shop/goods/fav/delete')

/** The caller's cart; 700 when it is empty. */
export const shippingCarInfo = /*#__PURE__*/ method<(token: string, type?: string) => Reply<Cart>>('GET api:/{subDomain}/shopping-cart/info token type')

/** Put goods into the cart; the same choice again adds to its number. */
export const shippingCarInfoAddItem = /*#__PURE__*/ method<(token: string, goodsId: number, number: number, sku?: ChosenOption[], addition?: ChosenAddition[], type?: string, addedAt?: number, goodsTimesDay?: string, goodsTimesItem?: string, days?: string[], idempotencyKey?: string) => Reply<undefined>>('POST api:/{subDomain}/shopping-cart/add token goodsId number sku addition type addedAt goodsTimesDay goodsTimesItem days idempotencyKey')

/** Put goods into the cart; the same choice again adds to its number. */
export const shippingCarInfoAddItemV2 = /*#__PURE__*/ method<(input: { token: string; goodsId: number; number: number; sku?: ChosenOption[]; addition?: ChosenAddition[]; type?: string; addedAt?: number; goodsTimesDay?: string; goodsTimesItem?: string; days?: string[]; idempotencyKey?: string }) => Reply<undefined>>('POST api:/{subDomain}/shopping-cart/add')

/** Set the number of a line. */
export const shippingCarInfoModifyNumber = /*#__PURE__*/ method<(token: string, key: string, number: number, type?: string) => Reply<Cart>>('POST api:/{subDomain}/shopping-cart/modifyNumber token key number type')

/** Remove lines; answers what is left, 700 when that is nothing. */
export const shippingCarInfoRemoveItem = /*#__PURE__*/ method<(token: string, key: string, type?: string) => Reply<Cart>>('POST api:/{subDomain}/shopping-cart/remove token key type')

/** Select lines, or take the selection back. */
export const shippingCartSelected = /*#__PURE__*/ method<(token: string, key: string, selected: boolean, type?: string) => Reply<Cart>>('POST api:/{subDomain}/shopping-cart/select token key selected type')

/** Empty the cart. */
export const shippingCarInfoRemoveAll = /*#__PURE__*/ method<(token: string, type?: string) => Reply<undefined>>('POST api:/{subDomain}/shopping-cart/empty token type')

/** Price goods (`calculate`) or place the order; a repeat with the same `idempotencyKey` answers the first order. */
export const orderCreate = /*#__PURE__*/ method<(input: { token: string; goodsJsonStr: OrderRequestLine[]; calculate?: boolean; idempotencyKey?: string; amountExpected?: number; remark?: string; extJsonStr?: Record<string, string | number | boolean | null>; peisongType?: string; provinceId?: string; cityId?: string; districtId?: string; streetId?: string; address?: string; linkMan?: string; mobile?: string; code?: string; latitude?: number; longitude?: number; shopIdZt?: number; shopNameZt?: string; isCanHx?: boolean; filterShopId?: number; expireMinutes?: number; payOnDelivery?: number; kjid?: number; pingtuanOpenId?: number; couponId?: string; deductionScore?: number }) => Reply<PlacedOrder>>('POST api:/{subDomain}/order/create')

/** The caller's orders, the newest first. */
export const orderList = /*#__PURE__*/ method<(input: { token: string; status?: 0 | 1 | 2 | 3 | 4 | -1; statusBatch?: string; orderNumber?: string; shopId?: number; hasRefund?: boolean; refundStatus?: number; goodReputation?: 0 | 1 | 2; type?: number; nameLike?: string; page?: number; pageSize?: number }) => Reply<{ orderList: Order[]; goodsMap: Record<string, OrderLine[]>; logisticsMap: Record<string, OrderAddress>; totalRow: number; totalPage: number }>>('POST api:/{subDomain}/order/list')

/** One order of the caller; `hxNumber` wins over `id`. */
export const orderDetail = /*#__PURE__*/ method<(token: string, id?: number, hxNumber?: string) => Reply<OrderDetail>>('GET api:/{subDomain}/order/detail token id hxNumber')

/** Close an unpaid order; stock goes back on the shelf. */
export const orderClose = /*#__PURE__*/ method<(token: string, orderId: number) => Reply<undefined>>('POST api:/{subDomain}/order/close token orderId')

/** Close an unpaid order; stock goes back on the shelf. */
export const orderCloseV2 = /*#__PURE__*/ method<(input: { token: string; orderId: number }) => Reply<undefined>>('POST api:/{subDomain}/order/close')

/** Hide a closed or finished order from the caller's list. */
export const orderDelete = /*#__PURE__*/ method<(token: string, orderId: number) => Reply<undefined>>('POST api:/{subDomain}/order/delete token orderId')

/** Pay orders of the caller from the balance, all or none. */
export const orderPay = /*#__PURE__*/ method<(token: string, orderId: string) => Reply<undefined>>('POST api:/{subDomain}/order/pay token orderId')

/** Pay orders of the caller from the balance, all or none. */
export const orderPayV2 = /*#__PURE__*/ method<(input: { token: string; orderId: string }) => Reply<undefined>>('POST api:/{subDomain}/order/pay')

/** The buyer confirms that the goods have come. */
export const orderDelivery = /*#__PURE__*/ method<(token: string, orderId: number) => Reply<undefined>>('POST api:/{subDomain}/order/delivery token orderId')

/** Review the lines of an order, each once. */
export const orderReputation = /*#__PURE__*/ method<(input: { token?: string; postJsonString: { token?: string; orderId: number; reputations: Array<{ id: number; reputation: 0 | 1 | 2; reputationNumber?: number; remark?: string; pics?: string[] }> } }) => Reply<undefined>>('POST api:/{subDomain}/order/reputation')

/** How many of the caller's orders stand in each state. */
export const orderStatistics = /*#__PURE__*/ method<(token: string) => Reply<OrderCounters>>('GET api:/{subDomain}/order/statistics token')

/** How many of the caller's orders stand in each state. */
export const orderStatisticsv2 = /*#__PURE__*/ method<(input: { token: string; isNeedLogistics?: boolean }) => Reply<OrderCounters>>('GET api:/{subDomain}/order/statistics')

/** Staff verify an order by its code; the trade is complete. */
export const orderHXV2 = /*#__PURE__*/ method<(input: { token: string; hxNumber: string; extJsonStr?: Record<string, string | number | boolean | null> }) => Reply<undefined>>('POST api:/{subDomain}/order/hx')

/** The caller's balance, score and what they have spent; `deposit` (ours) stands aside at the shop. */
export const userAmount = /*#__PURE__*/ method<(token: string) => Reply<{ balance: number; freeze: number; deposit: number; score: number; growth: number; totleConsumed: number; fxCommisionPaying: number; totalScore: number; totalRefundAmount: number; totalWithdraw: number }>>('GET api:/{subDomain}/user/amount token')

/** The caller's balance, score and what they have spent; `deposit` (ours) stands aside at the shop. */
export const userAmountV2 = /*#__PURE__*/ method<(token: string) => Reply<{ balance: number; freeze: number; deposit: number; score: number; growth: number; totleConsumed: number; fxCommisionPaying: number; totalScore: number; totalRefundAmount: number; totalWithdraw: number }>>('GET common:/{subDomain}/user/amount token')

/** Movements of the caller's balance, the newest first. */
export const cashLogsV2 = /*#__PURE__*/ method<(input: { token: string; behavior?: 0 | 1; type?: number; types?: string; orderId?: string; dateAddBegin?: string; dateAddEnd?: string; page?: number; pageSize?: number }) => Reply<{ result: CashLog[]; totalRow: number; totalPage: number }>>('POST api:/{subDomain}/user/cashLog/v2')

/** Movements of the caller's balance, the newest first. */
export const cashLogsV3 = /*#__PURE__*/ method<(input: { token: string; behavior?: 0 | 1; type?: number; types?: string; orderId?: string; dateAddBegin?: string; dateAddEnd?: string; page?: number; pageSize?: number }) => Reply<{ result: CashLog[]; totalRow: number; totalPage: number }>>('POST common:/{subDomain}/user/cashLog/v2')

/** What a recharge is rewarded with. */
export const rechargeSendRules = /*#__PURE__*/ method<() => Reply<RechargeRule[]>>('GET api:/{subDomain}/user/recharge/send/rule')

/** Start a payment in the mini-program; answers what wx.requestPayment takes. */
export const wxpay = /*#__PURE__*/ method<(input: { token: string; money: number; payName?: string; remark?: string; nextAction?: { type: number; id?: string; couponRuleId?: number; pwd?: string; userLevelPriceId?: number; isAutoRenew?: boolean; remark?: string; money?: number; shopId?: number; amount?: number; refCode?: string } }) => Reply<PaymentSheet>>('POST api:/{subDomain}/pay/wx/wxapp')

/** Start a payment on a page of the official account, inside WeChat; answers what chooseWXPay takes. The caller has come by the account (wxmpAuth). */
export const wxpayJsapi = /*#__PURE__*/ method<(input: { token: string; money: number; payName?: string; remark?: string; nextAction?: { type: number; id?: string; couponRuleId?: number; pwd?: string; userLevelPriceId?: number; isAutoRenew?: boolean; remark?: string; money?: number; shopId?: number; amount?: number; refCode?: string } }) => Reply<PaymentSheet>>('POST api:/{subDomain}/pay/wx/jsapi')

/** Start a payment in a mobile browser; open `url`, it may take a `redirect_url`. */
export const wxpayH5 = /*#__PURE__*/ method<(input: { token: string; money: number; payName?: string; remark?: string; nextAction?: { type: number; id?: string; couponRuleId?: number; pwd?: string; userLevelPriceId?: number; isAutoRenew?: boolean; remark?: string; money?: number; shopId?: number; amount?: number; refCode?: string } }) => Reply<{ outTradeId: string; url: string }>>('POST api:/{subDomain}/pay/wx/h5')

/** Start a payment that is paid by scanning; `codeUrl` is the text of the QR code. */
export const wxpayQrcode = /*#__PURE__*/ method<(input: { token: string; money: number; payName?: string; remark?: string; nextAction?: { type: number; id?: string; couponRuleId?: number; pwd?: string; userLevelPriceId?: number; isAutoRenew?: boolean; remark?: string; money?: number; shopId?: number; amount?: number; refCode?: string } }) => Reply<{ outTradeId: string; codeUrl: string }>>('POST api:/{subDomain}/pay/wx/qrcode')

/** Start a payment in an app for phones; answers what WeChat's library takes there. */
export const wxpayApp = /*#__PURE__*/ method<(input: { token: string; money: number; payName?: string; remark?: string; nextAction?: { type: number; id?: string; couponRuleId?: number; pwd?: string; userLevelPriceId?: number; isAutoRenew?: boolean; remark?: string; money?: number; shopId?: number; amount?: number; refCode?: string } }) => Reply<{ outTradeId: string; appid: string; partnerid: string; prepayid: string; package: string; noncestr: string; timestamp: string; sign: string }>>('POST api:/{subDomain}/pay/wx/app')

/** Start a payment with Alipay; answers the bare address of its cashier. */
export const alipay = /*#__PURE__*/ method<(input: { token: string; money: number; payName?: string; remark?: string; nextAction?: { type: number; id?: string; couponRuleId?: number; pwd?: string; userLevelPriceId?: number; isAutoRenew?: boolean; remark?: string; money?: number; shopId?: number; amount?: number; refCode?: string }; returnUrl?: string }) => Reply<string>>('POST api:/{subDomain}/pay/alipay/semiAutomatic/payurl')

/** Start a payment with Alipay in a mobile browser; open `url`. */
export const alipayH5 = /*#__PURE__*/ method<(input: { token: string; money: number; payName?: string; remark?: string; nextAction?: { type: number; id?: string; couponRuleId?: number; pwd?: string; userLevelPriceId?: number; isAutoRenew?: boolean; remark?: string; money?: number; shopId?: number; amount?: number; refCode?: string }; returnUrl?: string }) => Reply<{ outTradeId: string; url: string }>>('POST common:/{subDomain}/pay/alipay/gate/h5')

/** Start a payment with Alipay in a computer's browser; open `url`. */
export const alipayPC = /*#__PURE__*/ method<(input: { token: string; money: number; payName?: string; remark?: string; nextAction?: { type: number; id?: string; couponRuleId?: number; pwd?: string; userLevelPriceId?: number; isAutoRenew?: boolean; remark?: string; money?: number; shopId?: number; amount?: number; refCode?: string }; returnUrl?: string }) => Reply<{ outTradeId: string; url: string }>>('POST common:/{subDomain}/pay/alipay/gate/pc')

/** Start a payment in an app for phones; `orderString` goes to Alipay's library. */
export const alipayAPP = /*#__PURE__*/ method<(input: { token: string; money: number; payName?: string; remark?: string; nextAction?: { type: number; id?: string; couponRuleId?: number; pwd?: string; userLevelPriceId?: number; isAutoRenew?: boolean; remark?: string; money?: number; shopId?: number; amount?: number; refCode?: string } }) => Reply<{ outTradeId: string; orderString: string }>>('POST common:/{subDomain}/pay/alipay/gate/app')

/** Start a payment that is paid by scanning; `qrcode` is Alipay's own answer as JSON text. */
export const alipayQrcode = /*#__PURE__*/ method<(input: { token: string; money: number; payName?: string; remark?: string; nextAction?: { type: number; id?: string; couponRuleId?: number; pwd?: string; userLevelPriceId?: number; isAutoRenew?: boolean; remark?: string; money?: number; shopId?: number; amount?: number; refCode?: string } }) => Reply<{ outTradeId: string; qrcode: string }>>('POST common:/{subDomain}/pay/alipay/gate/qrcode')

/** Start a payment in the mini-program through FOMO Pay. */
export const wxpayFOMO = /*#__PURE__*/ method<(input: { token: string; money: number; payName?: string; remark?: string; nextAction?: { type: number; id?: string; couponRuleId?: number; pwd?: string; userLevelPriceId?: number; isAutoRenew?: boolean; remark?: string; money?: number; shopId?: number; amount?: number; refCode?: string } }) => Reply<PaymentSheet>>('POST common:/{subDomain}/pay/fomo/wxapp')

/** Start a payment by PayNow through FOMO Pay; `codeUrl` is the text of the QR code. */
export const payNow = /*#__PURE__*/ method<(input: { token: string; money: number; payName?: string; remark?: string; nextAction?: { type: number; id?: string; couponRuleId?: number; pwd?: string; userLevelPriceId?: number; isAutoRenew?: boolean; remark?: string; money?: number; shopId?: number; amount?: number; refCode?: string } }) => Reply<{ createdAt: number; outTradeId: string; orderNo: string; amount: string; subject: string; id: string; currencyCode: string; status: string; codeUrl: string; primaryTransactionId: string }>>('POST common:/{subDomain}/pay/fomo/payNow')

/** Start a payment at FOMO Pay's own cashier; open `url`. */
export const fomoCheckout = /*#__PURE__*/ method<(input: { token: string; money: number; payName?: string; remark?: string; nextAction?: { type: number; id?: string; couponRuleId?: number; pwd?: string; userLevelPriceId?: number; isAutoRenew?: boolean; remark?: string; money?: number; shopId?: number; amount?: number; refCode?: string } }) => Reply<{ createdAt: number; outTradeId: string; orderNo: string; amount: string; subject: string; id: string; currencyCode: string; status: string; url: string; returnUrl: string }>>('POST common:/{subDomain}/pay/fomo/checkout')

/** Start a payment in the mini-program through Saobei. */
export const wxpaySaobei = /*#__PURE__*/ method<(input: { token: string; money: number; payName?: string; remark?: string; nextAction?: { type: number; id?: string; couponRuleId?: number; pwd?: string; userLevelPriceId?: number; isAutoRenew?: boolean; remark?: string; money?: number; shopId?: number; amount?: number; refCode?: string } }) => Reply<PaymentSheet>>('POST api:/{subDomain}/pay/lcsw/wxapp')

/** Start a payment in the mini-program through wepayez. */
export const wxpayWepayez = /*#__PURE__*/ method<(input: { token: string; money: number; payName?: string; remark?: string; nextAction?: { type: number; id?: string; couponRuleId?: number; pwd?: string; userLevelPriceId?: number; isAutoRenew?: boolean; remark?: string; money?: number; shopId?: number; amount?: number; refCode?: string } }) => Reply<PaymentSheet>>('POST common:/{subDomain}/pay/wepayez/wxapp')

/** Start a payment in the mini-program through intelsalon. The reference gives no address, no client has one: this one is ours. */
export const wxpayIntelsalon = /*#__PURE__*/ method<(input: { token: string; money: number; payName?: string; remark?: string; nextAction?: { type: number; id?: string; couponRuleId?: number; pwd?: string; userLevelPriceId?: number; isAutoRenew?: boolean; remark?: string; money?: number; shopId?: number; amount?: number; refCode?: string } }) => Reply<PaymentSheet>>('POST common:/{subDomain}/pay/intelsalon/wxapp')

/** Start a payment in the mini-program through the service provider that collects for the shop (`sign` is MD5), or, without one, as wxpay does. */
export const wxpayFWS = /*#__PURE__*/ method<(input: { token: string; money: number; payName?: string; remark?: string; nextAction?: { type: number; id?: string; couponRuleId?: number; pwd?: string; userLevelPriceId?: number; isAutoRenew?: boolean; remark?: string; money?: number; shopId?: number; amount?: number; refCode?: string } }) => Reply<PaymentSheet>>('POST api:/{subDomain}/pay/wxfws/wxapp')

/** Start a payment in the mini-program; answers what wx.requestPayment takes. */
export const payVariableUrl = /*#__PURE__*/ method<(url: string, input: { token: string; money: number; payName?: string; remark?: string; nextAction?: { type: number; id?: string; couponRuleId?: number; pwd?: string; userLevelPriceId?: number; isAutoRenew?: boolean; remark?: string; money?: number; shopId?: number; amount?: number; refCode?: string } }) => Reply<PaymentSheet>>('POST api:/{subDomain}{url}')

/** Whether a payment has come: 0 yes; asks the payment gateway when we have not heard. */
export const payQuery = /*#__PURE__*/ method<(token: string, outTradeId: string) => Reply<{ outTradeId: string; money: number; status: 1; statusStr: string; outcome: 'done' | 'balance' | 'returning' | 'returned' }>>('GET api:/{subDomain}/pay/query token outTradeId')

/** The caller's payments, the newest first; a bare list. */
export const payLogs = /*#__PURE__*/ method<(input: { token: string; orderNo?: string; status?: 0 | 1; page?: number; pageSize?: number }) => Reply<Payment[]>>('POST api:/{subDomain}/user/payLogs')

/** All categories of articles, in the order of the shop keeper. */
export const cmsCategories = /*#__PURE__*/ method<() => Reply<ArticleCategory[]>>('GET common:/{subDomain}/cms/category/list')

/** One category of articles. */
export const cmsCategoryDetail = /*#__PURE__*/ method<(id: number) => Reply<{ info: ArticleCategory; extJson: Record<string, string | number | boolean | null> }>>('GET common:/{subDomain}/cms/category/info id')

/** Published articles, as a bare list. */
export const cmsArticles = /*#__PURE__*/ method<(input?: { token?: string; id?: number; categoryId?: number; k?: string; titleLike?: string; keywordsLike?: string; tagsLike?: string; isRecommend?: boolean; orderBy?: 'addDown' | 'addUp' | 'viewsDown' | 'usefulDown'; dateAddBegin?: string; dateAddEnd?: string; dateUpdateBegin?: string; dateUpdateEnd?: string; page?: number; pageSize?: number }) => Reply<Article[]>>('POST api:/{subDomain}/cms/news/list')

/** Published articles without their text: recommended first, then by order of the shop keeper, then the newest. */
export const cmsArticlesV2 = /*#__PURE__*/ method<(input?: { token?: string; id?: number; categoryId?: number; k?: string; titleLike?: string; keywordsLike?: string; tagsLike?: string; isRecommend?: boolean; orderBy?: 'addDown' | 'addUp' | 'viewsDown' | 'usefulDown'; dateAddBegin?: string; dateAddEnd?: string; dateUpdateBegin?: string; dateUpdateEnd?: string; page?: number; pageSize?: number }) => Reply<{ result: Article[]; totalRow: number; totalPage: number }>>('POST api:/{subDomain}/cms/news/list/v2')

/** Published articles without their text: recommended first, then by order of the shop keeper, then the newest. */
export const cmsArticlesV3 = /*#__PURE__*/ method<(input?: { token?: string; id?: number; categoryId?: number; k?: string; titleLike?: string; keywordsLike?: string; tagsLike?: string; isRecommend?: boolean; orderBy?: 'addDown' | 'addUp' | 'viewsDown' | 'usefulDown'; dateAddBegin?: string; dateAddEnd?: string; dateUpdateBegin?: string; dateUpdateEnd?: string; page?: number; pageSize?: number }) => Reply<{ result: Article[]; totalRow: number; totalPage: number }>>('POST cms:/{merchantId}/cms/news/list/v2')

/** A published article, bare; reading adds a view. */
export const cmsArticleDetail = /*#__PURE__*/ method<(id: number) => Reply<ArticleWithContent>>('GET api:/{subDomain}/cms/news/detail id')

/** A published article with its text; reading adds a view. */
export const cmsArticleDetailV2 = /*#__PURE__*/ method<(id: number, token?: string) => Reply<{ info: ArticleWithContent; extJson: Record<string, string | number | boolean | null> }>>('GET api:/{subDomain}/cms/news/detail/v2 id token')

/** A published article with its text; reading adds a view. */
export const cmsArticleDetailV3 = /*#__PURE__*/ method<(input: { id: number; token?: string }) => Reply<{ info: ArticleWithContent; extJson: Record<string, string | number | boolean | null> }>>('GET cms:/{merchantId}/cms/news/detail/v2')

/** The articles before and after one, in the order of the list. */
export const cmsArticlePreNext = /*#__PURE__*/ method<(id: number) => Reply<{ pre?: Article; next?: Article }>>('GET api:/{subDomain}/cms/news/preNext id')

/** The articles before and after one, in the order of the list. */
export const cmsArticlePreNextV2 = /*#__PURE__*/ method<(id: number) => Reply<{ pre?: Article; next?: Article }>>('GET cms:/{merchantId}/cms/news/preNext id')

/** Say whether an article was useful: one vote each, a second one replaces the first; `isCheck` only tries. */
export const cmsArticleUseless = /*#__PURE__*/ method<(input: { id: number; token: string; isUseful?: boolean; isCheck?: boolean }) => Reply<undefined>>('POST cms:/{merchantId}/cms/news/useful')

/** Who has voted for an article, the newest first. */
export const cmsArticleUsefulLogs = /*#__PURE__*/ method<(input: { id: number; page?: number; pageSize?: number }) => Reply<{ result: ArticleVote[]; totalRow: number; totalPage: number }>>('POST cms:/{merchantId}/cms/news/useful/logs')

/** The tags of published articles, the most used first. */
export const cmsTags = /*#__PURE__*/ method<() => Reply<ArticleTag[]>>('GET api:/{subDomain}/cms/tags/list')

/** A single page by its key: `about`, `agreement`, `privacy` or another that the shop keeper has written. */
export const cmsPage = /*#__PURE__*/ method<(key: string) => Reply<{ info: SitePage }>>('GET common:/{subDomain}/cms/page/info/v2 key')

/** Write to the shop; without a token anonymously. What is written is for its writer until the shop shows it. */
export const addComment = /*#__PURE__*/ method<(input: { token?: string; type?: 0 | 1 | 2 | 3; refId?: number; pid?: number; content: string; extJsonStr?: Record<string, string | number | boolean | null>; mobile?: string; pics?: string }) => Reply<{ id: number }>>('POST common:/{subDomain}/comment/add')

/** The caller's own, and those of others that the shop shows, as a bare list. */
export const commentList = /*#__PURE__*/ method<(input?: { token?: string; type?: 0 | 1 | 2 | 3; refId?: number; pid?: number; uid?: number; isReply?: boolean; status?: 0 | 1; st?: string; showExtJson?: boolean; page?: number; pageSize?: number }) => Reply<Comment[]>>('POST api:/{subDomain}/comment/list')

/** The caller's own, and those of others that the shop shows; the newest first. */
export const commentListV2 = /*#__PURE__*/ method<(input?: { token?: string; type?: 0 | 1 | 2 | 3; refId?: number; pid?: number; uid?: number; isReply?: boolean; status?: 0 | 1; st?: string; showExtJson?: boolean; page?: number; pageSize?: number }) => Reply<{ result: Comment[]; totalRow: number; totalPage: number; extJsonMap: Record<string, Record<string, string | number | boolean | null>> }>>('POST common:/{subDomain}/comment/list/v2')

/** Delete what one has written. */
export const delComment = /*#__PURE__*/ method<(input: { token: string; id: number }) => Reply<undefined>>('POST common:/{subDomain}/comment/del')

/** Ask for money back or another piece; with `calculate` only what could be asked for. */
export const refundApply = /*#__PURE__*/ method<(input: { token: string; orderId: number; orderGoodsId?: string; number?: number; type: 0 | 1 | 2; logisticsStatus?: 0 | 1; reason?: string; amount?: number; remark?: string; pic?: string; calculate?: boolean }) => Reply<RefundOffer>>('POST api:/{subDomain}/order/refundApply/apply')

/** What was asked for of an order or of one of its lines, the newest first. */
export const refundApplyDetail = /*#__PURE__*/ method<(token: string, orderId: number, orderGoodsId?: number) => Reply<RefundApply[]>>('GET api:/{subDomain}/order/refundApply/info token orderId orderGoodsId')

/** Take back what was asked for, while nothing was sent back or paid. */
export const refundApplyCancel = /*#__PURE__*/ method<(token: string, orderId: number, orderGoodsId?: number) => Reply<undefined>>('POST api:/{subDomain}/order/refundApply/cancel token orderId orderGoodsId')

/** Tell with what parcel the goods are sent back; may be corrected until they have come. */
export const refundApplySetBackLogistics = /*#__PURE__*/ method<(input: { token: string; orderId?: number; applyId: number; shipperName: string; trackingNumber: string }) => Reply<undefined>>('POST api:/{subDomain}/order/refundApply/setBackLogistics')

/** All after-sale of an order; without `orderId` all of the caller (ours), the newest first. */
export const orderRefunds = /*#__PURE__*/ method<(token: string, orderId?: number, page?: number, pageSize?: number) => Reply<RefundApply[]>>('GET api:/{subDomain}/order/refund token orderId page pageSize')

/** A mini-program code that opens a page with a scene; answers where the picture is. */
export const wxaQrcode = /*#__PURE__*/ method<(input: { token?: string; scene: string; page?: string; width?: number; autoColor?: boolean; is_hyaline?: boolean; postJsonString?: Record<string, string | number | boolean | null>; env_version?: 'release' | 'trial' | 'develop'; check_path?: boolean; expireHours?: number }) => Reply<string>>('POST oss:/{subDomain}/qrcode/wxa/unlimit')

/** A QR code of a text; answers where the picture is. */
export const commonQrcode = /*#__PURE__*/ method<(input: { content: string; width?: number; expireHours?: number }) => Reply<string>>('POST oss:/{subDomain}/qrcode/content')

/** Branches: the nearest first when the caller says where they are, else as the shop keeper has them. */
export const fetchShops = /*#__PURE__*/ method<(input?: { curlatitude?: number; curlongitude?: number; nameLike?: string; provinceId?: string; cityId?: string; districtId?: string; type?: string; page?: number; pageSize?: number }) => Reply<Branch[]>>('POST api:/{subDomain}/shop/subshop/list')

/** One branch. */
export const shopSubdetail = /*#__PURE__*/ method<(id: number) => Reply<{ info: Branch; extJson: Record<string, string | number | boolean | null> }>>('GET api:/{subDomain}/shop/subshop/detail/v2 id')

/** Where goods can be fetched: the branches that hand out. */
export const pickPoints = /*#__PURE__*/ method<(input?: { shopIds?: string; page?: number; pageSize?: number }) => Reply<{ result: Branch[]; totalRow: number; totalPage: number }>>('POST common:/{subDomain}/shop/subshop/pickPoints')

/** Ask for an invoice: of an order once, or of an amount; without `tfn` it is made out to a person. */
export const invoiceApply = /*#__PURE__*/ method<(input: { token: string; comName: string; tfn?: string; amount?: number; consumption?: string; email?: string; address?: string; bank?: string; remark?: string; orderId?: number; extJsonStr?: Record<string, string | number | boolean | null> }) => Reply<{ id: number }>>('POST common:/{subDomain}/invoice/apply')

/** The caller's invoices, the newest first; with `orderId` (ours) those of an order. */
export const invoiceList = /*#__PURE__*/ method<(input: { token: string; orderId?: number; page?: number; pageSize?: number }) => Reply<{ result: Invoice[]; totalRow: number; totalPage: number }>>('POST common:/{subDomain}/invoice/list')

/** One invoice of the caller. */
export const invoiceDetail = /*#__PURE__*/ method<(token: string, id: number) => Reply<Invoice>>('GET common:/{subDomain}/invoice/info token id')

/** The templates that the shop sends, by event, and how many messages of each the shopper has asked for. */
export const wxTemplateNumberList = /*#__PURE__*/ method<(token: string) => Reply<MessageTemplate[]>>('GET common:/{subDomain}/wxTemplateNumber/list token')

/** The shopper allowed WeChat to bring one message of each of these templates. */
export const wxTemplateNumberSubscribe = /*#__PURE__*/ method<(input: { token: string; templateIds: string }) => Reply<undefined>>('POST common:/{subDomain}/wxTemplateNumber/subscribe')

/** What clients of the former template messages collected. WeChat has ended them, so nothing is kept: consent is asked for by wxTemplateNumberSubscribe. */
export const addTempleMsgFormid = /*#__PURE__*/ method<(token: string, type: 'form' | 'pay', formId: string) => Reply<undefined>>('POST api:/{subDomain}/template-msg/wxa/formId token type formId')

/** The shopper wants one message of a template of the shop, which is sent when what it tells of happens; the words are the shop’s. Another template is refused with 700, and so is one to be sent at once. */
export const sendTempleMsg = /*#__PURE__*/ method<(input: { token: string; template_id: string; module?: string; business_id?: string; trigger?: string; type?: string; url?: string; postJsonString?: Record<string, string | number | boolean | null> }) => Reply<undefined>>('POST api:/{subDomain}/template-msg/put')

/** The terms of bargains for some goods; without goods those the caller takes part in, for a guest all that run (ours). */
export const kanjiaSet = /*#__PURE__*/ method<(goodsId?: string, token?: string) => Reply<BargainSet[]>>('GET api:/{subDomain}/shop/goods/kanjia/set/v2 goodsId token')

/** Start a bargain; a repeat answers the one that was started. */
export const kanjiaJoin = /*#__PURE__*/ method<(token: string, kjid: number) => Reply<Bargain>>('POST api:/{subDomain}/shop/goods/kanjia/join token kjid')

/** The caller's own bargain. */
export const kanjiaMyJoinInfo = /*#__PURE__*/ method<(token: string, kjid: number) => Reply<Bargain>>('GET api:/{subDomain}/shop/goods/kanjia/my token kjid')

/** Give the caller's bargain up, with all its cuts; it can be started anew. */
export const kanjiaClear = /*#__PURE__*/ method<(token: string, kjid: number) => Reply<undefined>>('POST api:/{subDomain}/shop/goods/kanjia/clear token kjid')

/** One shopper's bargain, with all who have helped, the latest first. */
export const kanjiaDetail = /*#__PURE__*/ method<(kjid: number, joiner: number) => Reply<{ kanjiaInfo: Bargain; joiner: { uid: number; nick: string; avatarUrl: string }; helps: BargainHelp[] }>>('GET api:/{subDomain}/shop/goods/kanjia/info kjid joiner')

/** Cut the price of a bargain, once each; a repeat answers the first cut. */
export const kanjiaHelp = /*#__PURE__*/ method<(token: string, kjid: number, joinerUser: number, remark?: string) => Reply<{ cutPrice: number; goodsId: number; remark: string; uid: number; dateAdd: string }>>('POST api:/{subDomain}/shop/goods/kanjia/help token kjid joinerUser remark')

/** What the caller has cut off a friend's price. */
export const kanjiaHelpDetail = /*#__PURE__*/ method<(token: string, kjid: number, joinerUser: number) => Reply<{ cutPrice: number; goodsId: number; remark: string; uid: number; dateAdd: string }>>('GET api:/{subDomain}/shop/goods/kanjia/myHelp token kjid joinerUser')

/** Coupons that shoppers may fetch; with a token, whether the caller still may. `refId`: those that fit a product. */
export const coupons = /*#__PURE__*/ method<(input?: { token?: string; refId?: number; type?: string; ids?: string }) => Reply<CouponRule[]>>('GET common:/{subDomain}/discounts/coupons')

/** One kind of coupon, with what it may be used for. */
export const couponDetail = /*#__PURE__*/ method<(id: number) => Reply<CouponDetail>>('GET common:/{subDomain}/discounts/detail id')

/** Fetch a coupon; `detect` only says whether one could. 700: no luck this time. */
export const fetchCoupons = /*#__PURE__*/ method<(input: { token: string; id: number; pwd?: string; detect?: boolean }) => Reply<Coupon>>('POST common:/{subDomain}/discounts/fetch')

/** The caller's coupons; a bare list. `consumAmount`: those whose threshold it reaches. */
export const myCoupons = /*#__PURE__*/ method<(input: { token: string; status?: string; consumAmount?: number }) => Reply<Coupon[]>>('GET common:/{subDomain}/discounts/my')

/** How many of the caller's coupons stand in each state. */
export const couponStatistics = /*#__PURE__*/ method<(token: string) => Reply<{ canUse: number; used: number; expired: number; invalid: number }>>('GET common:/{subDomain}/discounts/statistics token')

/** Which coupons can be merged into which. */
export const mergeCouponsRules = /*#__PURE__*/ method<() => Reply<CouponMerge[]>>('GET common:/{subDomain}/discounts/merge/list')

/** Merge coupons of the caller: those named go, the outcome comes. */
export const mergeCoupons = /*#__PURE__*/ method<(input: { token: string; mergeId: number; couponIds: string }) => Reply<Coupon[]>>('POST common:/{subDomain}/discounts/merge')

/** Give a coupon to a shopper who is known by id or mobile number. */
export const sendCoupons = /*#__PURE__*/ method<(input: { token: string; id: number; uid?: number; mobile?: string }) => Reply<undefined>>('POST common:/{subDomain}/discounts/send')

/** Offer a coupon to whoever is sent the answered `shareToken`; asked again, the same one is answered. */
export const couponsShareOpen = /*#__PURE__*/ method<(token: string, id: number) => Reply<{ id: number; shareToken: string }>>('POST common:/{subDomain}/discounts/share/open token id')

/** Take the offer back. */
export const couponsShareClose = /*#__PURE__*/ method<(token: string, id: number) => Reply<undefined>>('POST common:/{subDomain}/discounts/share/close token id')

/** Take a coupon that was offered; it is the first taker’s. */
export const couponsShareFetch = /*#__PURE__*/ method<(token: string, id: number, shareToken: string) => Reply<Coupon>>('POST common:/{subDomain}/discounts/share/fetch token id shareToken')

/** Turn a card number with its password into a coupon, once. */
export const exchangeCoupons = /*#__PURE__*/ method<(token: string, number: string, pwd: string, extJsonStr?: Record<string, string | number | boolean | null>) => Reply<Coupon>>('POST common:/{subDomain}/discounts/exchange token number pwd extJsonStr')

/** What brings score: flat, or for each full `money` yuan. */
export const scoreRules = /*#__PURE__*/ method<(input?: { code?: string }) => Reply<ScoreRule[]>>('POST api:/{subDomain}/score/send/rule')

/** What score is worth: money at the checkout and for the balance (type 0), growth (type 1). */
export const scoreDeductionRules = /*#__PURE__*/ method<(type?: 0 | 1) => Reply<ScoreDeduction[]>>('GET common:/{subDomain}/score/deduction/rules type')

/** Movements of the caller's score, the newest first. */
export const scoreLogs = /*#__PURE__*/ method<(input: { token: string; behavior?: 0 | 1; type?: number; remark?: string; dateAddBegin?: string; dateAddEnd?: string; page?: number; pageSize?: number }) => Reply<{ result: ScoreLog[]; totalRow: number; totalPage: number }>>('POST api:/{subDomain}/score/logs')

/** Turn a voucher into score, once; 700: wrong, or used. */
export const scoreExchange = /*#__PURE__*/ method<(token: string, number: string) => Reply<{ score: number; msg: string }>>('POST common:/{subDomain}/score/exchange token number')

/** Turn score into balance by the rules; answers the yuan gained. */
export const scoreExchangeCash = /*#__PURE__*/ method<(token: string, deductionScore: number) => Reply<number>>('POST common:/{subDomain}/score/exchange/cash token deductionScore')

/** Turn score into growth by the rules; answers the growth gained. */
export const exchangeScoreToGrowth = /*#__PURE__*/ method<(token: string, deductionScore: number) => Reply<number>>('POST api:/{subDomain}/growth/exchange token deductionScore')

/** Turn score into growth by the rules; answers the growth gained. */
export const exchangeScoreToGrowthV2 = /*#__PURE__*/ method<(input: { token: string; deductionScore: number }) => Reply<number>>('POST common:/{subDomain}/growthLog/exchange')

/** Movements of the caller's growth, the newest first. */
export const growthLogs = /*#__PURE__*/ method<(input: { token: string; behavior?: 0 | 1; type?: number; remark?: string; dateAddBegin?: string; dateAddEnd?: string; page?: number; pageSize?: number }) => Reply<{ result: GrowthLog[]; totalRow: number; totalPage: number }>>('POST api:/{subDomain}/growth/logs')

/** Movements of the caller's growth, the newest first. */
export const growthLogsV2 = /*#__PURE__*/ method<(input: { token: string; behavior?: 0 | 1; type?: number; remark?: string; dateAddBegin?: string; dateAddEnd?: string; page?: number; pageSize?: number }) => Reply<{ result: GrowthLog[]; totalRow: number; totalPage: number }>>('POST common:/{subDomain}/growthLog/logs')

/** Whoever opens a card in a WeChat group tells which group it was: the sharer is rewarded, once a group and day. */
export const shareGroupGetScore = /*#__PURE__*/ method<(code: string, referrer: number, encryptedData: string, iv: string) => Reply<{ score: number }>>('POST api:/{subDomain}/score/share/wxa/group code referrer encryptedData iv')

/** What signing in brings: from the `continuous`-th day in a row on, `score` a day. */
export const scoreSignRules = /*#__PURE__*/ method<() => Reply<SignRule[]>>('GET api:/{subDomain}/score/sign/rules')

/** Sign in for today, once a day in Beijing. */
export const scoreSign = /*#__PURE__*/ method<(token: string) => Reply<{ continuous: number; score: number }>>('POST api:/{subDomain}/score/sign token')

/** Whether the caller has signed in today, and for how many days in a row; 700: not yet. */
export const scoreTodaySignedInfo = /*#__PURE__*/ method<(token: string) => Reply<{ continuous: number; score: number }>>('GET api:/{subDomain}/score/today-signed token')

/** Days on which the caller signed in, the newest first. */
export const scoreSignLogs = /*#__PURE__*/ method<(input: { token: string; dateAddBegin?: string; dateAddEnd?: string; page?: number; pageSize?: number }) => Reply<{ result: SignLog[]; totalRow: number; totalPage: number }>>('POST api:/{subDomain}/score/sign/logs')

/** All levels, the lowest first. */
export const userLevelList = /*#__PURE__*/ method<(input?: { page?: number; pageSize?: number }) => Reply<{ result: MemberLevel[]; totalRow: number; totalPage: number }>>('POST common:/{subDomain}/user/level/list')

/** One level. */
export const userLevelDetail = /*#__PURE__*/ method<(id: number) => Reply<{ info: MemberLevel; extJson: Record<string, string | number | boolean | null> }>>('GET common:/{subDomain}/user/level/info id')

/** What a level costs for how long, the cheapest first. */
export const userLevelPrices = /*#__PURE__*/ method<(levelId: number) => Reply<LevelPrice[]>>('GET common:/{subDomain}/user/level/prices levelId')

/** Buy a level from the balance, or more time of the same; 20000: the balance is too small. */
export const userLevelBuy = /*#__PURE__*/ method<(token: string, userLevelPriceId: number, isAutoRenew?: boolean, remark?: string, idempotencyKey?: string) => Reply<{ levelId: number; levelExpire: string; orderNumber: string }>>('POST common:/{subDomain}/user/level/buy token userLevelPriceId isAutoRenew remark idempotencyKey')

/** What the caller has paid for levels, the newest first. */
export const userLevelBuyLogs = /*#__PURE__*/ method<(input: { token: string; page?: number; pageSize?: number }) => Reply<{ result: LevelBuy[]; totalRow: number; totalPage: number }>>('POST common:/{subDomain}/user/level/buyLogs')

/** How one becomes a distributor here, and what a distributor earns. */
export const fxSetting = /*#__PURE__*/ method<() => Reply<{ canApply: boolean; canBuy: boolean; price: number; levels: number[]; visitors: 0 | 1 | 2 }>>('GET common:/{subDomain}/saleDistribution/setting')

/** Ask to become a distributor; a repeat changes name and number while nobody has decided. */
export const fxApply = /*#__PURE__*/ method<(token: string, name: string, mobile: string) => Reply<undefined>>('POST api:/{subDomain}/saleDistribution/apply token name mobile')

/** Ask to become a distributor; a repeat changes name and number while nobody has decided. */
export const fxApplyV2 = /*#__PURE__*/ method<(input: { token: string; name: string; mobile: string }) => Reply<undefined>>('POST api:/{subDomain}/saleDistribution/apply/v2')

/** What became of asking; 700: never asked. */
export const fxApplyProgress = /*#__PURE__*/ method<(token: string) => Reply<{ status: 0 | 1 | 2; statusStr: string; remark: string; name: string; mobile: string; dateAdd: string }>>('GET api:/{subDomain}/saleDistribution/apply/progress token')

/** What became of asking; 700: never asked. */
export const fxApplyProgressV2 = /*#__PURE__*/ method<(input: { token: string }) => Reply<{ status: 0 | 1 | 2; statusStr: string; remark: string; name: string; mobile: string; dateAdd: string }>>('GET api:/{subDomain}/saleDistribution/apply/progress/v2')

/** Become a distributor at once, from the balance; answers what is left of it. 20000: it is too small. */
export const fxBuy = /*#__PURE__*/ method<(token: string) => Reply<{ balance: number }>>('POST api:/{subDomain}/saleDistribution/buy token')

/** Belong to a distributor from now on, once; `traceSeller`: to the one whom a friend belongs to. Whoever belongs to one already stays, unless the shop lets links win (`visitors` 2). */
export const bindSeller = /*#__PURE__*/ method<(input: { token: string; uid: number; traceSeller?: boolean }) => Reply<undefined>>('POST api:/{subDomain}/user/bindSeller')

/** Who belongs to the caller (level 1), and to whom those belong (level 2), the newest first. */
export const fxMembers = /*#__PURE__*/ method<(input: { token: string; level?: 1 | 2; uids?: string; dateAddBegin?: string; dateAddEnd?: string; statisticsDay?: string; page?: number; pageSize?: number }) => Reply<{ result: FxMember[]; totalRow: number; totalPage: number; userCashMap: Record<string, { totalPayAmount: number; totalPayNumber: number; totleConsumed: number }>; statisticsCommisionMap: Record<string, { saleroom: number; numberOrder: number }> }>>('POST api:/{subDomain}/saleDistribution/members')

/** How many belong to the caller. */
export const fxMembersStatistics = /*#__PURE__*/ method<(token: string) => Reply<{ totleFans: number; totleFansLevel1: number; totleFansLevel2: number; totleChildFxs: number; totleChildFxsLevel1: number; totleChildFxsLevel2: number }>>('GET api:/{subDomain}/saleDistribution/members/statistics token')

/** The caller's commission, a line of an order each, the newest first; what was given back is gone from it. Levels 1 to 3 are those of distributors, 4 is what a leader earns by the team, 5 a partner. */
export const fxCommisionLog = /*#__PURE__*/ method<(input: { token: string; isSettlement?: boolean; level?: number; unit?: 0 | 1; uids?: string; dateAddBegin?: string; dateAddEnd?: string; page?: number; pageSize?: number }) => Reply<{ result: Commission[]; totalRow: number; totalPage: number; orderList: CommissionOrder[]; goodsMap: Record<string, Array<{ goodsName: string; pic: string; number: number; amountSingle: number; commisionRecord: { bili: number; money: number; isSettlement: boolean; unit: 0 | 1; uids: number } }>>; aggregate: { sumCommision: number; sumUnsettled: number } }>>('POST api:/{subDomain}/saleDistribution/commision/log')

/** The caller's commission that is not settled yet. */
export const fxCommisionFreezeAmount = /*#__PURE__*/ method<(token: string) => Reply<number>>('GET api:/{subDomain}/saleDistribution/commission/freeze token')

/** Goods by which a distributor earns something; `commission` tells how much. */
export const fxGoods = /*#__PURE__*/ method<(input?: { token?: string; categoryId?: number; k?: string; page?: number; pageSize?: number }) => Reply<{ result: Goods[]; totalRow: number; totalPage: number }>>('POST api:/{subDomain}/saleDistribution/goods')

/** The caller's commission and what it came from, for each of `days`: 0 for all time, 2026, 202601 or 20260131. */
export const fxMyCommisionStatistics = /*#__PURE__*/ method<(token: string, days: string) => Reply<CommissionDay[]>>('GET common:/{subDomain}/saleDistribution/my/commision token days')

/** Distributors by what was bought through them; 700 unless the shop has set `statistics_saleroom_open` to 1. */
export const fxSaleroomRankTotal = /*#__PURE__*/ method<(page?: number, pageSize?: number) => Reply<{ result: SellerRank[]; totalRow: number; totalPage: number }>>('GET api:/{subDomain}/saleDistribution/sale-room-rank/total page pageSize')

/** The same for one day, 20260131 or 2026-01-31; today when absent. */
export const fxSaleroomRankDaily = /*#__PURE__*/ method<(page?: number, pageSize?: number, day?: string) => Reply<{ result: SellerRank[]; totalRow: number; totalPage: number }>>('GET common:/{subDomain}/saleDistribution/sale-room-rank/daily page pageSize day')

/** What leaders and partners earn, and what it costs a member to become a leader. */
export const partnerSetting = /*#__PURE__*/ method<() => Reply<{ isOpen: boolean; pPartner: number; pLeader: number; priceLeader: number; leaderUserLevelId?: number; memberUserLevelId?: number }>>('GET common:/{subDomain}/partner/setting')

/** Join the team of the leader `uid`, and get the level of its members where the shop says so; once, until that leader is none any more. */
export const partnerBindTeamLeader = /*#__PURE__*/ method<(token: string, uid: number) => Reply<undefined>>('POST common:/{subDomain}/partner/bindTeamLeader token uid')

/** A leader comes below the partner `uid`, once, until that partner is none any more. */
export const bindPartner = /*#__PURE__*/ method<(token: string, uid: number) => Reply<undefined>>('POST common:/{subDomain}/user/bindPartner token uid')

/** A member becomes a leader at once, from the balance, below the partner of their leader; answers what is left of it. 20000: it is too small. */
export const partnerBuyTeamLeader = /*#__PURE__*/ method<(token: string) => Reply<{ balance: number }>>('POST common:/{subDomain}/partner/buy token')

/** How many leaders a partner has, and how many members there are in the caller's team or in all teams of theirs. */
export const partnerMembersStatistics = /*#__PURE__*/ method<(token: string) => Reply<{ leaders: number; members: number }>>('GET common:/{subDomain}/partner/members/statistics token')

/** Who is below the caller, the newest first: leaders of a partner (1), or members (2). */
export const partnerMembers = /*#__PURE__*/ method<(input: { token: string; type?: 1 | 2; page?: number; pageSize?: number }) => Reply<{ result: PartnerMember[]; totalRow: number; totalPage: number; statisticsCommisionMap: Record<string, { amount: number; number: number; commision: number }> }>>('POST common:/{subDomain}/partner/members')

/** Ask for money out of the balance; it stands frozen until the shop keeper has decided and it has arrived. */
export const withDrawApplyV2 = /*#__PURE__*/ method<(input: { token: string; money: number; pwd?: string; name?: string; bankName?: string; bankBranch?: string; bankCardNumber?: string; idempotencyKey?: string }) => Reply<Withdrawal>>('POST api:/{subDomain}/user/withDraw/apply')

/** Ask for money out of the balance; it stands frozen until the shop keeper has decided and it has arrived. */
export const withDrawApply = /*#__PURE__*/ method<(token: string, money: number) => Reply<Withdrawal>>('POST api:/{subDomain}/user/withDraw/apply token money')

/** Ask for money out of the balance; it stands frozen until the shop keeper has decided and it has arrived. */
export const withDrawApplyV3 = /*#__PURE__*/ method<(input: { token: string; money: number; pwd?: string; name?: string; bankName?: string; bankBranch?: string; bankCardNumber?: string; idempotencyKey?: string }) => Reply<Withdrawal>>('POST common:/{subDomain}/user/withdrawal/apply')

/** The caller's withdrawals, the newest first. */
export const withDrawLogs = /*#__PURE__*/ method<(input: { token: string; page?: number; pageSize?: number }) => Reply<Withdrawal[]>>('POST api:/{subDomain}/user/withDraw/list')

/** The same with totals. */
export const withDrawLogsV2 = /*#__PURE__*/ method<(input: { token: string; page?: number; pageSize?: number }) => Reply<{ result: Withdrawal[]; totalRow: number; totalPage: number }>>('POST common:/{subDomain}/user/withdrawal/list')

/** One withdrawal of the caller; `packageInfo` is what WeChat opens while it waits for the receiver. */
export const withDrawDetail = /*#__PURE__*/ method<(token: string, id: number) => Reply<Withdrawal>>('GET api:/{subDomain}/user/withDraw/detail token id')

/** One withdrawal of the caller; `packageInfo` is what WeChat opens while it waits for the receiver. */
export const withDrawDetailV2 = /*#__PURE__*/ method<(input: { token: string; id: number }) => Reply<Withdrawal>>('GET common:/{subDomain}/user/withdrawal/detail')

/** The least that can be withdrawn, and from how much on a name is needed. */
export const withDrawSetting = /*#__PURE__*/ method<() => Reply<{ minMoney: number; nameFrom: number }>>('GET api:/{subDomain}/user/withDraw/setting')

/** The least that can be withdrawn, and from how much on a name is needed. */
export const withDrawSettingV2 = /*#__PURE__*/ method<() => Reply<{ minMoney: number; nameFrom: number }>>('GET common:/{subDomain}/user/withdrawal/setting')

/** Leave a deposit from the balance; 40000: the balance is too small, `data` is what is missing. */
export const payDeposit = /*#__PURE__*/ method<(input: { token: string; amount: number; refCode?: string; remark?: string; extJsonStr?: Record<string, string | number | boolean | null>; idempotencyKey?: string }) => Reply<Deposit>>('POST api:/{subDomain}/deposit/pay')

/** Leave a deposit from the balance; 40000: the balance is too small, `data` is what is missing. */
export const payDepositV2 = /*#__PURE__*/ method<(input: { token: string; amount: number; refCode?: string; remark?: string; extJsonStr?: Record<string, string | number | boolean | null>; idempotencyKey?: string }) => Reply<Deposit>>('POST common:/{subDomain}/deposit/pay')

/** The caller's deposits, the newest first. */
export const depositList = /*#__PURE__*/ method<(input: { token: string; status?: number; page?: number; pageSize?: number }) => Reply<{ result: Deposit[]; totalRow: number; totalPage: number }>>('POST api:/{subDomain}/deposit/list')

/** The caller's deposits, the newest first. */
export const depositListV2 = /*#__PURE__*/ method<(input: { token: string; status?: number; page?: number; pageSize?: number }) => Reply<{ result: Deposit[]; totalRow: number; totalPage: number }>>('POST common:/{subDomain}/deposit/list')

/** One deposit of the caller. */
export const depositInfo = /*#__PURE__*/ method<(token: string, id: number) => Reply<Deposit>>('GET api:/{subDomain}/deposit/info token id')

/** One deposit of the caller. */
export const depositInfoV2 = /*#__PURE__*/ method<(token: string, id: number) => Reply<Deposit>>('GET common:/{subDomain}/deposit/info token id')

/** Ask for a deposit back; it comes to the balance when the shop keeper agrees. A repeat changes nothing. */
export const depositBackApply = /*#__PURE__*/ method<(token: string, id: number) => Reply<undefined>>('POST api:/{subDomain}/deposit/back/apply token id')

/** Ask for a deposit back; it comes to the balance when the shop keeper agrees. A repeat changes nothing. */
export const depositBackApplyV2 = /*#__PURE__*/ method<(token: string, id: number) => Reply<undefined>>('POST common:/{subDomain}/deposit/back/apply token id')

/** What bills are reduced by: from `consume` on, `discounts` less; `loop`: for each full `consume`. */
export const payBillDiscounts = /*#__PURE__*/ method<() => Reply<BillDiscount[]>>('GET api:/{subDomain}/payBill/discounts')

/** Pay a bill from the balance; `calculate` only tells what it comes to. */
export const payBillV2 = /*#__PURE__*/ method<(input: { token: string; money: number; calculate?: boolean; pwd?: string; shopId?: number; idempotencyKey?: string }) => Reply<{ realMoney: number; discounts: number; orderNumber?: string }>>('POST api:/{subDomain}/payBill/pay')

/** Pay a bill from the balance; `calculate` only tells what it comes to. */
export const payBill = /*#__PURE__*/ method<(token: string, money: number, pwd?: string) => Reply<{ realMoney: number; discounts: number; orderNumber?: string }>>('POST api:/{subDomain}/payBill/pay token money pwd')

/** The terms of group buys of a product: how many people, how long, how money goes back. */
export const pingtuanSet = /*#__PURE__*/ method<(goodsId: number) => Reply<GroupTerms>>('GET common:/{subDomain}/shop/goods/pingtuan/set goodsId')

/** The terms of several products. */
export const pingtuanSets = /*#__PURE__*/ method<(goodsId: string) => Reply<GroupTerms[]>>('GET common:/{subDomain}/shop/goods/pingtuan/sets goodsId')

/** The group that the shop keeps open for a product; anybody may join it. */
export const goodsDefaultPingtuan = /*#__PURE__*/ method<(goodsId: number) => Reply<Team>>('GET common:/{subDomain}/shop/goods/pingtuan/default goodsId')

/** Prices that fall as more is sold through groups; `reached` is the one that counts now (ours). */
export const pingtuanMultilevel = /*#__PURE__*/ method<(goodsId: number) => Reply<GroupPriceLevel[]>>('GET common:/{subDomain}/shop/goods/pingtuan/pingtuanMultilevel goodsId')

/** Open a group; others see it when its leader has paid. A repeat answers the one that still waits for that. */
export const pingtuanOpen = /*#__PURE__*/ method<(token: string, goodsId: number, extJsonStr?: Record<string, string | number | boolean | null>) => Reply<Team>>('POST common:/{subDomain}/shop/goods/pingtuan/open token goodsId extJsonStr')

/** One group. */
export const pingtuanTuanInfo = /*#__PURE__*/ method<(tuanId: number) => Reply<Team>>('GET common:/{subDomain}/shop/goods/pingtuan/tuanInfo tuanId')

/** Groups of a product whose leader has paid, those that end first before the others. */
export const pingtuanList = /*#__PURE__*/ method<(input: { goodsId: number; status?: 0 | 1 | 2; page?: number; pageSize?: number }) => Reply<{ result: Team[]; totalRow: number; totalPage: number }>>('POST common:/{subDomain}/shop/goods/pingtuan/list/v2')

/** Who have paid in a group, the leader first. */
export const pingtuanJoinUsers = /*#__PURE__*/ method<(tuanId: number) => Reply<TeamMember[]>>('GET common:/{subDomain}/shop/goods/pingtuan/joiner tuanId')

/** Groups that the caller has joined, the latest first. */
export const pingtuanMyJoined = /*#__PURE__*/ method<(input: { token: string; goodsId?: number; orderId?: number; pingtuanId?: number; tuanId?: number; page?: number; pageSize?: number }) => Reply<{ result: JoinedTeam[]; totalRow: number; totalPage: number }>>('POST common:/{subDomain}/shop/goods/pingtuan/my-join-list')
