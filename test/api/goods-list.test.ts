import { describe, expect, it } from 'vitest'
import { fen } from '../../contract/money'
import type { Goods } from '../../src/api/wxapi.gen'
import { changeGoods, createCategory } from '../support/catalogue'
import { createGoods, createShirt } from '../support/goods'
import { codeOf, dataOf } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop

type Filter = NonNullable<Parameters<typeof wxapi.goods>[0]>
const names = (rows: readonly Goods[]) => rows.map(({ name }) => name)
/** Names of what a filter finds, or the code of its refusal. */
const found = async (filter: Filter) => {
  const reply = await wxapi.goods(filter)
  return reply.code === 0 ? names(reply.data) : reply.code
}

const [tea, ware] = [await createCategory(shop, { name: '茶', key: 'tea' }), await createCategory(shop, { name: '器' })]
const green = await createCategory(shop, { name: '绿茶', pid: tea, level: 2, key: 'green' })
const longjing = await createCategory(shop, { name: '龙井', pid: green, level: 3 })

const shelf = [
  {
    name: '绿雪芽',
    categoryId: tea,
    priceFen: 3000,
    tags: '新茶 白茶',
    characteristic: '福鼎的春天',
    paixu: 2,
    barCode: '690001',
  },
  { name: '明前龙井', categoryId: longjing, priceFen: 5000, tags: '新茶', paixu: 1, isRecommended: true },
  { name: 'Green_100%', categoryId: green, priceFen: 3000, paixu: 1 },
  { name: '青瓷杯', categoryId: ware, priceFen: 800, tags: '手工', paixu: 1 },
  { name: '茶则', categoryId: ware, priceFen: 800, characteristic: '配龙井', paixu: 3 },
]
const ids: Record<string, number> = {}
const created = Date.UTC(2026, 0, 1)
for (const [i, draft] of shelf.entries()) {
  const id = await createGoods(shop, draft)
  ids[draft.name] = id
  // Two of them came at the same moment, and two were sold as often.
  await changeGoods(shop, id, { created_at: created + Math.min(i, 3) * 1000, sold_count: [5, 9, 5, 0, 2][i] ?? 0 })
}
const idOf = (name: string) => ids[name] ?? 0
const offShelf = await createGoods(shop, { name: '旧茶', isOnShelf: false })
const hidden = await createGoods(shop, { name: '赠品', isHidden: true })
await createGoods(shop, { name: '待审', isHidden: true, isOnShelf: false })

const DEFAULT = ['青瓷杯', 'Green_100%', '明前龙井', '绿雪芽', '茶则']

