/** Handlers that read the catalogue: what everybody sees. */

import type { goods } from '../../../contract/goods'
import { atRate, fen } from '../../../contract/money'
import { cached, type Handlers } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { type ExtJson, readJson } from '../../json'
import { someOf, totals } from '../../paging'
import { regionIdOf } from '../region/checked-regions'
import { choiceText } from './choice'
import { tariffFor } from './freight'
import { countGoods, listGoods } from './list'
import { offerOf } from './offers'
import { goodsPage } from './page'
import { categoryOf, goodsOf, groupPriceOf, ruleOf } from './rows'
import type { AdditionGroup, Property } from './shapes'
import { findCategory, findFreightTemplate, findShownGoods, findSku, listCategories, listLimitations } from './store'

type Names =
  | 'goodsCategory'
  | 'goodsCategoryDetail'
  | 'goods'
  | 'goodsv2'
  | 'goodsDetail'
  | 'goodsLimitations'
  | 'goodsAddition'
  | 'goodsPriceV2'
  | 'goodsPriceFreight'
  | 'goodsRebate'

export const catalogueHandlers: Pick<Handlers<typeof goods>, Names> = {
  goodsCategory: cached('catalogue', async (_, { db, merchant }) =>
    someOf(await listCategories(db, merchant.id)).map(categoryOf),
  ),

  goodsCategoryDetail: cached('catalogue', async ({ id }, { db, merchant }) => {
    const row = orRefuse(await findCategory(db, merchant.id, id), 'noData')
    return { info: categoryOf(row), extJson: readJson<ExtJson>(row.ext_json) }
  }),

  goods: cached('catalogue', async (filter, { db, merchant }) =>
    someOf(await listGoods(db, merchant.id, filter)).map(goodsOf),
  ),

  goodsv2: cached('catalogue', async (filter, { db, merchant }) => {
    const rows = someOf(await listGoods(db, merchant.id, filter))
    return { result: rows.map(goodsOf), ...totals(await countGoods(db, merchant.id, filter), filter) }
  }),

  goodsDetail: cached('catalogue', goodsPage, ({ id }, { views, merchant }) => views.add(merchant.id, id)),

  goodsLimitations: cached('catalogue', async ({ goodsId, priceId, propertyChildIds }, { db, merchant }) => {
    const sku = propertyChildIds ? await findSku(db, merchant.id, goodsId, propertyChildIds) : undefined
    const skuId = priceId ?? sku?.id
    const rows = await listLimitations(db, merchant.id, goodsId)
    return someOf(rows.filter(row => skuId === undefined || row.sku_id === 0 || row.sku_id === skuId)).map(row => ({
      id: row.id,
      goodsId: row.goods_id,
      priceId: row.sku_id,
      userLevelId: row.level_id,
      userLevelName: row.level_name ?? '无分组用户',
      buyNumbers: row.buy_numbers,
      duration: row.duration,
      unit: row.unit,
      unitStr: ['自然日', '自然月', '自然年'][row.unit] ?? '',
      userId: merchant.id,
    }))
  }),

  goodsAddition: cached('catalogue', async ({ goodsId }, { db, merchant }) => {
    const row = orRefuse(await findShownGoods(db, merchant.id, goodsId), 'noData')
    return someOf(readJson<AdditionGroup[]>(row.additions_json)).map(({ id, name, required, several, items }) => ({
      id,
      name,
      required,
      type: several ? 1 : 0,
      items: items.map(item => ({ id: item.id, pid: id, name: item.name, price: item.priceFen })),
    }))
  }),

  async goodsPriceV2({ goodsId, propertyChildIds = '' }, { db, merchant, visitor, now }) {
    const row = orRefuse(await findShownGoods(db, merchant.id, goodsId), 'noData')
    const sku = orRefuse(await findSku(db, merchant.id, goodsId, propertyChildIds), 'noData')
    const user = await visitor()
    const member = atRate(sku.price_fen, user?.rebateBp ?? 10_000)
    const offer = offerOf(row, sku.price_fen, 1, now)
    return {
      id: sku.id,
      goodsId,
      price: fen(Math.min(member, offer?.unitFen ?? member)),
      originalPrice: sku.original_price_fen,
      pingtuanPrice: groupPriceOf(row, sku.price_fen),
      score: 0,
      stores: sku.stock,
      propertyChildIds: sku.pairs,
      propertyChildNames: choiceText(readJson<Property[]>(row.properties_json), sku.pairs),
      userId: merchant.id,
    }
  },

  goodsPriceFreight: cached(
    'catalogue',
    async ({ templateId, type = 0, provinceId, cityId, districtId }, { db, merchant }) => {
      const template = orRefuse(await findFreightTemplate(db, merchant.id, templateId), 'noData')
      const destination = [districtId, cityId, provinceId].map(regionIdOf).filter(Boolean)
      return ruleOf(tariffFor(template, destination, type), template.feeType)
    },
  ),

  async goodsRebate({ goodsId }, { db, merchant, user }) {
    if (!(await findShownGoods(db, merchant.id, goodsId))) throw new Refusal('noData')
    return user.rebateBp / 1000
  },
}
