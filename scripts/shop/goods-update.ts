/** A product as it is, with what a file says of it: columns that a file does not have, and empty cells, change nothing. */
import { sortedPairs } from '../../contract/fields'
import type { Tx } from '../../server/db/database'
import type { GoodsDraft, SkuDraft } from '../../server/domains/goods/save'
import type { AdditionGroup, OrderField, Property } from '../../server/domains/goods/shapes'
import { findGoods } from '../../server/domains/goods/store'
import { type ExtJson, readJson } from '../../server/json'
import type { ImportedGoods } from './goods-file'

type Row = NonNullable<Awaited<ReturnType<typeof findGoods>>>
type SkuRow = Awaited<ReturnType<typeof lockSkus>>[number]

export const newDraft = ({ draft }: ImportedGoods): GoodsDraft => ({
  ...draft,
  skus: draft.skus.map(sku => ({ ...sku, stock: sku.stock ?? 0 })),
})

/** Locks the choices of the product: pieces that are sold meanwhile must not come back. */
export async function updatedDraft(tx: Tx, merchantId: number, id: number, said: ImportedGoods): Promise<GoodsDraft> {
  const skus = await lockSkus(tx, merchantId, id)
  const row = await findGoods(tx, merchantId, id)
  if (!row) throw new Error(`goods ${id} went away`)
  const properties = withKnownIds(readJson<Property[]>(row.properties_json), said.draft.properties ?? [])
  return {
    ...draftOf(row),
    ...withoutGaps(said.draft),
    properties,
    skus: said.draft.skus.map(sku => ({ ...knownSku(skus, properties, sku.values), ...withoutGaps(sku) })),
  }
}

const lockSkus = (tx: Tx, merchantId: number, goodsId: number) =>
  tx
    .updateTable('skus')
    .set(({ ref }) => ({ position: ref('position') }))
    .where('merchant_id', '=', merchantId)
    .where('goods_id', '=', goodsId)
    .returning(['pairs', 'price_fen', 'original_price_fen', 'stock', 'weight_gram', 'pic'])
    .execute()

const draftOf = (row: Row): Omit<GoodsDraft, 'skus' | 'properties'> => ({
  name: row.name,
  subName: row.sub_name,
  characteristic: row.characteristic,
  categoryId: row.category_id,
  shopId: row.shop_id,
  pic: row.pic,
  picColor: row.pic_color,
  pics: readJson<string[]>(row.pics_json),
  content: row.content,
  originalFen: row.original_price_fen,
  unit: row.unit,
  tags: row.tags,
  weightGram: row.weight_gram,
  minBuy: row.min_buy,
  freightId: row.freight_id,
  barCode: row.bar_code,
  afterSale: row.after_sale,
  isRecommended: row.is_recommended === 1,
  isOnShelf: row.status === 0,
  isHidden: row.is_hidden === 1,
  paixu: row.paixu,
  ownerId: row.owner_id ?? undefined,
  additions: readJson<AdditionGroup[]>(row.additions_json),
  // Its rules stand in their own table and stay there; this only says that there are some.
  limitation: row.has_limitation ? { buyNumbers: 0, duration: 0, unit: 0 } : undefined,
  supply: row.supply_type
    ? {
        type: row.supply_type,
        goodsId: row.supply_goods_id,
        kind: row.supply_kind,
        fields: readJson<OrderField[]>(row.order_fields_json),
      }
    : undefined,
  ext: readJson<ExtJson>(row.ext_json),
})

/** Properties and values that the product knows, in its own order; then what is new in the file. */
function withKnownIds(known: readonly Property[], said: NonNullable<GoodsDraft['properties']>) {
  return said.map(({ name, values }) => {
    const property = known.find(one => one.name === name)
    const before = property?.values.filter(value => values.some(one => one.name === value.name)) ?? []
    const added = values.filter(value => !before.some(one => one.name === value.name))
    return { ...(property && { id: property.id }), name, values: [...before, ...added] }
  })
}

type KnownProperties = ReturnType<typeof withKnownIds>

function knownSku(skus: readonly SkuRow[], properties: KnownProperties, values: readonly string[]): SkuDraft {
  const pairs = sortedPairs(properties.map((property, i) => `${property.id}:${idOf(property, values[i])}`).join(','))
  const row = skus.find(sku => sku.pairs === pairs)
  return {
    values: [...values],
    priceFen: row?.price_fen ?? (0 as SkuDraft['priceFen']),
    originalFen: row?.original_price_fen,
    stock: row?.stock ?? 0,
    weightGram: row?.weight_gram,
    pic: row?.pic,
  }
}

const idOf = ({ values }: KnownProperties[number], name: string | undefined) =>
  values.map(value => value as { id?: number; name: string }).find(value => value.name === name)?.id

/** Without the fields that say nothing. */
const withoutGaps = <Value extends object>(value: Value): { [K in keyof Value]: Exclude<Value[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as never
