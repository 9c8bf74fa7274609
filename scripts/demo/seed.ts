/** Writes the demo shop into an empty database, in one transaction. */
import { toFen } from '../../contract/money'
import { DAY_MS } from '../../contract/time'
import type { Database, Tx } from '../../server/db/database'
import type { StoredFile } from '../../server/domains/file/file-store'
import { insertGoods } from '../../server/domains/goods/save'
import { BY_WEIGHT } from '../../server/domains/goods/shapes'
import { setGoodsVideo } from '../../server/domains/goods/videos'
import { createMerchant, setSetting } from '../../server/domains/site/settings'
import { saveBranch } from '../../server/domains/subshop/store'
import { writeJson } from '../../server/json'
import type { DemoCatalog, DemoFreight, DemoGoods } from './catalog/types'
import { illustrated, picturesNamedIn } from './catalog/writing'
import { seedArticles } from './seed-articles'
import { seedAssets } from './seed-assets'
import { seedBookings } from './seed-bookings'
import { seedCoupons } from './seed-coupons'
import { seedMembers } from './seed-members'
import { seedPromotions } from './seed-promotions'
import { seedReviews } from './seed-reviews'

export interface Seeding {
  tx: Tx
  merchantId: number
  now: Date
  /** Address of a picture by its name. */
  picture(name: string): string
}

/** Names of all pictures that the catalogue uses. */
export function picturesIn(catalog: DemoCatalog): string[] {
  const names = [
    ...catalog.categories.map(({ picture }) => picture),
    ...catalog.banners.map(({ picture }) => picture),
    ...catalog.reviewers.map(({ avatar }) => avatar),
    ...catalog.articles.map(({ picture }) => picture),
    ...[...catalog.articles, ...catalog.sitePages].flatMap(({ content }) => picturesNamedIn(content)),
    ...catalog.goods.flatMap(goods => [
      goods.picture,
      ...(goods.gallery ?? []),
      ...(goods.properties ?? []).flatMap(({ values }) => values.map(({ picture }) => picture)),
      ...(goods.skus ?? []).map(({ picture }) => picture),
      ...(goods.reviews ?? []).flatMap(({ pictures = [] }) => pictures),
      ...picturesNamedIn(goods.content),
    ]),
  ]
  return [...new Set(names.filter(name => name !== undefined))]
}

export async function seed(
  { transaction }: Database,
  catalog: DemoCatalog,
  pictures: Map<string, string>,
  videos: Map<string, StoredFile>,
  now: Date,
): Promise<void> {
  await transaction(async tx => {
    const merchantId = await createMerchant(tx, 'demo', '小铺', now)
    const seeding: Seeding = { tx, merchantId, now, picture: name => pictures.get(name) ?? '' }
    for (const [key, value] of Object.entries(catalog.settings)) await setSetting(tx, merchantId, { key, value }, now)
    await seedLevels(seeding, catalog)
    const branchIds = new Map<string, number>()
    for (const [paixu, branch] of catalog.branches.entries()) {
      const { id } = await saveBranch(tx, merchantId, { ...branch, paixu }, now)
      branchIds.set(branch.name, id)
    }
    const categoryIds = await seedCategories(seeding, catalog)
    const freightIds = await seedFreights(seeding, catalog.freights)
    const goodsIds = new Map<string, number>()
    for (const [i, goods] of catalog.goods.entries()) {
      const ids = {
        categoryId: categoryIds.get(goods.category) ?? 0,
        freightId: freightIds.get(goods.freight ?? '') ?? null,
        shopId: branchIds.get(goods.branch ?? '') ?? 0,
      }
      const id = await seedGoods(seeding, goods, ids, i)
      goodsIds.set(goods.key, id)
      const video = videos.get(goods.video ?? '')
      if (video) await setGoodsVideo(tx, merchantId, id, video, now)
    }
    await seedSite(seeding, catalog, goodsIds)
    await seedArticles(seeding, catalog)
    const userIds = await seedReviews(seeding, catalog, goodsIds)
    await seedCoupons(seeding, { categoryIds, goodsIds, branchIds })
    await seedBookings(seeding, catalog, goodsIds)
    await seedPromotions(seeding, catalog, goodsIds, userIds)
    await seedMembers(seeding, userIds)
    await seedAssets(seeding, userIds, [...branchIds.values()][0] ?? 0)
  })
}

async function seedLevels({ tx, merchantId }: Seeding, { levels, rechargeRules }: DemoCatalog): Promise<void> {
  const rows = levels.map(({ name, level, rebate }) => ({
    merchant_id: merchantId,
    name,
    rank: level,
    rebate_bp: Math.round(rebate * 1000),
  }))
  await tx.insertInto('user_levels').values(rows).execute()
  const rules = rechargeRules.map(({ confine, send, loop }) => ({
    merchant_id: merchantId,
    confine_fen: toFen(confine),
    send_fen: toFen(send),
    is_loop: loop ? 1 : 0,
  }))
  await tx.insertInto('recharge_rules').values(rules).execute()
}

