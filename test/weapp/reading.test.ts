/** What the shop writes, read in the mini-program and passed on. */
import { describe, expect, it } from 'vitest'
import { demoShop } from '../support/demo-shop'
import { dataOf } from '../support/people'
import { launch } from './runtime/launch'
import { tokenOf } from './steps'

const shop = demoShop()
const TEA = '老白茶怎么煮：三克茶，一壶水，二十分钟'

describe('articles', () => {
  it('are found by category, read, found useful, and passed on', async () => {
    const app = await launch(shop, 'ann')
    const list = await app.open('/packages/user/articles/index')
    expect(list.findAll('.article-card')).toHaveLength(6)
    await list.tap('过日子')
    expect(list.text()).not.toContain(TEA)
    await list.tap('全部')
    await list.tap(TEA)
    const article = app.page()
    expect(article.path).toBe('packages/user/article/index')
    expect(article.text()).toContain('先称三克')
    const [{ id = 0, numberUsefull = 0 } = {}] = (await dataOf(shop.wxapi.cmsArticles())).filter(
      ({ title }) => title === TEA,
    )
    await article.tap(`有用 ${numberUsefull}`)
    await article.sees(`有用 ${numberUsefull + 1}`)
    const inviter = (await dataOf(shop.wxapi.userWxinfo(tokenOf(app)))).uid
    expect(article.live('onShareAppMessage', {})).toMatchObject({
      title: TEA,
      path: `/packages/user/article/index?id=${id}&inviter=${inviter}`,
    })
    expect(article.live('onShareTimeline', {})).toMatchObject({ title: TEA, query: `id=${id}&inviter=${inviter}` })
  })
})

describe('notices', () => {
  it('stand in a list, the pinned one first, and open', async () => {
    const app = await launch(shop, 'ann')
    const list = await app.open('/packages/user/notices/index')
    expect(list.text()).toMatch(/下单前看一眼：发货与运费[\s\S]*置顶[\s\S]*卡券怎么领、怎么用/)
    await list.tap('卡券怎么领、怎么用')
    expect(app.page().path).toBe('packages/user/notice/index')
    expect(app.page().text()).toContain('卡券付款后自动发货，不用等人。')
    expect(app.page().live('onShareAppMessage', {})).toMatchObject({
      title: '卡券怎么领、怎么用',
      path: expect.stringMatching(/^\/packages\/user\/notice\/index\?id=\d+&inviter=\d+$/),
    })
  })
})

describe('single pages', () => {
  it('are the shop keeper’s words, or what usually holds', async () => {
    const app = await launch(shop, 'ann')
    expect((await app.open('/packages/user/page/index?key=about')).text()).toContain('关于小铺')
    expect(app.screen.title).toBe('关于我们')
    const privacy = await app.open('/packages/user/page/index?key=privacy')
    expect(privacy.text()).toContain('小铺（下称“本店”）只在为你提供服务所必需的范围内使用你的个人信息')
  })
})
