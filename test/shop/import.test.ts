import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fen } from '../../contract/money'
import { createFreight, createGoods, createShirt } from '../support/goods'
import { refused, told } from '../support/keeper'
import { place } from '../support/orders'
import { dataOf, signIn } from '../support/people'
import { picture } from '../support/pictures'
import { builtPrograms } from '../support/programs'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
const folder = mkdtempSync(join(tmpdir(), 'xiaopu-import-'))
beforeAll(builtPrograms)
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const listed = async () => (await wxapi.goodsv2({ pageSize: 1000 })).data as { totalRow: number } | undefined
const byBarCode = async (barCode: string) => {
  const [row] = await dataOf(wxapi.goods({ barCode }))
  return dataOf(wxapi.goodsDetail(row?.id ?? 0))
}

/** GBK, which Node reads but does not write: found by reading every pair of bytes. */
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk')
  const bytesOf = new Map<string, number[]>()
  for (let high = 0x81; high < 0xff; high++)
    for (let low = 0x40; low < 0xff; low++) bytesOf.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  return Uint8Array.from([...text].flatMap(char => bytesOf.get(char) ?? [char.charCodeAt(0)]))
}

const addCategory = (name: string, key: string) =>
  shop.app.services.transaction(tx =>
    tx
      .insertInto('categories')
      .values({
        merchant_id: shop.merchantId,
        pid: 0,
        level: 1,
        name,
        key,
        type: 'index',
        icon: '',
        is_used: 1,
        paixu: 0,
        ext_json: '{}',
        created_at: 0,
        updated_at: 0,
      })
      .execute(),
  )

