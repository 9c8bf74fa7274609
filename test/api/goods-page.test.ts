import { describe, expect, it } from 'vitest'
import { fen } from '../../contract/money'
import { touch } from '../../server/cache'
import { changeGoods, createCategory } from '../support/catalogue'
import { createFreight, createGoods, createShirt } from '../support/goods'
import { codeOf, dataOf } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi, merchantId } = shop
const { transaction, views } = shop.app.services
const PICTURE = '/files/1/202601/abcdefghij0123456789.jpg'
const AT = `${shop.origin}${PICTURE}`

describe('goodsCategory', () => {
  it('answers 700 while there are none', async () => {
    expect(await codeOf(wxapi.goodsCategory())).toBe(700)
    expect(await codeOf(wxapi.goodsCategoryV2())).toBe(700)
  })

  it('answers those in use as a flat list in the shop keeper’s order', async () => {
    const tea = await createCategory(shop, { name: '茶', key: 'tea', icon: PICTURE, paixu: 2, type: 'index' })
    const ware = await createCategory(shop, { name: '器', paixu: 1 })
    await createCategory(shop, { name: '停用', is_used: 0 })
    const green = await createCategory(shop, { name: '绿茶', pid: tea, paixu: 3 })
    const categories = await dataOf(wxapi.goodsCategory())
    expect(categories.map(({ id, pid, level }) => [id, pid, level])).toEqual([
      [ware, 0, 1],
      [tea, 0, 1],
      [green, tea, 2],
    ])
    expect(categories[1]).toMatchObject({
      name: '茶',
      key: 'tea',
      icon: AT,
      isUse: true,
      type: 'index',
      userId: merchantId,
    })
    expect(await dataOf(wxapi.goodsCategoryV2(0))).toEqual(categories)
  })
})

describe('goodsCategoryDetail', () => {
  it('answers one category with its own fields', async () => {
    const id = await createCategory(shop, { name: '香', ext_json: '{"颜色":"木"}' })
    const answer = await dataOf(wxapi.goodsCategoryDetail(id))
    expect(answer).toMatchObject({ info: { id, name: '香' }, extJson: { 颜色: '木' } })
    expect(await dataOf(wxapi.goodsCategoryDetailV2({ id }))).toEqual(answer)
    expect(await codeOf(wxapi.goodsCategoryDetail(id + 100))).toBe(700)
    expect(await codeOf(wxapi.goodsCategoryDetailV2({ id: id + 100 }))).toBe(700)
  })
})

