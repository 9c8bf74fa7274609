/** The lines of an order request, met with the goods as they are now. One statement for all of them. */

import type { Input } from '../../../contract/index'
import { type Fen, fen } from '../../../contract/money'
import type { order } from '../../../contract/order'
import type { Db } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { readJson } from '../../json'
import { refusalFor } from '../cart/store'
import { type Addition, chosenAdditions } from '../goods/additions'
import { bookedFen, bookingsOf, bookingText, type OpenBooking, openingsFor } from '../goods/booking'
import { valuesOf } from '../goods/choice'
import type { FreightTemplate } from '../goods/freight'
import { offerOf } from '../goods/offers'
import type { AdditionGroup, OrderField, Property } from '../goods/shapes'
import { templateOf } from '../goods/store'
import type { PartName } from './parts'
import type { FilledField } from './rows'

export type OrderRequest = Input<typeof order.orderCreate>
type RequestLine = OrderRequest['goodsJsonStr'][number]

/** What a promotion makes of the price of one piece. */
export interface Deal {
  type: PartName
  unitFen: Fen
}

/** One line that can be bought, with all that pricing and the order need to know of it. */
export interface BasketLine {
  goodsId: number
  skuId: number
  shopId: number
  categoryId: number | null
  name: string
  pic: string
  picColor: string
  pairs: string
  /** `颜色：红色 尺寸：大` */
  property: string
  number: number
  /** Days or a time slot, where the product is sold by these; one piece costs what they cost together. */
  bookings: OpenBooking[]
  priceFen: Fen
  /** Of the cheapest choice. */
  lowestFen: Fen
  /** A price that takes the place of the member's. */
  deal?: Deal | undefined
  /** What everybody gets, when that is less than the member's. */
  offer?: Deal | undefined
  originalFen: Fen
  stock: number
  grams: number
  template: FreightTemplate | undefined
  additions: Addition[]
  /** What the product asks. */
  orderFields: OrderField[]
  /** What the shopper has told. */
  fields: FilledField[]
  hasLimitation: boolean
  supplyType: string
  supplyGoodsId: string
  supplyKind: number
  afterSale: string
}

/** Refuses goods that are gone, choices that do not exist, too few or too many, and fields left empty. */
export async function loadBasket(
  db: Db,
  merchantId: number,
  { goodsJsonStr, filterShopId, calculate }: OrderRequest,
  now: Date,
): Promise<BasketLine[]> {
  const wanted = merged(goodsJsonStr)
  const rows = await findRows(db, merchantId, wanted)
  const openings = await openingsFor(db, merchantId, rows, wanted, now)
  const lines: BasketLine[] = []
  for (const line of wanted) {
    const row = rows.find(one => one.goods_id === line.goodsId && one.pairs === (line.propertyChildIds ?? ''))
    if (!row) throw await refusalFor(db, merchantId, line.goodsId, line.propertyChildIds ?? '')
    if (filterShopId === undefined || row.shop_id === filterShopId) {
      const together = wanted.filter(({ goodsId }) => goodsId === line.goodsId)
      const pieces = together.reduce((sum, { number }) => sum + number, 0)
      const bookings = bookingsOf(row, line, openings)
      const offer = bookings.length ? undefined : offerOf(row, row.price_fen, pieces, now)
      lines.push({ ...lineOf(row, line, bookings, calculate === true), offer })
    }
  }
  if (lines.length === 0) throw new Refusal('orderEmpty')
  refuseShortStock(lines)
  return lines
}

/** The same choice with other additions is another line, and takes from the same stock. */
function refuseShortStock(lines: readonly BasketLine[]): void {
  const wanted = new Map<string, number>()
  for (const { key, number, what, stock } of lines.flatMap(takenFrom)) {
    const total = (wanted.get(key) ?? 0) + number
    wanted.set(key, total)
    if (total > stock) throw new Refusal('stockShort', stock === 0 ? `${what} 已售罄` : `${what} 库存只有 ${stock} 件`)
  }
}

/** The stock of a choice, or the places of the days that it is booked for. */
const takenFrom = ({ skuId, name, number, stock, bookings }: BasketLine) =>
  bookings.length
    ? bookings.map(booking => {
        const when = `${booking.day} ${booking.slot}`.trim()
        return { key: `${skuId} ${when}`, what: `${name} ${when}`, number, stock: booking.stock }
      })
    : [{ key: String(skuId), what: name, number, stock }]

/** The same choice twice is one line, so that stock is taken once. */
function merged(lines: readonly RequestLine[]): RequestLine[] {
  const byChoice = new Map<string, RequestLine>()
  for (const line of lines) {
    const { goodsId, propertyChildIds, goodsAdditionList, fields, days = [], goodsTimesDay, goodsTimesItem } = line
    const when = [days.toSorted(), goodsTimesDay, goodsTimesItem]
    const choice = JSON.stringify([goodsId, propertyChildIds, goodsAdditionList, fields, when])
    const known = byChoice.get(choice)
    byChoice.set(choice, known ? { ...known, number: known.number + line.number } : line)
  }
  return [...byChoice.values()]
}