describe('goods', () => {
  it('answers what is on the shelf and not hidden, in the shop keeper’s order, then the newest', async () => {
    expect(await found({})).toEqual(DEFAULT)
  })

  it.each<[Filter['orderBy'], string[]]>([
    ['priceUp', ['茶则', '青瓷杯', 'Green_100%', '绿雪芽', '明前龙井']],
    ['priceDown', ['明前龙井', 'Green_100%', '绿雪芽', '茶则', '青瓷杯']],
    ['ordersUp', ['青瓷杯', '茶则', 'Green_100%', '绿雪芽', '明前龙井']],
    ['ordersDown', ['明前龙井', 'Green_100%', '绿雪芽', '茶则', '青瓷杯']],
    ['addedUp', ['绿雪芽', '明前龙井', 'Green_100%', '茶则', '青瓷杯']],
    ['addedDown', ['茶则', '青瓷杯', 'Green_100%', '明前龙井', '绿雪芽']],
    ['nameUp', ['Green_100%', '明前龙井', '绿雪芽', '茶则', '青瓷杯']],
  ])('orders by %s, equals by the newest', async (orderBy, expected) => {
    expect(await found({ orderBy })).toEqual(expected)
  })

  it.each<[string, Filter, string[] | number]>([
    ['a category with all below it', { categoryId: tea }, ['Green_100%', '明前龙井', '绿雪芽']],
    ['a category in the middle', { categoryId: green }, ['Green_100%', '明前龙井']],
    ['a category at the bottom', { categoryId: longjing }, ['明前龙井']],
    ['no category', { categoryId: 0 }, DEFAULT],
    ['an unknown category', { categoryId: 99_999 }, 700],
    ['the key of a category', { categoryKey: 'tea' }, ['Green_100%', '明前龙井', '绿雪芽']],
    ['an unknown key', { categoryKey: 'none' }, 700],
    ['a word of the name', { k: '龙井' }, ['明前龙井', '茶则']],
    ['a word of the tags', { k: '白茶' }, ['绿雪芽']],
    ['a word of the introduction', { k: '福鼎' }, ['绿雪芽']],
    ['several words, all of them', { k: ' 龙井  新茶 ' }, ['明前龙井']],
    ['words that do not come together', { k: '龙井 手工' }, 700],
    ['a word in another case', { k: 'gREEN' }, ['Green_100%']],
    ['a percent sign', { k: '%' }, ['Green_100%']],
    ['an underscore', { k: '_' }, ['Green_100%']],
    ['nothing but spaces', { k: '   ' }, DEFAULT],
    ['part of a name', { nameLike: '茶' }, ['茶则']],
    ['part of the tags', { tagsLike: '新茶' }, ['明前龙井', '绿雪芽']],
    ['a bar code', { barCode: '690001' }, ['绿雪芽']],
    ['part of a bar code', { barCode: '69' }, 700],
    ['ids', { gids: `${idOf('茶则')},${idOf('绿雪芽')},99999` }, ['绿雪芽', '茶则']],
    ['an id that is off the shelf', { gids: String(offShelf) }, 700],
    ['recommended ones', { recommendStatus: 1 }, ['明前龙井']],
    ['ordinary ones', { recommendStatus: 0 }, ['青瓷杯', 'Green_100%', '绿雪芽', '茶则']],
    ['the shop itself', { shopId: 0 }, DEFAULT],
    ['a branch', { shopId: 3 }, 700],
    ['off the shelf', { status: 1 }, ['旧茶']],
    ['on the shelf or off', { status: -1 }, ['旧茶', ...DEFAULT]],
    ['hidden', { hidden: 1 }, ['赠品']],
    ['hidden, on the shelf or off', { hidden: 1, status: -1 }, ['赠品']],
    ['hidden and off the shelf', { hidden: 1, status: 1 }, 700],
    ['from a price', { priceMin: 30 }, ['Green_100%', '明前龙井', '绿雪芽']],
    ['up to a price', { priceMax: 29.99 }, ['青瓷杯', '茶则']],
    ['between prices', { priceMin: 8, priceMax: 30 }, ['青瓷杯', 'Green_100%', '绿雪芽', '茶则']],
    ['free of charge', { priceMax: 0 }, 700],
    ['bargains', { kanjia: true }, 700],
    ['no bargains', { kanjia: false, pingtuan: false, miaosha: false }, DEFAULT],
    ['group buys', { pingtuan: true }, 700],
    ['flash sales', { miaosha: true }, 700],
    ['several of these', { categoryId: tea, tagsLike: '新', priceMax: 40, orderBy: 'priceUp' }, ['绿雪芽']],
  ])('finds by %s', async (_, filter, expected) => {
    expect(await found(filter)).toEqual(expected)
  })

  it('pages, and answers 700 beyond the end', async () => {
    expect(await found({ page: 1, pageSize: 2 })).toEqual(DEFAULT.slice(0, 2))
    expect(await found({ page: 3, pageSize: 2 })).toEqual(DEFAULT.slice(4))
    expect(await found({ page: 4, pageSize: 2 })).toBe(700)
    expect(await found({ page: 10_000, pageSize: 1000 })).toBe(700)
    expect(await found({ pageSize: 100_000 })).toEqual(DEFAULT)
  })

  it('answers twenty a page when nothing is said, and a thousand at most', async () => {
    const many = await shop.anotherShop('many')
    const { transaction } = shop.app.services
    await createGoods({ ...shop, ...many }, { name: '第一' })
    const rows = await shop.app.services.db
      .selectFrom('goods')
      .selectAll()
      .where('merchant_id', '=', many.merchantId)
      .execute()
    const copies = rows.flatMap(({ id, ...row }) => Array.from({ length: 1100 }, () => row))
    await transaction(async tx => {
      for (let i = 0; i < copies.length; i += 100)
        await tx
          .insertInto('goods')
          .values(copies.slice(i, i + 100))
          .execute()
    })
    expect(await dataOf(many.wxapi.goods())).toHaveLength(20)
    expect(await dataOf(many.wxapi.goods({ pageSize: 100_000 }))).toHaveLength(1000)
    const second = await dataOf(many.wxapi.goodsv2({ pageSize: 100_000, page: 2 }))
    expect(second).toMatchObject({ totalRow: 1101, totalPage: 2 })
    expect(second.result).toHaveLength(101)
  })

  it('shows of each product what a list needs', async () => {
    const id = await createShirt(shop, {
      categoryId: ware,
      pic: '/files/1/202601/abcdefghij0123456789.jpg',
      originalFen: fen(12_900),
      weightGram: 350,
      unit: '件',
      additions: [{ name: '包装', required: false, several: false, items: [{ name: '礼盒', priceFen: fen(500) }] }],
      limitation: { buyNumbers: 2, duration: 1, unit: 0 },
    })
    const [shirt] = await dataOf(wxapi.goods({ gids: String(id) }))
    expect(shirt).toMatchObject({
      minPrice: 99,
      originalPrice: 129,
      stores: 13,
      weight: 0.35,
      unit: '件',
      pic: `${shop.origin}/files/1/202601/abcdefghij0123456789.jpg`,
      propertyIds: ',1,2,',
      hasAddition: true,
      limitation: true,
      minBuyNumber: 1,
      logisticsId: 0,
      status: 0,
      statusStr: '上架',
      recommendStatusStr: '普通',
      views: 0,
      userId: shop.merchantId,
    })
    const [cup] = await dataOf(wxapi.goods({ gids: String(idOf('青瓷杯')) }))
    expect(cup).toMatchObject({ propertyIds: '', hasAddition: false, limitation: false, stores: 10, numberSells: 0 })
    await changeGoods(shop, id, { status: 1 })
  })
})

