import { fen } from '../../../contract/money'
import type { Guest } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { type ExtJson, readJson } from '../../json'
import type { LadderStep } from './offers'
import { type CategoryRow, categoryOf, freightOfTemplate, goodsOf, skuOf } from './rows'
import type { OrderField, Property } from './shapes'
import { findGoodsPage, isShown, listSkus, templateOf } from './store'

/** All that a product's own page shows. */
export async function goodsPage({ id }: { id: number }, { db, merchant }: Guest) {
  const row = orRefuse(await findGoodsPage(db, merchant.id, id), 'noData')
  if (!isShown(row)) throw new Refusal('noData')
  const skus = await listSkus(db, merchant.id, id)
  const properties = readJson<Property[]>(row.properties_json)
  const hasChoice = properties.length > 0
  return {
    basicInfo: goodsOf({ ...row, stock: skus.reduce((sum, { stock }) => sum + stock, 0) }),
    priceMultilevels: laddered(row.ladder_json),
    category: categoryIn(row),
    content: row.content,
    pics: readJson<string[]>(row.pics_json).map((pic, i) => ({ id: i + 1, goodsId: id, pic, userId: merchant.id })),
    logistics: freightIn(row, merchant.id),
    extJson: readJson<ExtJson>(row.ext_json),
    properties: hasChoice ? properties.map(propertyOf) : undefined,
    skuList: hasChoice ? skus.map(sku => skuOf(sku, row)) : undefined,
    subPics: hasChoice ? picturesOf(properties) : undefined,
    orderFields: readJson<OrderField[]>(row.order_fields_json),
  }
}

const laddered = (json: string) =>
  json === '[]' ? undefined : readJson<LadderStep[]>(json).map(({ number, priceFen }) => ({ number, price: priceFen }))

type Page = NonNullable<Awaited<ReturnType<typeof findGoodsPage>>>

const categoryIn = (row: Page) =>
  row.c_id === null
    ? undefined
    : categoryOf({
        merchant_id: row.merchant_id,
        id: row.c_id,
        pid: row.c_pid,
        level: row.c_level,
        name: row.c_name,
        key: row.c_key,
        type: row.c_type,
        icon: row.c_icon,
        is_used: row.c_is_used,
        paixu: row.c_paixu,
        created_at: row.c_created_at,
        updated_at: row.c_updated_at,
      } as CategoryRow)

const freightIn = (row: Page, merchantId: number) =>
  row.f_id === null
    ? undefined
    : freightOfTemplate(
        templateOf({
          id: row.f_id,
          name: row.f_name ?? '',
          fee_type: row.f_fee_type ?? 0,
          is_free: row.f_is_free ?? 0,
          free_from_fen: row.f_free_from_fen === null ? null : fen(row.f_free_from_fen),
          rules_json: row.f_rules_json ?? '[]',
          not_served_json: row.f_not_served_json ?? '[]',
        }),
        merchantId,
      )

const propertyOf = ({ id, name, values }: Property) => ({
  id,
  name,
  childsCurGoods: values.map(value => ({ id: value.id, name: value.name, propertyId: id })),
})

const picturesOf = (properties: readonly Property[]) =>
  properties.flatMap(({ values }) => values.flatMap(({ id, pic }) => (pic ? [{ optionValueId: id, pic }] : [])))
