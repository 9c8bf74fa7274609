/** Reading the catalogue. */
import type { Selectable } from 'kysely'
import type { Fen } from '../../../contract/money'
import type { Db } from '../../db/database'
import { type At, prepared } from '../../db/prepared'
import type { FreightTemplateTable } from '../../db/tables'
import { readJson } from '../../json'
import { nearestRate } from './commission'
import type { FreightTemplate } from './freight'
import type { CategoryRow, GoodsRow, SkuRow } from './rows'
import type { FreightRule } from './shapes'

export const listCategories = (db: Db, merchantId: number): Promise<CategoryRow[]> =>
  db
    .selectFrom('categories')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('is_used', '=', 1)
    .orderBy('paixu')
    .orderBy('id')
    .execute()

export const findCategory = (db: Db, merchantId: number, id: number): Promise<CategoryRow | undefined> =>
  db.selectFrom('categories').selectAll().where('merchant_id', '=', merchantId).where('id', '=', id).executeTakeFirst()

export const findGoods = (db: Db, merchantId: number, id: number): Promise<GoodsRow | undefined> =>
  db.selectFrom('goods').selectAll().where('merchant_id', '=', merchantId).where('id', '=', id).executeTakeFirst()

/** What is both off the shelf and hidden is no part of the catalogue: not approved yet, or taken back. */
export const isShown = ({ status, is_hidden }: Pick<GoodsRow, 'status' | 'is_hidden'>): boolean =>
  status === 0 || is_hidden === 0

/** A product that shoppers may know of. */
export async function findShownGoods(db: Db, merchantId: number, id: number): Promise<GoodsRow | undefined> {
  const row = await findGoods(db, merchantId, id)
  return row && isShown(row) ? row : undefined
}

/** A product with its category and freight, as its page shows them. */
export const findGoodsPage = async (db: Db, merchantId: number, id: number) =>
  (await goodsPages(db, { merchantId, id }))[0]

const goodsPages = prepared((db, at: At<{ merchantId: number; id: number }>) =>
  db
    .selectFrom('goods')
    .leftJoin('categories', join =>
      join.onRef('categories.merchant_id', '=', 'goods.merchant_id').onRef('categories.id', '=', 'goods.category_id'),
    )
    .leftJoin('freight_templates', join =>
      join
        .onRef('freight_templates.merchant_id', '=', 'goods.merchant_id')
        .onRef('freight_templates.id', '=', 'goods.freight_id'),
    )
    .selectAll('goods')
    .select(nearestRate)
    .select([
      'categories.id as c_id',
      'categories.pid as c_pid',
      'categories.level as c_level',
      'categories.name as c_name',
      'categories.key as c_key',
      'categories.type as c_type',
      'categories.icon as c_icon',
      'categories.is_used as c_is_used',
      'categories.paixu as c_paixu',
      'categories.created_at as c_created_at',
      'categories.updated_at as c_updated_at',
      'freight_templates.id as f_id',
      'freight_templates.name as f_name',
      'freight_templates.fee_type as f_fee_type',
      'freight_templates.is_free as f_is_free',
      'freight_templates.free_from_fen as f_free_from_fen',
      'freight_templates.rules_json as f_rules_json',
      'freight_templates.not_served_json as f_not_served_json',
    ])
    .where('goods.merchant_id', '=', at('merchantId'))
    .where('goods.id', '=', at('id'))
    .limit(1),
)

export const listSkus = (db: Db, merchantId: number, goodsId: number): Promise<SkuRow[]> =>
  skusOf(db, { merchantId, goodsId })

const skusOf = prepared((db, at: At<{ merchantId: number; goodsId: number }>) =>
  db
    .selectFrom('skus')
    .selectAll()
    .where('merchant_id', '=', at('merchantId'))
    .where('goods_id', '=', at('goodsId'))
    .orderBy('position')
    .orderBy('id'),
)

export const findSku = (db: Db, merchantId: number, goodsId: number, pairs: string): Promise<SkuRow | undefined> =>
  db
    .selectFrom('skus')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('goods_id', '=', goodsId)
    .where('pairs', '=', pairs)
    .executeTakeFirst()

export async function findFreightTemplate(
  db: Db,
  merchantId: number,
  id: number,
): Promise<FreightTemplate | undefined> {
  const row = await db
    .selectFrom('freight_templates')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && templateOf(row)
}

export const templateOf = (row: Omit<Selectable<FreightTemplateTable>, 'merchant_id'>): FreightTemplate => ({
  id: row.id,
  name: row.name,
  feeType: row.fee_type,
  isFree: row.is_free === 1,
  freeFromFen: row.free_from_fen as Fen | null,
  rules: readJson<FreightRule[]>(row.rules_json),
  notServed: readJson<string[]>(row.not_served_json),
})

export const listLimitations = (db: Db, merchantId: number, goodsId: number) =>
  db
    .selectFrom('limitations')
    .leftJoin('user_levels', join =>
      join
        .onRef('user_levels.merchant_id', '=', 'limitations.merchant_id')
        .onRef('user_levels.id', '=', 'limitations.level_id'),
    )
    .selectAll('limitations')
    .select('user_levels.name as level_name')
    .where('limitations.merchant_id', '=', merchantId)
    .where('limitations.goods_id', '=', goodsId)
    .orderBy('limitations.id')
    .execute()