async function seedCategories(
  { tx, merchantId, now, picture }: Seeding,
  { categories }: DemoCatalog,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const [i, { key, name, picture: icon, parent }] of categories.entries()) {
    const { id } = await tx
      .insertInto('categories')
      .values({
        merchant_id: merchantId,
        pid: parent ? (ids.get(parent) ?? 0) : 0,
        level: parent ? 2 : 1,
        name,
        key,
        type: 'index',
        icon: picture(icon),
        is_used: 1,
        paixu: i,
        ext_json: '{}',
        created_at: now.getTime(),
        updated_at: now.getTime(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.set(key, id)
  }
  return ids
}

async function seedFreights(
  { tx, merchantId }: Seeding,
  freights: readonly DemoFreight[],
): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const freight of freights) {
    // Weights are written in kilograms and kept in grams.
    const scale = freight.feeType === BY_WEIGHT ? 1000 : 1
    const rules = freight.rules.map(rule => ({
      type: 0,
      regions: rule.regions,
      first: rule.firstNumber * scale,
      firstFen: toFen(rule.firstAmount),
      further: rule.addNumber * scale,
      furtherFen: toFen(rule.addAmount),
    }))
    const { id } = await tx
      .insertInto('freight_templates')
      .values({
        merchant_id: merchantId,
        name: freight.name,
        fee_type: freight.feeType,
        is_free: freight.isFree ? 1 : 0,
        free_from_fen: freight.freeFrom === undefined ? null : toFen(freight.freeFrom),
        rules_json: writeJson(rules),
        not_served_json: writeJson(freight.notServed ?? []),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.set(freight.key, id)
  }
  return ids
}

async function seedGoods(
  { tx, merchantId, now, picture }: Seeding,
  goods: DemoGoods,
  { categoryId, freightId, shopId }: { categoryId: number; freightId: number | null; shopId: number },
  place: number,
): Promise<number> {
  const optionalPicture = (name: string | undefined) => name && picture(name)
  const addedAt = new Date(now.getTime() - (place + 1) * 6 * 3_600_000)
  const id = await insertGoods(
    tx,
    merchantId,
    {
      ...goods,
      categoryId,
      freightId,
      shopId,
      // What is sent can come back, unless the product says otherwise.
      afterSale: goods.afterSale ?? (freightId === null ? '' : '0,1'),
      pic: picture(goods.picture),
      picColor: goods.ground,
      pics: [goods.picture, ...(goods.gallery ?? [])].map(picture),
      content: illustrated(goods.content, picture),
      originalFen: goods.originalPrice === undefined ? undefined : toFen(goods.originalPrice),
      tags: goods.tags?.join(','),
      isRecommended: goods.recommended,
      paixu: place,
      properties: goods.properties?.map(({ name, values }) => ({
        name,
        values: values.map(value => ({ name: value.name, pic: optionalPicture(value.picture) })),
      })),
      skus: (goods.skus ?? [{ values: [], price: goods.price, stock: goods.stock }]).map(sku => ({
        values: sku.values,
        priceFen: toFen(sku.price),
        originalFen: sku.originalPrice === undefined ? undefined : toFen(sku.originalPrice),
        stock: sku.stock,
        weightGram: sku.weightGram,
        pic: optionalPicture(sku.picture),
      })),
      additions: goods.additions?.map(group => ({
        ...group,
        items: group.items.map(({ name, price }) => ({ name, priceFen: toFen(price) })),
      })),
      supply: goods.supply && { ...goods.supply, fields: goods.supply.fields ?? [] },
      ext: goods.extJson,
    },
    addedAt,
  )
  const popularity = { sold_count: goods.sold, order_count: Math.ceil(goods.sold * 0.8), views: goods.sold * 9 + 37 }
  await tx.updateTable('goods').set(popularity).where('merchant_id', '=', merchantId).where('id', '=', id).execute()
  return id
}

async function seedSite(
  { tx, merchantId, now, picture }: Seeding,
  { banners, notices }: DemoCatalog,
  goodsIds: Map<string, number>,
): Promise<void> {
  const bannerRows = banners.map((banner, i) => ({
    merchant_id: merchantId,
    title: banner.title,
    pic_url: picture(banner.picture),
    link_url: banner.category ? `category:${banner.category}` : '',
    business_id: banner.goods ? (goodsIds.get(banner.goods) ?? 0) : 0,
    type: banner.type,
    remark: banner.remark,
    action: banner.action,
    is_dark: banner.dark ? 1 : 0,
    paixu: i,
    created_at: now.getTime(),
  }))
  await tx.insertInto('banners').values(bannerRows).execute()
  const noticeRows = notices.map(({ title, content, daysAgo, top }) => ({
    merchant_id: merchantId,
    title,
    content,
    is_top: top ? 1 : 0,
    created_at: now.getTime() - daysAgo * DAY_MS,
  }))
  await tx.insertInto('notices').values(noticeRows).execute()
}
