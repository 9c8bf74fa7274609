/** Rows of the catalogue as WXAPI spells them. */

import type { Selectable } from 'kysely'
import { atRate, type Fen, fen } from '../../../contract/money'
import type { CategoryTable, GoodsTable, SkuTable } from '../../db/tables'
import { readJson } from '../../json'
import { choicePrice } from './choice'
import type { FreightTemplate } from './freight'
import { BOOKED_BY, BY_WEIGHT, FEE_TYPES, type Property } from './shapes'

export type CategoryRow = Selectable<CategoryTable>
export type GoodsRow = Selectable<GoodsTable>
export type SkuRow = Selectable<SkuTable>
/** Without what only the product's own page needs. */
export type ListedGoods = Omit<
  GoodsRow,
  | 'content'
  | 'pics_json'
  | 'order_fields_json'
  | 'ext_json'
  | 'is_hidden'
  | 'supply_goods_id'
  | 'supply_kind'
  | 'owner_id'
  | 'ladder_json'
  | `fx_rate${1 | 2 | 3}_bp`
> & { stock: number; fx_bp: number }

export const categoryOf = (row: CategoryRow) => ({
  id: row.id,
  pid: row.pid,
  level: row.level,
  name: row.name,
  key: row.key,
  type: row.type,
  icon: row.icon,
  isUse: row.is_used === 1,
  paixu: row.paixu,
  userId: row.merchant_id,
  dateAdd: new Date(row.created_at),
  dateUpdate: new Date(row.updated_at),
})

const ZERO = fen(0)

export const goodsOf = (row: ListedGoods) => ({
  id: row.id,
  name: row.name,
  subName: row.sub_name,
  characteristic: row.characteristic,
  categoryId: row.category_id,
  shopId: row.shop_id,
  pic: row.pic,
  picColor: row.pic_color,
  minPrice: saleOr(row, row.min_price_fen),
  originalPrice: before(row, row.min_price_fen, row.original_price_fen),
  minScore: 0,
  stores: row.stock,
  unit: row.unit,
  tags: row.tags,
  weight: row.weight_gram / 1000,
  minBuyNumber: row.min_buy,
  logisticsId: row.freight_id ?? 0,
  supplyType: row.supply_type,
  propertyIds: propertyIds(row.properties_json),
  hasAddition: row.additions_json !== '[]',
  limitation: row.has_limitation === 1,
  recommendStatus: row.is_recommended,
  recommendStatusStr: row.is_recommended ? '推荐' : '普通',
  status: row.status,
  statusStr: row.status === 0 ? '上架' : '下架',
  paixu: row.paixu,
  views: row.views,
  numberFav: row.fav_count,
  numberOrders: row.order_count,
  numberSells: row.sold_count,
  numberReputation: row.review_count,
  numberGoodReputation: row.good_review_count,
  afterSale: row.after_sale,
  ...earnedBy(row),
  gotScore: 0,
  gotScoreType: 0,
  kanjia: row.kanjia_price_fen !== null,
  kanjiaPrice: row.kanjia_price_fen ?? ZERO,
  pingtuan: row.pingtuan_price_fen !== null,
  pingtuanPrice: row.pingtuan_price_fen ?? ZERO,
  miaosha: row.miaosha_price_fen !== null,
  miaoshaPrice: row.miaosha_price_fen ?? undefined,
  dateStart: moment(row.miaosha_from),
  dateEnd: moment(row.miaosha_until),
  hasDayPrice: row.booked_by === BOOKED_BY.days || undefined,
  hasGoodsTimes: row.booked_by === BOOKED_BY.slots || undefined,
  barCode: row.bar_code,
  videoId: row.video_id ?? undefined,
  userId: row.merchant_id,
  dateAdd: new Date(row.created_at),
  dateUpdate: new Date(row.updated_at),
})

/** By one piece at the price that lists show, for the nearest distributor; clients read type 2 as money. */
const earnedBy = (row: ListedGoods) => {
  const commission = atRate(saleOr(row, row.min_price_fen), row.fx_bp)
  return { commission, commissionType: commission > 0 ? 2 : 0 }
}

/** `,1,2,`: clients look whether it is empty before they open the choice of properties. */
const propertyIds = (json: string): string =>
  json === '[]'
    ? ''
    : `,${readJson<Property[]>(json)
        .map(({ id }) => id)
        .join(',')},`

/** `goods`: what all its choices share. */
export const skuOf = (row: SkuRow, goods: Offered) => ({
  id: row.id,
  propertyChildIds: row.pairs,
  price: saleOr(goods, row.price_fen),
  originalPrice: before(goods, row.price_fen, row.original_price_fen),
  pingtuanPrice: groupPriceOf(goods, row.price_fen),
  score: 0,
  stores: row.stock,
  weight: row.weight_gram / 1000,
  pic: row.pic || undefined,
})

type Offered = Pick<GoodsRow, 'pingtuan_price_fen' | 'min_price_fen' | 'miaosha_price_fen' | 'miaosha_on'>

/** What a choice costs while lists show a flash sale, and what it cost before. */
const saleOr = (goods: Omit<Offered, 'pingtuan_price_fen'>, priceFen: Fen): Fen =>
  goods.miaosha_on === 1 && goods.miaosha_price_fen !== null
    ? choicePrice(goods.miaosha_price_fen, priceFen, goods.min_price_fen)
    : priceFen
const before = ({ miaosha_on }: Pick<Offered, 'miaosha_on'>, priceFen: Fen, originalFen: Fen): Fen =>
  miaosha_on === 1 ? fen(Math.max(priceFen, originalFen)) : originalFen

const moment = (at: number | null) => (at === null ? undefined : new Date(at))

/** What a choice costs in a group; nothing where there are no groups. */
export const groupPriceOf = ({ pingtuan_price_fen, min_price_fen }: Offered, priceFen: Fen): Fen =>
  pingtuan_price_fen === null ? ZERO : choicePrice(pingtuan_price_fen, priceFen, min_price_fen)

export const freightOfTemplate = (
  { id, feeType, isFree, freeFromFen, rules }: FreightTemplate,
  merchantId: number,
) => ({
  id,
  isFree,
  feeType,
  feeTypeStr: FEE_TYPES[feeType] ?? '',
  freeFrom: freeFromFen ?? undefined,
  details: rules.map(rule => ({
    type: rule.type,
    regions: rule.regions,
    ...ruleOf(rule, feeType),
    userId: merchantId,
  })),
})

/** Weights travel in kilograms. */
export function ruleOf(rule: { first: number; firstFen: Fen; further: number; furtherFen: Fen }, feeType: number) {
  const scale = feeType === BY_WEIGHT ? 1000 : 1
  return {
    firstNumber: rule.first / scale,
    firstAmount: rule.firstFen,
    addNumber: rule.further / scale,
    addAmount: rule.furtherFen,
  }
}
