import { beforeAll, describe, expect, it, vi } from 'vitest'
import { setSetting } from '../../server/domains/site/settings'
import { refused, told } from '../support/keeper'
import { stockOf } from '../support/orders'
import { dataOf, signIn } from '../support/people'
import { builtPrograms } from '../support/programs'
import { createShop } from '../support/shop'
import { buyCards, resume, seenBy, supplierGoods } from '../support/supply'

// Each command is a process of its own, and a story has many.
vi.setConfig({ testTimeout: 60_000 })

const shop = await createShop()
const { wxapi, app, merchantId } = shop
const ann = await signIn(shop, 'ann')
beforeAll(builtPrograms)

const set = (key: string, value: string) =>
  app.services.transaction(tx => setSetting(tx, merchantId, { key, value }, shop.now(), false))

async function named(name: string) {
  const goods = await dataOf(wxapi.goods({ pageSize: 100 })).catch(() => [])
  return goods.find(one => one.name === name)
}

describe('the catalogue of the supplier', () => {
  it('is not taken in without a mark-up rule, and a rule that makes no sense is refused', async () => {
    expect(await told(shop, 'weilian', 'sync', '--add', 'all')).toContain('还没有加价规则')
    await set('weilian_markup', '二成')
    expect(await refused(shop, 'weilian', 'sync', '--add', 'all')).toContain('加价规则看不懂')
    await set('weilian_markup', '20% .9')
  })

  it('is shown before anything is written, then taken in row by row, and one bad row does not stop the rest', async () => {
    const trial = await told(shop, 'weilian', 'sync', '--add', 'all', '--dry-run')
    expect(trial).toContain('+ DdPjV10JJNdXv75n 视频会员月卡（兑换码） ¥15.90 库存 200')
    expect(trial).toContain('没有写入')
    expect(await named('视频会员月卡（兑换码）')).toBeUndefined()
    const said = await told(shop, 'weilian', 'sync', '--add', 'all')
    expect(said).toMatch(/5 \/ 5[\s\S]*done: 4，问题 1[\s\S]*手机支架.*运费模板/)
    expect(await named('视频会员月卡（兑换码）')).toMatchObject({ minPrice: 15.9, stores: 200, supplyType: 'weilian' })
    expect(await named('咖啡兑换券'), 'what is sold out is not offered').toBeUndefined()
    expect(await told(shop, 'weilian', 'sync')).toContain('没有变化')
  })

  it('is bought from as it was taken in: a top-up asks for what the supplier asks for', async () => {
    const card = await named('视频会员月卡（兑换码）')
    const id = await buyCards(shop, ann, card?.id ?? 0)
    expect(await seenBy(shop, ann, id)).toMatchObject({ status: 3, codes: [{}] })
    const topUp = await dataOf(wxapi.goodsDetail((await named('游戏点券 100（直充）'))?.id ?? 0))
    expect(JSON.stringify(topUp)).toContain('充值账号')
  })

  it('is followed: prices by the rule, stock, and off the shelf when it is gone until it is back', async () => {
    const supplierId = await supplierGoods(shop, { priceFen: 1000, stock: 5 })
    await told(shop, 'weilian', 'sync', '--add', supplierId)
    const id = (await named('兑换码'))?.id ?? 0
    await shop.sim('/weilian/goods', { id: supplierId, price: 20, stock: 7 })
    const changed = await told(shop, 'weilian', 'sync')
    expect(changed).toContain('¥12.90 → ¥24.90，库存 5 → 7')
    await told(shop, 'price', String(id), '1.00')
    expect(await told(shop, 'weilian', 'sync')).toContain('¥1.00 → ¥24.90')
    await shop.sim('/weilian/goods', { id: supplierId, stock: 0 })
    expect(await told(shop, 'weilian', 'sync')).toContain('售罄，下架')
    expect(await named('兑换码')).toBeUndefined()
    await shop.sim('/weilian/goods', { id: supplierId, stock: 3 })
    expect(await told(shop, 'weilian', 'sync')).toContain('重新上架')
    expect(await stockOf(shop, id)).toBe(3)
  })

  it('is followed by itself every hour where that is set, also while sale is stopped', async () => {
    const supplierId = await supplierGoods(shop, { priceFen: 3000, stock: 5 })
    await told(shop, 'weilian', 'sync', '--add', supplierId)
    const card = await named('视频会员月卡（兑换码）')
    await told(shop, 'weilian', 'stop')
    await set('weilian_sync', 'on')
    await shop.sim('/weilian/goods', { id: 'DdPjV10JJNdXv75n', price: 13, stock: 50 })
    await shop.advance(3600)
    await shop.advance(3600)
    expect(await stockOf(shop, card?.id ?? 0)).toBe(0)
    await resume(shop)
    expect(await stockOf(shop, card?.id ?? 0)).toBe(50)
    expect(await named('视频会员月卡（兑换码）')).toMatchObject({ minPrice: 15.9 })
  })
})
