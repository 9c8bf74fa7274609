/** Writing goods: how the shop keeper's tools, the demo and shoppers who sell put a product into the catalogue. */
import { sortedPairs } from '../../../contract/fields'
import { type Fen, fen } from '../../../contract/money'
import { touch } from '../../cache'
import type { Tx } from '../../db/database'
import { type ExtJson, writeJson } from '../../json'
import type { AdditionGroup, OrderField, Property } from './shapes'

export interface SkuDraft {
  /** One value name for each property, in their order; none for goods without a choice. */
  values: string[]
  priceFen: Fen
  originalFen?: Fen | undefined
  stock: number
  weightGram?: number | undefined
  pic?: string | undefined
}

export interface GoodsDraft {
  name: string
  subName?: string | undefined
  characteristic?: string | undefined
  categoryId?: number | undefined
  /** The branch that sells it; 0 is the shop itself. */
  shopId?: number | undefined
  pic?: string | undefined
  picColor?: string | undefined
  pics?: string[] | undefined
  content?: string | undefined
  originalFen?: Fen | undefined
  unit?: string | undefined
  tags?: string | undefined
  weightGram?: number | undefined
  minBuy?: number | undefined
  freightId?: number | null | undefined
  barCode?: string | undefined
  afterSale?: string | undefined
  isRecommended?: boolean | undefined
  isOnShelf?: boolean | undefined
  isHidden?: boolean | undefined
  paixu?: number | undefined
  ownerId?: number | undefined
  /** Ids are those that the product has already; what is new has none. */
  properties?:
    | { id?: number; name: string; values: { id?: number; name: string; pic?: string | undefined }[] }[]
    | undefined
  skus: SkuDraft[]
  additions?:
    | { name: string; required: boolean; several: boolean; items: { name: string; priceFen: Fen }[] }[]
    | undefined
  limitation?: { buyNumbers: number; duration: number; unit: number; levelId?: number | undefined } | undefined
  supply?: { type: string; goodsId: string; kind: number; fields: OrderField[] } | undefined
  ext?: ExtJson | undefined
}

/** Inserts a product with its choices. Throws when a choice names an unknown property value. */
export async function insertGoods(tx: Tx, merchantId: number, draft: GoodsDraft, now: Date): Promise<number> {
  const properties = withIds(draft.properties ?? [])
  const { id } = await tx
    .insertInto('goods')
    .values({ merchant_id: merchantId, ...columnsOf(draft, properties, now), created_at: now.getTime() })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('skus')
    .values(skuRows(merchantId, id, draft, properties))
    .execute()
  if (draft.limitation) {
    const { buyNumbers, duration, unit, levelId = 0 } = draft.limitation
    await tx
      .insertInto('limitations')
      .values({ merchant_id: merchantId, goods_id: id, level_id: levelId, buy_numbers: buyNumbers, duration, unit })
      .execute()
  }
  touch(tx, merchantId, 'catalogue', [id])
  return id
}

/** Rewrites a product and its choices. Choices that stay keep their number, so carts and orders still find them. */
export async function updateGoods(tx: Tx, merchantId: number, id: number, draft: GoodsDraft, now: Date): Promise<void> {
  const properties = withIds(draft.properties ?? [])
  await tx
    .updateTable('goods')
    .set(columnsOf(draft, properties, now))
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .execute()
  const rows = skuRows(merchantId, id, draft, properties)
  await tx
    .deleteFrom('skus')
    .where('merchant_id', '=', merchantId)
    .where('goods_id', '=', id)
    .where(
      'pairs',
      'not in',
      rows.map(({ pairs }) => pairs),
    )
    .execute()
  for (const { merchant_id, goods_id, pairs, ...change } of rows) {
    await tx
      .insertInto('skus')
      .values({ merchant_id, goods_id, pairs, ...change })
      .onConflict(conflict => conflict.columns(['merchant_id', 'goods_id', 'pairs']).doUpdateSet(change))
      .execute()
  }
  touch(tx, merchantId, 'catalogue', [id])
}

const columnsOf = (draft: GoodsDraft, properties: readonly Property[], now: Date) => {
  const {
    subName = '',
    characteristic = '',
    categoryId = 0,
    shopId = 0,
    pic = '',
    picColor = '',
    pics = pic ? [pic] : [],
    content = '',
  } = draft
  const {
    originalFen = fen(0),
    unit = '',
    tags = '',
    weightGram = 0,
    minBuy = 1,
    freightId = null,
    barCode = '',
    afterSale = '',
  } = draft
  const {
    isRecommended = false,
    isOnShelf = true,
    isHidden = false,
    paixu = 0,
    additions = [],
    ext = {},
    ownerId = null,
  } = draft
  const { type = '', goodsId = '', kind = 0, fields = [] } = draft.supply ?? {}
  return {
    name: draft.name,
    sub_name: subName,
    characteristic,
    category_id: categoryId,
    shop_id: shopId,
    pic,
    pic_color: picColor,
    pics_json: writeJson(pics),
    content,
    min_price_fen: fen(Math.min(...draft.skus.map(({ priceFen }) => priceFen))),
    original_price_fen: originalFen,
    unit,
    tags,
    weight_gram: weightGram,
    min_buy: minBuy,
    freight_id: freightId,
    supply_type: type,
    supply_goods_id: goodsId,
    supply_kind: kind,
    order_fields_json: writeJson(fields),
    properties_json: writeJson(properties),
    additions_json: writeJson(additionsWithIds(additions)),
    has_limitation: draft.limitation ? 1 : 0,
    after_sale: afterSale,
    is_recommended: Number(isRecommended),
    status: isOnShelf ? 0 : 1,
    is_hidden: Number(isHidden),
    paixu,
    bar_code: barCode,
    ext_json: writeJson(ext),
    owner_id: ownerId,
    updated_at: now.getTime(),
  }
}

/** Ids that a product has stay, so that carts and orders still mean the same choice. New ones count on from the highest. */
function withIds(properties: NonNullable<GoodsDraft['properties']>): Property[] {
  let propertyId = Math.max(0, ...properties.map(({ id = 0 }) => id))
  let valueId = Math.max(0, ...properties.flatMap(({ values }) => values.map(({ id = 0 }) => id)))
  return properties.map(({ id, name, values }) => ({
    id: id ?? ++propertyId,
    name,
    values: values.map(value => ({ ...value, id: value.id ?? ++valueId })),
  }))
}

function additionsWithIds(groups: NonNullable<GoodsDraft['additions']>): AdditionGroup[] {
  let itemId = 0
  return groups.map((group, i) => ({
    ...group,
    id: i + 1,
    items: group.items.map(item => {
      itemId += 1
      return { id: itemId, ...item }
    }),
  }))
}

const skuRows = (merchantId: number, goodsId: number, draft: GoodsDraft, properties: readonly Property[]) =>
  draft.skus.map((sku, position) => ({
    merchant_id: merchantId,
    goods_id: goodsId,
    pairs: sortedPairs(sku.values.map((value, i) => pairOf(properties[i], value)).join(',')),
    price_fen: sku.priceFen,
    original_price_fen: sku.originalFen ?? draft.originalFen ?? fen(0),
    stock: sku.stock,
    weight_gram: sku.weightGram ?? draft.weightGram ?? 0,
    pic: sku.pic ?? '',
    position,
  }))

function pairOf(property: Property | undefined, name: string): string {
  const value = property?.values.find(one => one.name === name)
  if (!property || !value) throw new Error(`no property has the value "${name}"`)
  return `${property.id}:${value.id}`
}
