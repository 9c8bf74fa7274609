/** What the demo shop is filled with. Prices are yuan; a picture is the name of a file in `pictures/` without `.svg`. */

export interface DemoCategory {
  key: string
  name: string
  picture: string
  parent?: string
}

export interface DemoProperty {
  name: string
  values: { name: string; picture?: string }[]
}

export interface DemoSku {
  /** One value per property, in the order of the properties. */
  values: string[]
  price: number
  originalPrice?: number
  stock: number
  weightGram?: number
  picture?: string
}

export interface DemoAdditionGroup {
  name: string
  required: boolean
  several: boolean
  items: { name: string; price: number }[]
}

/** What a buyer must fill in; `key` is the supplier's own name of the field. */
export interface DemoField {
  key: string
  label: string
  placeholder: string
  required: boolean
  pattern?: string
}

export interface DemoReview {
  /** Place in `reviewers`. */
  user: number
  /** 0 bad, 1 fair, 2 good; follows from the stars. */
  rating: 0 | 1 | 2
  stars: 1 | 2 | 3 | 4 | 5
  text: string
  pictures?: string[]
  daysAgo: number
  reply?: string
  property?: string
}

/** Sold by days, or by time slots, from the day on which the shop is made. */
export interface DemoBooking {
  days: number
  /** On each day, or in each slot. */
  places: number
  /** Yuan that Fridays and Saturdays cost more. */
  weekendMore: number
  slots?: string[]
  /** Days that are full, counted from the first. */
  full?: number[]
  /** About each so-manyth slot is full. */
  fullSlots?: number
}

export interface DemoGoods {
  key: string
  name: string
  subName?: string
  /** One line of introduction. */
  characteristic: string
  category: string
  picture: string
  gallery?: string[]
  /** Name of a file in `videos/` without `.mp4`. */
  video?: string
  /** Ground colour of the picture, shown until it has loaded. */
  ground: string
  /** With SKUs, the lowest of their prices. */
  price: number
  originalPrice?: number
  /** With SKUs, the sum of theirs. */
  stock: number
  unit?: string
  tags?: string[]
  weightGram?: number
  minBuy?: number
  /** Absent when it is sold as it is. */
  booking?: DemoBooking
  /** Key of a freight template; absent when nothing is shipped. */
  freight?: string
  /** Name of the branch that sells it; absent when the shop itself does. */
  branch?: string
  recommended?: boolean
  sold: number
  /** Tidy HTML; a picture is written `<img src="pic:name">`. */
  content: string
  properties?: DemoProperty[]
  skus?: DemoSku[]
  additions?: DemoAdditionGroup[]
  /** At most `buyNumbers` in `duration` days (0), months (1) or years (2). */
  limitation?: { buyNumbers: number; duration: number; unit: 0 | 1 | 2 }
  /** `kind` 0 delivers a card code, 1 tops up an account. */
  supply?: { type: 'weilian'; goodsId: string; kind: 0 | 1; fields?: DemoField[] }
  reviews?: DemoReview[]
  /** After-sale kinds allowed, as a comma list: 0 refund, 1 return, 2 exchange. */
  afterSale?: string
  extJson?: Record<string, string>
}

export interface DemoFreightRule {
  /** Twelve-digit region ids; empty means everywhere else. */
  regions: string[]
  /** Pieces, or kilograms when the template goes by weight. */
  firstNumber: number
  firstAmount: number
  addNumber: number
  addAmount: number
}

export interface DemoFreight {
  key: string
  name: string
  /** 0 by piece, 1 by weight. */
  feeType: 0 | 1
  isFree?: boolean
  freeFrom?: number
  rules: DemoFreightRule[]
  notServed?: string[]
}

export interface DemoBanner {
  picture: string
  /** May hold one line break. */
  title: string
  /** Small line above the title. */
  remark: string
  /** Text of the chip. */
  action: string
  goods?: string
  category?: string
  type: string
  /** The picture is dark, so the text on it is light. */
  dark: boolean
}

export interface DemoNotice {
  title: string
  content: string
  daysAgo: number
  top?: boolean
}

export interface DemoArticle {
  title: string
  category: string
  descript: string
  picture: string
  tags: string[]
  author: string
  recommended?: boolean
  daysAgo: number
  views: number
  /** Tidy HTML; a picture is written `<img src="pic:name">`. */
  content: string
}

/** `about` and the like. */
export interface DemoPage {
  key: string
  title: string
  content: string
}

export interface DemoReviewer {
  nick: string
  avatar: string
  province: string
  city: string
}

/** Where goods can be fetched. */
export interface DemoBranch {
  name: string
  address: string
  phone: string
  hours: string
  latitude: number
  longitude: number
}

export interface DemoRechargeRule {
  confine: number
  send: number
  loop: boolean
}

export interface DemoLevel {
  name: string
  level: number
  rebate: number
}

export interface DemoBargain {
  goods: string
  floor: number
  helpers: number
  quota: number
  days: number
  /** Who has started one and who has helped, as places in `reviewers`. */
  by?: number
  helped?: number[]
}

export interface DemoGroup {
  goods: string
  price: number
  people: number
  hours: number
  days: number
  /** Who have paid, the leader first. */
  joined: number[]
  levels?: { from: number; price: number }[]
}

export interface DemoPromotions {
  bargains: DemoBargain[]
  groups: DemoGroup[]
  sales: { goods: string; price: number; hours: number }[]
  ladders: { goods: string; steps: { number: number; off: number }[] }[]
}

export interface DemoCatalog {
  categories: DemoCategory[]
  goods: DemoGoods[]
  freights: DemoFreight[]
  banners: DemoBanner[]
  notices: DemoNotice[]
  articles: DemoArticle[]
  sitePages: DemoPage[]
  reviewers: DemoReviewer[]
  settings: Record<string, string>
  rechargeRules: DemoRechargeRule[]
  branches: DemoBranch[]
  levels: DemoLevel[]
  promotions: DemoPromotions
}