describe('goodsDetail', () => {
  it('answers a product without choices', async () => {
    const categoryId = await createCategory(shop, { name: '盒' })
    const freightId = await createFreight(shop)
    const id = await createGoods(shop, {
      name: '木盒',
      subName: '榫卯',
      categoryId,
      freightId,
      pics: [PICTURE, 'https://x.example.com/b.jpg'],
      content: `<p><img src="${PICTURE}"></p>`,
      ext: { 材质: '胡桃木', 层: 2 },
    })
    const detail = await dataOf(wxapi.goodsDetail(id))
    expect(detail).toMatchObject({
      basicInfo: {
        id,
        name: '木盒',
        subName: '榫卯',
        minPrice: 10,
        stores: 10,
        logisticsId: freightId,
        propertyIds: '',
      },
      category: { id: categoryId, name: '盒' },
      content: `<p><img src="${AT}"></p>`,
      pics: [
        { id: 1, goodsId: id, pic: AT, userId: merchantId },
        { id: 2, pic: 'https://x.example.com/b.jpg' },
      ],
      logistics: {
        id: freightId,
        isFree: false,
        feeType: 0,
        feeTypeStr: '按件数',
        details: [{ type: 0, regions: [], firstNumber: 1, firstAmount: 8, addNumber: 1, addAmount: 2 }],
      },
      extJson: { 材质: '胡桃木', 层: 2 },
      orderFields: [],
    })
    for (const name of ['properties', 'skuList', 'subPics']) expect(detail).not.toHaveProperty(name)
    expect(await dataOf(wxapi.goodsDetailV2({ id }))).toEqual(detail)
  })

  it('answers properties, choices and their pictures', async () => {
    const id = await createGoods(shop, {
      name: '衬衫',
      properties: [
        { name: '颜色', values: [{ name: '红', pic: PICTURE }, { name: '蓝' }] },
        { name: '尺码', values: [{ name: '大' }] },
      ],
      skus: [
        {
          values: ['红', '大'],
          priceFen: fen(9900),
          originalFen: fen(12_900),
          stock: 5,
          weightGram: 250,
          pic: PICTURE,
        },
        { values: ['蓝', '大'], priceFen: fen(8900), stock: 0 },
      ],
    })
    const { basicInfo, properties, skuList, subPics, logistics, category } = await dataOf(wxapi.goodsDetail(id))
    expect(basicInfo).toMatchObject({ minPrice: 89, stores: 5, propertyIds: ',1,2,', logisticsId: 0 })
    expect(properties).toEqual([
      {
        id: 1,
        name: '颜色',
        childsCurGoods: [
          { id: 1, name: '红', propertyId: 1 },
          { id: 2, name: '蓝', propertyId: 1 },
        ],
      },
      { id: 2, name: '尺码', childsCurGoods: [{ id: 3, name: '大', propertyId: 2 }] },
    ])
    expect(skuList).toMatchObject([
      { propertyChildIds: '1:1,2:3,', price: 99, originalPrice: 129, stores: 5, weight: 0.25, pic: AT, score: 0 },
      { propertyChildIds: '1:2,2:3,', price: 89, stores: 0 },
    ])
    expect(skuList?.[1]).not.toHaveProperty('pic')
    expect(subPics).toEqual([{ optionValueId: 1, pic: AT }])
    expect({ logistics, category }).toEqual({ logistics: undefined, category: undefined })
  })

  it('answers freight by weight in kilograms', async () => {
    const rules = [
      {
        type: 0 as const,
        regions: ['330000000000'],
        first: 1500,
        firstFen: fen(600),
        further: 500,
        furtherFen: fen(150),
      },
    ]
    const freightId = await createFreight(shop, { feeType: 1, freeFromFen: fen(9900), rules })
    const id = await createGoods(shop, { freightId })
    expect((await dataOf(wxapi.goodsDetail(id))).logistics).toMatchObject({
      feeType: 1,
      feeTypeStr: '按重量',
      freeFrom: 99,
      details: [{ regions: ['330000000000'], firstNumber: 1.5, firstAmount: 6, addNumber: 0.5, addAmount: 1.5 }],
    })
  })

  it('shows what is off the shelf, so that an old link explains itself', async () => {
    const id = await createGoods(shop, { isOnShelf: false })
    expect((await dataOf(wxapi.goodsDetail(id))).basicInfo).toMatchObject({ status: 1, statusStr: '下架' })
  })

  it('answers 700 for what is not there', async () => {
    expect(await codeOf(wxapi.goodsDetail(99_999))).toBe(700)
    expect(await codeOf(wxapi.goodsDetailV2({ id: 99_999 }))).toBe(700)
  })

  it('counts who looked, and shows it when the counts are written', async () => {
    const id = await createGoods(shop)
    const viewsOf = async () => (await dataOf(wxapi.goods({ gids: String(id) })))[0]?.views
    for (let i = 0; i < 3; i++) await dataOf(wxapi.goodsDetail(id))
    expect(await viewsOf()).toBe(0)
    await views.write()
    expect(await viewsOf()).toBe(3)
    await views.write()
    expect(await viewsOf()).toBe(3)
    await dataOf(wxapi.goodsDetailV2({ id }))
    await views.write()
    expect((await dataOf(wxapi.goodsDetail(id))).basicInfo.views).toBe(4)
  })

  it('counts nobody for what is not there', async () => {
    await views.write()
    expect(await codeOf(wxapi.goodsDetail(88_888))).toBe(700)
    const statements = await shop.statementsOf(() => views.write())
    expect(statements.filter(sql => sql.startsWith('update "goods"'))).toHaveLength(0)
  })
})

