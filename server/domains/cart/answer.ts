import { atRate, type Fen, fen } from '../../../contract/money'
import type { Merchant } from '../../http/handlers'
import { readJson } from '../../json'
import { type Addition, additionAnswers, additionsFen, additionsNow } from '../goods/additions'
import { bookedFen, bookingAnswer } from '../goods/booking'
import { type ChosenValue, valuesOf } from '../goods/choice'
import { offerOf } from '../goods/offers'
import type { AdditionGroup, Property } from '../goods/shapes'
import type { BranchRow } from '../subshop/store'
import type { Booked } from './booked'
import type { CartRow } from './store'

/** The cart as it is answered: prices and stock of this moment, what cannot be bought marked. */
export function cartAnswer(
  rows: readonly CartRow[],
  rebateBp: number,
  merchant: Merchant,
  { branches, booked }: { branches: readonly BranchRow[]; booked: (row: CartRow) => Booked | undefined },
  now: Date,
) {
  const items = rows.map(row => lineOf(row, booked(row), rebateBp, now))
  const buyable = items.filter(item => item.selected && isBuyable(item))
  const shops = new Set(items.map(({ shopId }) => shopId))
  return {
    number: pieces(items),
    price: total(items),
    score: 0,
    selectedNumber: pieces(buyable),
    selectedPrice: total(buyable),
    items,
    shopList: [...shops].map(id => ({ id, name: branches.find(branch => branch.id === id)?.name ?? merchant.name })),
  }
}

type Line = ReturnType<typeof lineOf>

const isBuyable = ({ status, stores, minBuyNumber }: Line) => status === 0 && stores >= Math.max(1, minBuyNumber)

const pieces = (lines: readonly Line[]) => lines.reduce((sum, { number }) => sum + number, 0)
const total = (lines: readonly Line[]): Fen => fen(lines.reduce((sum, { number, price }) => sum + number * price, 0))

/** The member's price, or what everybody gets when that is less. */
function pieceOf(row: CartRow, booked: Booked | undefined, rebateBp: number, now: Date): Fen {
  if (booked) return atRate(bookedFen(booked.bookings), rebateBp)
  const priceFen = fen(row.price_fen ?? 0)
  const member = atRate(priceFen, rebateBp)
  const { min_price_fen, ladder_json } = row
  if (min_price_fen === null || ladder_json === null) return member
  const offer = offerOf({ ...row, min_price_fen, ladder_json }, priceFen, row.number, now)
  return fen(Math.min(member, offer?.unitFen ?? member))
}

function lineOf(row: CartRow, booked: Booked | undefined, rebateBp: number, now: Date) {
  const additions = additionsIn(row)
  const properties = readJson<Property[]>(row.properties_json ?? '[]')
  const values = valuesOf(properties, row.pairs ?? '')
  const stock = booked?.stock ?? row.stock ?? 0
  return {
    key: row.key,
    goodsId: row.goods_id,
    name: row.name ?? '商品已下架',
    pic: row.sku_pic || pictureOf(properties, values) || row.pic || '',
    picColor: row.pic_color ?? '',
    number: row.number,
    price: fen(pieceOf(row, booked, rebateBp, now) + additionsFen(additions.rows)),
    originalPrice: booked ? bookedFen(booked.bookings) : fen(row.original_price_fen ?? 0),
    score: 0,
    stores: stock,
    minBuyNumber: row.min_buy ?? 1,
    selected: row.is_selected === 1,
    ...stateOf(row, stock, additions.areOffered && (booked?.areOpen ?? true)),
    shopId: row.shop_id ?? 0,
    categoryId: row.category_id ?? 0,
    logisticsId: row.freight_id ?? 0,
    weight: (row.weight_gram ?? 0) / 1000,
    supplyType: row.supply_type ?? '',
    addedAt: row.created_at,
    propertyChildIds: row.pairs ? `${row.pairs},` : '',
    sku: values.length ? values : undefined,
    additions: additions.rows.length ? additionAnswers(additions.rows) : undefined,
    ...bookingAnswer(booked?.bookings ?? []),
  }
}

/** The chosen additions at the prices of now, or as they were chosen when one of them is offered no longer. */
function additionsIn({ additions_json, offered_json }: CartRow) {
  const chosen = readJson<Addition[]>(additions_json)
  const now = additionsNow(readJson<AdditionGroup[]>(offered_json ?? '[]'), chosen)
  return { rows: now ?? chosen, areOffered: now !== undefined }
}

/** Sold out is not gone: it may come back. */
function stateOf({ name, price_fen, status, min_buy }: CartRow, stock: number, isOffered: boolean) {
  const isGone = name === null || price_fen === null || status !== 0 || !isOffered
  const isSoldOut = stock < Math.max(1, min_buy ?? 1)
  return { status: isGone ? 1 : 0, statusStr: isGone ? '已失效' : isSoldOut ? '已售罄' : '正常' }
}

const pictureOf = (properties: readonly Property[], chosen: readonly ChosenValue[]) =>
  properties
    .flatMap(property => property.values)
    .find(({ id, pic }) => pic && chosen.some(({ optionValueId }) => optionValueId === id))?.pic
