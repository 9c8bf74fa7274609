/** What the shop writes, as somebody reads it who has no account yet. */
import { expect, it } from 'vitest'
import { inBrowser } from './support/in-browser'
import { at, logIn, sees, seesNot, tap } from './support/steps'

const TEA = '老白茶怎么煮：三克茶，一壶水，二十分钟'

inBrowser('a reader', (open, shop) => {
  it('comes from the shelf at home to an article, and on to the next', async () => {
    const page = await open('/')
    const home = await at(page, '/pages/home')
    await home.locator('.article-card').first().tap()
    const article = await at(page, '/packages/user/article')
    await sees(article, TEA)
    await sees(article, '先称三克')
    await article.getByRole('link', { name: '下一篇' }).tap()
    await sees(await at(page, '/packages/user/article'), '一盏灯该放在哪儿')
  })

  it('sees the articles of one category', async () => {
    const page = await open('/packages/user/articles/index')
    const list = await at(page, '/packages/user/articles')
    await expect.poll(() => list.locator('.article-card').count()).toBe(6)
    await list.getByRole('tab', { name: '过日子' }).tap()
    await seesNot(list, TEA)
    await expect.poll(() => list.locator('.article-card').count()).toBe(2)
  })

  it('finds an article useful, logging in on the way, once', async () => {
    const [{ id = 0, numberUsefull = 0 } = {}] = (await shop.wxapi.cmsArticles({ k: '脐橙' })).data as {
      id: number
      numberUsefull: number
    }[]
    const page = await open(`/packages/user/article/index?id=${id}`)
    const article = await at(page, '/packages/user/article')
    await tap(article, `有用 ${numberUsefull}`)
    await logIn(page)
    await sees(await at(page, '/packages/user/article'), `有用 ${numberUsefull + 1}`)
  })

  it('reads the notices, and what the shop says of itself and of its rules', async () => {
    const page = await open('/packages/user/notices/index')
    await tap(await at(page, '/packages/user/notices'), '卡券怎么领、怎么用')
    await sees(await at(page, '/packages/user/notice'), '卡券付款后自动发货，不用等人。')
    await page.goto(`${shop.origin}/packages/user/page/index?key=about`)
    await sees(page, '关于小铺')
    await page.goto(`${shop.origin}/packages/user/page/index?key=privacy`)
    await sees(page, '小铺（下称“本店”）只在为你提供服务所必需的范围内使用你的个人信息')
    expect(await page.title()).toBe('隐私政策')
    await page.goto(`${shop.origin}/packages/user/page/index?key=nothing`)
    await sees(page, '这里的内容已经不在了')
  })
})