describe('an answer that is kept', () => {
  const LIST_AT = `${shop.origin}/demo/shop/goods/detail?id=`
  /** The bytes as they travel. */
  const bytesOf = async (id: number, encoding = 'identity') => {
    const response = await fetch(`${LIST_AT}${id}`, { headers: { 'accept-encoding': encoding } })
    return {
      encoding: response.headers.get('content-encoding'),
      vary: response.headers.get('vary'),
      text: await response.text(),
    }
  }

  it('is the same to the byte, and costs one small statement', async () => {
    const id = await createGoods(shop)
    const first = await bytesOf(id)
    const statements = await shop.statementsOf(async () => expect(await bytesOf(id)).toEqual(first))
    expect(statements).toHaveLength(1)
    expect(statements[0]).toContain('cache_versions')
  })

  it('takes three statements when it is made anew', async () => {
    const id = await createShirt(shop)
    const statements = await shop.statementsOf(() => dataOf(wxapi.goodsDetail(id)))
    expect(statements.filter(sql => !sql.startsWith('update'))).toHaveLength(3)
  })

  it('is fresh after another process has changed it', async () => {
    const id = await createGoods(shop, { name: '旧名' })
    expect((await dataOf(wxapi.goodsDetail(id))).basicInfo.name).toBe('旧名')
    await changeGoods(shop, id, { name: '新名' })
    expect((await dataOf(wxapi.goodsDetail(id))).basicInfo.name).toBe('新名')
    expect((await dataOf(wxapi.goods({ gids: String(id) })))[0]?.name).toBe('新名')
  })

  it('stays as it is when a change is undone', async () => {
    const id = await createGoods(shop, { name: '原名' })
    await dataOf(wxapi.goodsDetail(id))
    const undone = transaction(async tx => {
      await tx
        .updateTable('goods')
        .set({ name: '改名' })
        .where('merchant_id', '=', merchantId)
        .where('id', '=', id)
        .execute()
      touch(tx, merchantId, 'catalogue', [id])
      throw new Error('no')
    })
    await expect(undone).rejects.toThrow('no')
    expect((await dataOf(wxapi.goodsDetail(id))).basicInfo.name).toBe('原名')
  })

  it('is never older than what was committed before it was asked for', async () => {
    const id = await createShirt(shop)
    for (let i = 0; i < 20; i++) {
      await changeGoods(shop, id, { name: `第 ${i} 版` })
      const answers = await Promise.all(Array.from({ length: 5 }, () => dataOf(wxapi.goodsDetail(id))))
      expect(new Set(answers.map(({ basicInfo }) => basicInfo.name))).toEqual(new Set([`第 ${i} 版`]))
    }
  })

  it('travels as gzip when it is large and the caller takes it', async () => {
    const large = await createGoods(shop, { content: '<p>一段很长的介绍</p>'.repeat(200) })
    const [plain, packed] = [await bytesOf(large), await bytesOf(large, 'gzip, br')]
    expect(plain.encoding).toBeNull()
    expect(packed).toMatchObject({ encoding: 'gzip', text: plain.text })
    expect(packed.vary).toMatch(/accept-encoding/i)
    expect(plain.vary).toMatch(/accept-encoding/i)
  })

  it('keeps one shop’s address out of another’s answer', async () => {
    const id = await createGoods(shop, { pic: PICTURE })
    const elsewhere = shop.origin.replace('127.0.0.1', 'localhost')
    await dataOf(wxapi.goodsDetail(id))
    expect(await (await fetch(`${elsewhere}/demo/shop/goods/detail?id=${id}`)).text()).toContain(
      `"${elsewhere}${PICTURE}"`,
    )
    expect((await bytesOf(id)).text).toContain(`"${AT}"`)
  })
})