describe('goodsv2', () => {
  it.each<Filter>([{}, { k: '龙井' }, { categoryId: tea, orderBy: 'priceDown' }, { status: -1, page: 2, pageSize: 2 }])(
    'answers the same as goods, with totals: %j',
    async filter => {
      const { result, totalRow, totalPage } = await dataOf(wxapi.goodsv2(filter))
      expect(result).toEqual(await dataOf(wxapi.goods(filter)))
      const all = await dataOf(wxapi.goods({ ...filter, page: 1, pageSize: 1000 }))
      expect(totalRow).toBe(all.length)
      expect(totalPage).toBe(Math.ceil(all.length / (filter.pageSize ?? 20)))
    },
  )

  it('takes two statements when it is made anew', async () => {
    expect(await shop.statementsOf(() => dataOf(wxapi.goods({ pageSize: 7, k: '茶' })))).toHaveLength(2)
  })

  it('answers 700 when nothing is found, and beyond the end', async () => {
    expect(await codeOf(wxapi.goodsv2({ k: 'nothing' }))).toBe(700)
    expect(await codeOf(wxapi.goodsv2({ page: 9 }))).toBe(700)
  })

  it('finds every id that it is asked for', async () => {
    const gids = [...Array.from({ length: 300 }, (_, i) => 90_000 + i), idOf('茶则')].join(',')
    expect((await dataOf(wxapi.goodsv2({ gids }))).totalRow).toBe(1)
    expect(hidden).toBeGreaterThan(0)
  })
})