const findRows = (db: Db, merchantId: number, lines: readonly RequestLine[]) =>
  db
    .selectFrom('goods')
    .innerJoin('skus', join =>
      join.onRef('skus.merchant_id', '=', 'goods.merchant_id').onRef('skus.goods_id', '=', 'goods.id'),
    )
    .leftJoin('freight_templates as freight', join =>
      join.onRef('freight.merchant_id', '=', 'goods.merchant_id').onRef('freight.id', '=', 'goods.freight_id'),
    )
    .select([
      'goods.id as goods_id',
      'goods.name',
      'goods.pic',
      'goods.pic_color',
      'goods.shop_id',
      'goods.category_id',
      'goods.min_buy',
      'goods.min_price_fen',
      'goods.miaosha_price_fen',
      'goods.miaosha_from',
      'goods.miaosha_until',
      'goods.ladder_json',
      'goods.has_limitation',
      'goods.booked_by',
    ])
    .select(['goods.properties_json', 'goods.additions_json', 'goods.order_fields_json', 'goods.after_sale'])
    .select(['goods.supply_type', 'goods.supply_goods_id', 'goods.supply_kind', 'goods.weight_gram as goods_gram'])
    .select([
      'skus.id as sku_id',
      'skus.pairs',
      'skus.price_fen',
      'skus.original_price_fen',
      'skus.stock',
      'skus.weight_gram',
      'skus.pic as sku_pic',
    ])
    .select([
      'freight.id as f_id',
      'freight.name as f_name',
      'freight.fee_type',
      'freight.is_free',
      'freight.free_from_fen',
      'freight.rules_json',
      'freight.not_served_json',
    ])
    .where('goods.merchant_id', '=', merchantId)
    .where('goods.status', '=', 0)
    .where(({ or, and, eb }) =>
      or(
        lines.map(line => and([eb('goods.id', '=', line.goodsId), eb('skus.pairs', '=', line.propertyChildIds ?? '')])),
      ),
    )
    .execute()

type Row = Awaited<ReturnType<typeof findRows>>[number]

function lineOf(row: Row, line: RequestLine, bookings: OpenBooking[], isTrial: boolean): BasketLine {
  if (line.number < row.min_buy) throw new Refusal('belowMinimum', `${row.name} ${row.min_buy} 件起购`)
  const properties = readJson<Property[]>(row.properties_json)
  const orderFields = readJson<OrderField[]>(row.order_fields_json)
  const values = valuesOf(properties, row.pairs)
  const ownPicture = properties
    .flatMap(one => one.values)
    .find(value => value.pic && values.some(one => one.optionValueId === value.id))
  return {
    goodsId: row.goods_id,
    skuId: row.sku_id,
    shopId: row.shop_id,
    categoryId: row.category_id,
    name: row.name,
    pic: row.sku_pic || ownPicture?.pic || row.pic,
    picColor: row.pic_color,
    pairs: row.pairs,
    property: [
      ...values.map(({ optionName, optionValueName }) => `${optionName}：${optionValueName}`),
      bookingText(bookings),
    ]
      .filter(Boolean)
      .join(' '),
    bookings,
    number: line.number,
    priceFen: bookings.length ? bookedFen(bookings) : row.price_fen,
    lowestFen: row.min_price_fen,
    originalFen: bookings.length ? bookedFen(bookings) : fen(row.original_price_fen),
    stock: row.stock,
    grams: row.weight_gram || row.goods_gram,
    template: templateIn(row),
    additions: chosenAdditions(readJson<AdditionGroup[]>(row.additions_json), line.goodsAdditionList ?? []),
    orderFields,
    fields: checkedFields(orderFields, line.fields ?? {}, isTrial),
    hasLimitation: row.has_limitation === 1,
    supplyType: row.supply_type,
    supplyGoodsId: row.supply_goods_id,
    supplyKind: row.supply_kind,
    afterSale: row.after_sale,
  }
}

const templateIn = (row: Row): FreightTemplate | undefined =>
  row.f_id === null
    ? undefined
    : templateOf({
        id: row.f_id,
        name: row.f_name ?? '',
        fee_type: row.fee_type ?? 0,
        is_free: row.is_free ?? 0,
        free_from_fen: row.free_from_fen,
        rules_json: row.rules_json ?? '[]',
        not_served_json: row.not_served_json ?? '[]',
      })

/** Only fields that the product asks for are kept. While the shopper still fills them in, nothing is missing. */
function checkedFields(asked: readonly OrderField[], given: Record<string, string>, isTrial: boolean): FilledField[] {
  const filled = asked.map(({ key, label }) => ({ key, label, value: (given[key] ?? '').trim() }))
  if (!isTrial) {
    for (const [i, field] of asked.entries()) refuseWrong(field, filled[i]?.value ?? '')
  }
  return filled.filter(({ value }) => value)
}

function refuseWrong({ label, required, pattern }: OrderField, value: string): void {
  if (required && !value) throw new Refusal('fieldRequired', `请填写${label}`)
  if (value && pattern && !new RegExp(pattern).test(value)) throw new Refusal('fieldRequired', `${label}格式不正确`)
}
