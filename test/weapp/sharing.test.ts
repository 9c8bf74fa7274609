/** A product passed on in WeChat: as a card, in the timeline, as a poster; and who sent it. */
import { describe, expect, it } from 'vitest'
import { demoShop } from '../support/demo-shop'
import { dataOf } from '../support/people'
import { type App, launch } from './runtime/launch'
import { goodsId, MUG, openGoods, tokenOf } from './steps'

const shop = demoShop()
const uidOf = async (app: App) => (await dataOf(shop.wxapi.userWxinfo(tokenOf(app)))).uid

describe('a product', () => {
  it('goes to friends and into the timeline with the name of whoever sends it', async () => {
    const app = await launch(shop, 'ann')
    const page = await openGoods(app, MUG)
    const id = await goodsId(shop, MUG)
    const inviter = await uidOf(app)
    expect(page.live('onShareAppMessage', {})).toMatchObject({
      title: MUG,
      path: `/packages/goods/detail/index?id=${id}&inviter=${inviter}`,
    })
    expect(page.live('onShareTimeline', {})).toMatchObject({ title: MUG, query: `id=${id}&inviter=${inviter}` })
  })

  it('becomes a poster with a mini-program code, which goes into the album when its owner allows that', async () => {
    const app = await launch(shop, 'ann')
    app.phone.allowsAlbum = false
    const page = await openGoods(app, MUG)
    await page.tap('分享')
    await page.tap('生成海报')
    await expect.poll(() => app.screen.drawn.length).toBeGreaterThan(4)
    expect(app.screen.drawn.join('')).toContain('49.00')
    expect(
      app.screen.drawn.filter(what => what.includes('/files/')),
      'picture and code',
    ).toHaveLength(2)
    await page.sees('保存到相册')

    await page.tap('保存到相册')
    expect(page.text()).toContain('没有相册权限')
    await page.find('.question__foot').tap('去设置')
    expect(app.calls('openSetting')).toHaveLength(1)
    await page.tap('保存到相册')
    expect(page.text()).toContain('海报已保存')
    expect(app.phone.album).toEqual(['wxfile://tmp/drawing.png'])
  })

  it('is found by its code, and whoever registers then has an inviter', async () => {
    const ann = await launch(shop, 'ann')
    const inviter = await uidOf(ann)
    const scene = encodeURIComponent(`${await goodsId(shop, MUG)},${inviter}`)
    const app = await launch(shop, 'ben', {}, { path: 'packages/goods/detail/index', query: { scene } })
    expect(app.page().text()).toContain(MUG)
    const { referrer } = await dataOf(shop.wxapi.userDetail(tokenOf(app)))
    expect(referrer?.id).toBe(inviter)
  })
})

describe('what many people want to see', () => {
  it.each([
    ['/packages/goods/list/index?k=%E8%8C%B6', '茶'],
    ['/packages/goods/list/index?categoryId=1&title=%E8%8C%B6%E4%B8%8E%E5%99%A8', '茶与器'],
    ['/packages/coupon/centre/index', '领券中心'],
    ['/packages/promotion/bargains/index', '砍价'],
    ['/packages/promotion/groups/index', '拼团'],
    ['/packages/user/articles/index', '文章'],
  ])('goes to friends: %s', async (path, title) => {
    const app = await launch(shop, 'ann')
    const page = await app.open(path)
    const inviter = await uidOf(app)
    expect(page.live('onShareAppMessage', {})).toMatchObject({
      title,
      path: `${path}${path.includes('?') ? '&' : '?'}inviter=${inviter}`,
    })
  })
})

describe('the shop’s front', () => {
  it('goes to friends with the shop keeper’s words and the name of whoever sends it, which is kept on arrival', async () => {
    const ann = await launch(shop, 'ann')
    const inviter = await uidOf(ann)
    const shared = ann.page().live('onShareAppMessage', {}) as { title: string; path: string }
    expect(shared).toMatchObject({
      title: '小铺：好好挑的东西，慢慢用',
      path: `/pages/home/index?inviter=${inviter}`,
    })
    expect(ann.page().live('onShareTimeline', {})).toMatchObject({ query: `inviter=${inviter}` })

    const ben = await launch(shop, 'ben', {}, { path: 'pages/home/index', query: { inviter: String(inviter) } })
    const { referrer } = await dataOf(shop.wxapi.userDetail(tokenOf(ben)))
    expect(referrer?.id).toBe(inviter)
  })
})

describe('a distributor', () => {
  it('has a poster of the shop with a code in their name', async () => {
    const app = await launch(shop, 'dora')
    await shop.keeper('fx', 'approve', String(await uidOf(app)))
    const page = await app.open('/packages/member/fx/index')
    await page.tap('我的海报')
    await page.sees('保存到相册')
    await expect.poll(() => app.screen.drawn.join('')).toContain('邀请你来逛逛')
    expect(app.screen.drawn.filter(what => what.includes('/files/')).length, 'goods and code').toBeGreaterThan(4)
    await page.tap('保存到相册')
    expect(app.phone.album).toEqual(['wxfile://tmp/drawing.png'])
  })

  it('has those come to belong to them who come by the code, though the shop knows them already', async () => {
    const seller = await launch(shop, 'sven')
    const uid = await uidOf(seller)
    await shop.keeper('fx', 'approve', String(uid))
    const phone = `known-${uid}`
    await launch(shop, phone)
    const scene = encodeURIComponent(`0,${uid}`)
    await launch(shop, phone, {}, { path: 'pages/home/index', query: { scene } })
    await expect
      .poll(async () => (await dataOf(shop.wxapi.fxMembersStatistics(tokenOf(seller)))).totleFansLevel1)
      .toBe(1)
  })
})
