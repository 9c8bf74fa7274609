import { describe, expect, it } from 'vitest'
import { touch } from '../../server/cache'
import { setSetting } from '../../server/domains/site/settings'
import { codeOf, dataOf, signIn } from '../support/people'
import { fileFolder, picture } from '../support/pictures'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi, merchantId } = shop
const { transaction, clock, gateways } = shop.app.services
const file = fileFolder()

const set = (key: string, value: string, isPublic = true) =>
  transaction(tx => setSetting(tx, merchantId, { key, value }, clock.now(), isPublic))

await set('mallName', '小铺')
await set('WITHDRAW_MIN', '100')
await set('sms_secret', 'hush', false)

describe('queryConfigValue', () => {
  it('answers the bare value', async () => {
    expect(await dataOf(wxapi.queryConfigValue('mallName'))).toBe('小铺')
    expect(await dataOf(wxapi.queryConfigValue('WITHDRAW_MIN'))).toBe('100')
  })

  it('answers 700 for a key that is not there or not for shoppers', async () => {
    expect(await codeOf(wxapi.queryConfigValue('nothing'))).toBe(700)
    expect(await codeOf(wxapi.queryConfigValue('sms_secret'))).toBe(700)
  })

  it('answers a change at once', async () => {
    await dataOf(wxapi.queryConfigValue('mallName'))
    await set('mallName', '新小铺')
    expect(await dataOf(wxapi.queryConfigValue('mallName'))).toBe('新小铺')
    await set('mallName', '小铺')
  })
})

describe('queryConfigBatch', () => {
  it('answers the keys that are there and leaves out the others', async () => {
    const settings = await dataOf(wxapi.queryConfigBatch('mallName, nothing,WITHDRAW_MIN,sms_secret,'))
    expect(settings).toHaveLength(2)
    expect(settings).toEqual(
      expect.arrayContaining([
        { key: 'mallName', value: '小铺' },
        { key: 'WITHDRAW_MIN', value: '100' },
      ]),
    )
    expect(await dataOf(wxapi.queryConfigBatch('nothing'))).toEqual([])
  })

  it('tells the storefront that the parties are simulated', async () => {
    expect(await dataOf(wxapi.queryConfigBatch('demo'))).toEqual([{ key: 'demo', value: '1' }])
  })
})

describe('vipLevel', () => {
  it('is above 0', async () => {
    expect(await dataOf(wxapi.vipLevel())).toBe(1)
  })
})

describe('siteStatistics', () => {
  it('counts files, their bytes and users', async () => {
    const before = await dataOf(wxapi.siteStatistics())
    const { token } = await signIn(shop, 'ann')
    const { size } = await dataOf(wxapi.uploadFile(token, file('a.png', await picture())))
    const after = await dataOf(wxapi.siteStatistics())
    expect(after).toMatchObject({
      wxAppid: gateways.appid,
      wxMpAppid: gateways.official?.appid,
      dfs: { count: before.dfs.count + 1, capacity: before.dfs.capacity + size },
      statistics: { users: before.statistics.users + 1 },
    })
  })
})

describe('fetchSubDomainByWxappAppid', () => {
  it('answers the subDomain of the mini-program, 700 for another', async () => {
    expect(await dataOf(wxapi.fetchSubDomainByWxappAppid(gateways.appid))).toBe('demo')
    expect(await codeOf(wxapi.fetchSubDomainByWxappAppid('wx0000000000000000'))).toBe(700)
  })
})

describe('banners', () => {
  it('answers 700 while there are none', async () => {
    expect(await codeOf(wxapi.banners())).toBe(700)
  })

  it('answers them in the shop keeper’s order, by type when asked', async () => {
    const row = { merchant_id: merchantId, business_id: 0, is_dark: 0, action: '', created_at: clock.now().getTime() }
    await transaction(async tx => {
      await tx
        .insertInto('banners')
        .values([
          { ...row, title: '秋茶', pic_url: '/files/1/202601/abcdefghij0123456789.jpg', type: 'index', paixu: 2 },
          { ...row, title: '新品', pic_url: 'https://x.example.com/b.jpg', type: 'index', paixu: 1, business_id: 7 },
          { ...row, title: '直播', pic_url: '', type: 'livelist', paixu: 0, is_dark: 1, action: '去看' },
        ])
        .execute()
      touch(tx, merchantId, 'site')
    })
    const titles = async (type?: string) =>
      (await dataOf(wxapi.banners(type === undefined ? {} : { type }))).map(({ title }) => title)
    expect(await titles()).toEqual(['直播', '新品', '秋茶'])
    expect(await titles('index')).toEqual(['新品', '秋茶'])
    expect(await titles('index,livelist')).toEqual(['直播', '新品', '秋茶'])
    expect(await codeOf(wxapi.banners({ type: 'card' }))).toBe(700)
    const [live, fresh, autumn] = await dataOf(wxapi.banners({ key: 'mallName' }))
    expect(live).toMatchObject({ isDark: true, action: '去看', businessId: 0, status: 0, statusStr: '显示' })
    expect(fresh).toMatchObject({ isDark: false, businessId: 7, picUrl: 'https://x.example.com/b.jpg' })
    expect(autumn?.picUrl).toBe(`${shop.origin}/files/1/202601/abcdefghij0123456789.jpg`)
  })
})

describe('notices', () => {
  it('are 700 while there are none', async () => {
    expect(await codeOf(wxapi.noticeLastOne())).toBe(700)
    expect(await codeOf(wxapi.noticeList())).toBe(700)
    expect(await codeOf(wxapi.noticeDetail(1))).toBe(700)
  })

  it('come pinned ones first, then the newest; the last one is the newest of all', async () => {
    const at = clock.now().getTime()
    const row = { merchant_id: merchantId, type: 'notice', is_top: 0, content: '<p><img src="/files/n.png"></p>' }
    await transaction(async tx => {
      await tx
        .insertInto('notices')
        .values([
          { ...row, title: '开业', created_at: at - 3000, is_top: 1 },
          { ...row, title: '放假', created_at: at - 2000 },
          { ...row, title: '上新', created_at: at - 2000 },
          { ...row, title: '招聘', created_at: at - 1000, type: 'job' },
        ])
        .execute()
      touch(tx, merchantId, 'site')
    })
    const list = await dataOf(wxapi.noticeList({ pageSize: 3 }))
    expect(list.dataList.map(({ title }) => title)).toEqual(['开业', '招聘', '上新'])
    expect(list).toMatchObject({ totalRow: 4, totalPage: 2 })
    expect(list.dataList[0]).toMatchObject({ isTop: true, isShow: true, type: 'notice' })
    expect(list.dataList[0]).not.toHaveProperty('content')
    expect((await dataOf(wxapi.noticeList({ page: 2, pageSize: 3 }))).dataList.map(({ title }) => title)).toEqual([
      '放假',
    ])
    expect(await codeOf(wxapi.noticeList({ page: 3, pageSize: 3 }))).toBe(700)
    expect((await dataOf(wxapi.noticeList({ type: 'job' }))).totalRow).toBe(1)

    expect(await dataOf(wxapi.noticeLastOne())).toMatchObject({ title: '招聘' })
    const last = await dataOf(wxapi.noticeLastOne('notice'))
    expect(last.title).toBe('上新')
    expect(await dataOf(wxapi.noticeDetail(last.id))).toEqual(last)
    expect(last.content).toBe(`<p><img src="${shop.origin}/files/n.png"></p>`)
    expect(await codeOf(wxapi.noticeLastOne('none'))).toBe(700)
    expect(await codeOf(wxapi.noticeDetail(last.id + 100))).toBe(700)
  })
})