describe('shop import-goods', () => {
  it('puts goods with all they have on the shelf, and a running server lists them at once', async () => {
    await addCategory('茶', 'tea')
    await createFreight(shop)
    await createGoods(shop, { name: '先来的' })
    expect(await listed()).toMatchObject({ totalRow: 1 })
    writeFileSync(join(folder, 'white.png'), await picture('png', 80, 80))
    const csv = file(
      'goods.csv',
      [
        '\uFEFF名称,价格,原价,库存,条码,规格,分类,简介,详情,图片,重量克,运费模板,标签,单位,推荐,上架',
        '"老白茶, 2019",128,168.5,30,6901,,茶,陈香,"<p>第一行\n第二行</p>",white.png,500,快递,"回甘,耐泡",饼,是,',
        '',
        '茶杯,39,,5,6902,颜色:白;容量:大,tea,,,,,快递,,,,',
        '茶杯,29,,6,6902,颜色：白；容量：小,,,,,,,,,,',
        '茶杯,45.5,,0,6902,颜色:青;容量:大,,,,,,,,,,',
        '样品,0,,,,,,,,,,,,,,否',
      ].join('\r\n'),
    )
    expect(await told(shop, 'import-goods', csv, '--check')).toContain('3 件商品，没有问题')
    expect(await listed()).toMatchObject({ totalRow: 1 })
    expect(await told(shop, 'import-goods', csv)).toContain('新增 3，更新 0')
    expect(await listed()).toMatchObject({ totalRow: 3 })

    const tea = await byBarCode('6901')
    expect(tea.basicInfo).toMatchObject({
      name: '老白茶, 2019',
      minPrice: 128,
      originalPrice: 168.5,
      stores: 30,
      characteristic: '陈香',
      weight: 0.5,
      tags: '回甘,耐泡',
      unit: '饼',
      recommendStatus: 1,
      pic: expect.stringMatching(/^http.+\/files\/\d+\/\d{6}\/\w+\.png$/),
    })
    expect(tea).toMatchObject({ category: { name: '茶' }, content: '<p>第一行\n第二行</p>', logistics: { feeType: 0 } })
    expect((await fetch(tea.basicInfo.pic)).headers.get('content-type')).toBe('image/png')
    const cup = await byBarCode('6902')
    expect(cup.basicInfo).toMatchObject({ minPrice: 29, stores: 11 })
    expect(cup.properties?.map(({ name, childsCurGoods }) => [name, childsCurGoods.map(value => value.name)])).toEqual([
      ['颜色', ['白', '青']],
      ['容量', ['大', '小']],
    ])
    expect(cup.skuList?.map(({ price, stores }) => [price, stores])).toEqual([
      [39, 5],
      [29, 6],
      [45.5, 0],
    ])
  })

  it('says which branch sells it', async () => {
    await told(shop, 'branch', '湖滨店')
    await told(shop, 'import-goods', file('branch.csv', '名称,价格,条码,门店\n伞,59,6999,湖滨店\n'))
    const [branch] = await dataOf(wxapi.fetchShops())
    expect((await byBarCode('6999')).basicInfo.shopId).toBe(branch?.id)
    await told(shop, 'import-goods', file('price.csv', '名称,价格,条码\n伞,49,6999\n'))
    expect((await byBarCode('6999')).basicInfo).toMatchObject({ minPrice: 49, shopId: branch?.id })
    const unknown = file('unknown.csv', '名称,价格,门店\n伞,59,没有的店\n')
    expect(await refused(shop, 'import-goods', unknown)).toContain('没有门店「没有的店」')
  })

  it('reads GBK, as spreadsheets in China write it, and changes only what the file says', async () => {
    const freightId = await createFreight(shop, { rules: [] })
    const limitation = { buyNumbers: 2, duration: 1, unit: 0 }
    const additions = [{ name: '包装', required: false, several: false, items: [{ name: '礼盒', priceFen: fen(500) }] }]
    const supply = { type: 'weilian', goodsId: 'DdPjV10JJNdXv75n', kind: 0, fields: [] }
    const goodsId = await createGoods(shop, {
      name: '旧名',
      barCode: '6903',
      content: '<p>详情</p>',
      pic: '/files/1/202601/aaaaaaaaaaaaaaaaaaaa.jpg',
      stock: 17,
      freightId,
      limitation,
      additions,
      supply,
      afterSale: '0',
      minBuy: 2,
      weightGram: 300,
      isRecommended: true,
    })
    const before = await dataOf(wxapi.goodsDetail(goodsId))
    const csv = file('gbk.csv', gbk('名称,价格,条码,库存\r\n新名「茶」,12.5,6903,\r\n'))
    expect(await told(shop, 'import-goods', csv)).toContain('新增 0，更新 1')
    const after = await dataOf(wxapi.goodsDetail(goodsId))
    const { dateUpdate, views, ...kept } = before.basicInfo
    expect(after.basicInfo).toMatchObject({ ...kept, name: '新名「茶」', minPrice: 12.5 })
    expect({ ...after, basicInfo: 0, skuList: 0 }).toEqual({ ...before, basicInfo: 0, skuList: 0 })
    expect((await dataOf(wxapi.goodsAddition(goodsId)))[0]?.items[0]).toMatchObject({ name: '礼盒', price: 5 })
    expect((await dataOf(wxapi.goodsLimitations(goodsId)))[0]).toMatchObject({ buyNumbers: 2 })
  })

  it('adds a choice without mixing up those that shoppers have chosen', async () => {
    const shirt = await createShirt(shop, { barCode: '6904' })
    const ann = await signIn(shop, 'ann')
    await dataOf(
      wxapi.shippingCarInfoAddItem(ann.token, shirt, 1, [
        { optionId: 2, optionValueId: 4 },
        { optionId: 1, optionValueId: 2 },
      ]),
    )
    const order = await place(shop, ann, [{ goodsId: shirt, number: 2, propertyChildIds: '1:2,2:4' }])
    const rows = [
      '名称,价格,条码,规格,库存',
      '棉布衬衫,99,6904,尺码:中;颜色:绿,4',
      '棉布衬衫,99,6904,尺码:小;颜色:红,',
      '棉布衬衫,105,6904,尺码:大;颜色:蓝,',
    ]
    expect(await told(shop, 'import-goods', file('shirt.csv', rows.join('\n')))).toContain('更新 1')
    const { items } = await dataOf(wxapi.shippingCarInfo(ann.token))
    expect(items[0]).toMatchObject({ price: 105, stores: 1 })
    expect(JSON.stringify(items[0]?.sku)).toMatch(/蓝.*大/)
    await dataOf(wxapi.orderClose(ann.token, order.id))
    const { skuList, properties } = await dataOf(wxapi.goodsDetail(shirt))
    expect(skuList?.map(({ propertyChildIds, stores }) => [propertyChildIds, stores])).toEqual([
      ['1:6,2:5,', 4],
      ['1:1,2:3,', 5],
      ['1:2,2:4,', 3],
    ])
    expect(
      properties?.flatMap(({ childsCurGoods }) => childsCurGoods.map(({ id, name }) => `${id}${name}`)).sort(),
    ).toEqual(['1红', '2蓝', '3小', '4大', '5中', '6绿'])
  })

  it('names the line and the reason of every bad row, and imports nothing', async () => {
    await createShirt(shop, { barCode: '6905' })
    const before = await listed()
    const rows = [
      '名称,价格,原价,库存,条码,规格,分类,重量克,运费模板,推荐,图片',
      '好茶,10,,,,,,,,,',
      ',10,,,,,,,,,',
      `${'长'.repeat(101)},10,,,,,,,,,`,
      '无价,,,,,,,,,,',
      '贵茶,12.345,,,,,,,,,',
      '负价,-5,,,,,,,,,',
      '原价,10,abc,,,,,,,,',
      '库存,10,,1.5,,,,,,,',
      '重量,10,,,,,,半斤,,,',
      '分类,10,,,,,没有的,,,,',
      '运费,10,,,,,,,没有的,,',
      '推荐,10,,,,,,,,也许,',
      '规格,10,,,,红,,,,,',
      '两行,10,,,7001,,,,,,',
      '两行,10,,,7001,颜色:红,,,,,',
      '不齐,10,,,7002,颜色:红,,,,,',
      '不齐,10,,,7002,尺码:大,,,,,',
      '重复,10,,,7003,颜色:红,,,,,',
      '重复,10,,,7003,颜色:红,,,,,',
      '衬衫,10,,,6905,,,,,,',
    ]
    const said = await refused(shop, 'import-goods', file('bad.csv', rows.join('\n')))
    const reasons = new Map(
      [...said.matchAll(/第 (\d+) 行 \/ line \d+: (.+)/g)].map(([, line, reason]) => [Number(line), reason]),
    )
    expect(Object.fromEntries(reasons)).toMatchObject({
      3: expect.stringContaining('缺少名称'),
      4: expect.stringContaining('不能超过 100 个字'),
      5: expect.stringContaining('缺少价格'),
      6: expect.stringContaining('12.345'),
      7: expect.stringContaining('-5'),
      8: expect.stringContaining('原价应如'),
      9: expect.stringContaining('库存应为整数'),
      10: expect.stringContaining('重量克应为整数'),
      11: expect.stringContaining('没有分类「没有的」'),
      12: expect.stringContaining('没有运费模板「没有的」'),
      13: expect.stringContaining('推荐应为 是 或 否'),
      14: expect.stringContaining('规格格式应如'),
      15: expect.stringContaining('每行都要填规格'),
      18: expect.stringContaining('规格名要一致'),
      20: expect.stringContaining('规格重复'),
      21: expect.stringContaining('该商品有规格'),
    })
    expect(reasons.has(2)).toBe(false)
    expect(said).toContain('没有导入任何商品')
    expect(await listed()).toEqual(before)
  })

  it('refuses files that are none, and imports nothing when a picture is missing', async () => {
    const before = await listed()
    const [absent, columns, ragged, empty, pictureless, inside] = await Promise.all([
      refused(shop, 'import-goods', join(folder, 'absent.csv')),
      refused(shop, 'import-goods', file('columns.csv', '名称,库存\n茶,1\n')),
      refused(shop, 'import-goods', file('ragged.csv', '名称,价格\n茶,1,2,3\n')),
      refused(shop, 'import-goods', file('empty.csv', '名称,价格\n')),
      refused(shop, 'import-goods', file('picture.csv', '名称,价格,图片\n茶,1,white.png\n茶,2,absent.png\n')),
      refused(shop, 'import-goods', file('inside.csv', `name,price,pictures\ntea,1,${shop.origin}/a.png\n`)),
    ])
    expect(absent).toContain('文件不存在')
    expect(columns).toContain('缺少「价格」列')
    expect(ragged).toContain('不是有效的 CSV')
    expect(empty).toContain('文件里没有商品')
    expect(pictureless).toMatch(/第 3 行的图片 absent\.png.*没有导入任何商品/)
    expect(inside).toMatch(/第 2 行的图片/)
    expect(await listed()).toEqual(before)
  })
})
