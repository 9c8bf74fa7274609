import { describe, expect, it } from 'vitest'
import { insertArticle, publishArticle, savePage, updateArticle } from '../../server/domains/cms/save'
import { codeOf, dataOf, signIn } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi, merchantId } = shop
const { transaction, clock, articleViews } = shop.app.services

let hour = 0
/** Each an hour after the one before. */
const write = (title: string, rest: Partial<Parameters<typeof insertArticle>[2]> = {}) => {
  hour += 1
  const at = new Date(clock.now().getTime() + hour * 3_600_000)
  return transaction(tx => insertArticle(tx, merchantId, { title, content: `<p>${title}</p>`, ...rest }, at))
}

describe('a shop without articles', () => {
  it('answers 700 everywhere while there are none', async () => {
    const { wxapi } = await shop.anotherShop('blank')
    const replies = [wxapi.cmsCategories(), wxapi.cmsArticles(), wxapi.cmsArticlesV2(), wxapi.cmsTags()]
    for (const reply of replies) expect(await codeOf(reply)).toBe(700)
    expect(await codeOf(wxapi.cmsArticleDetailV2(1))).toBe(700)
    expect(await codeOf(wxapi.cmsCategoryDetail(1))).toBe(700)
  })
})

describe('with articles', async () => {
  const tea = await write('煮茶', { category: '喝茶', tags: '老白茶,煮茶', descript: '二十分钟' })
  const lamp = await write('放灯', { category: '过日子', tags: '灯' })
  const cup = await write('挑杯', { category: '喝茶', tags: '老白茶', isRecommended: true })
  const draft = await write('草稿', { category: '喝茶', tags: '草稿' })
  await transaction(tx => publishArticle(tx, merchantId, draft, false))
  const [teas] = await dataOf(wxapi.cmsCategories())
  const titles = async (filter: Parameters<typeof wxapi.cmsArticles>[0]) =>
    (await dataOf(wxapi.cmsArticles(filter))).map(({ title }) => title)

  it('cmsCategories answers them in the order they came up, cmsCategoryDetail one of them', async () => {
    expect((await dataOf(wxapi.cmsCategories())).map(({ name }) => name)).toEqual(['喝茶', '过日子'])
    expect((await dataOf(wxapi.cmsCategoryDetail(teas?.id ?? 0))).info).toEqual(teas)
  })

  it('cmsArticles shows what is published: recommended first, then the newest, without the text', async () => {
    const rows = await dataOf(wxapi.cmsArticles())
    expect(rows.map(({ title }) => title)).toEqual(['挑杯', '放灯', '煮茶'])
    expect(rows[2]).toMatchObject({ tags: '老白茶,煮茶', descript: '二十分钟', views: 0, isRecommend: false })
    expect(rows[2]).not.toHaveProperty('content')
  })

  it('cmsArticles filters by category, words, tags and recommendation, and orders as asked', async () => {
    expect(await titles({ categoryId: teas?.id ?? 0 })).toEqual(['挑杯', '煮茶'])
    expect(await titles({ k: '二十' })).toEqual(['煮茶'])
    expect(await titles({ titleLike: '灯' })).toEqual(['放灯'])
    expect(await titles({ tagsLike: '老白茶', orderBy: 'addUp' })).toEqual(['煮茶', '挑杯'])
    expect(await titles({ isRecommend: true })).toEqual(['挑杯'])
    expect(await titles({ orderBy: 'addDown' })).toEqual(['挑杯', '放灯', '煮茶'])
    expect(await codeOf(wxapi.cmsArticles({ k: '%' }))).toBe(700)
  })

  it('cmsArticlesV2 answers them page by page, V3 on the host of articles', async () => {
    const page = await dataOf(wxapi.cmsArticlesV2({ page: 2, pageSize: 2 }))
    expect(page).toMatchObject({ totalRow: 3, totalPage: 2, result: [{ title: '煮茶' }] })
    expect(await dataOf(wxapi.cmsArticlesV3({ page: 2, pageSize: 2 }))).toEqual(page)
  })

  it('cmsArticleDetailV2 answers the text, under each of its names', async () => {
    const { info } = await dataOf(wxapi.cmsArticleDetailV2(tea))
    expect(info).toMatchObject({ id: tea, title: '煮茶', content: '<p>煮茶</p>' })
    expect(await dataOf(wxapi.cmsArticleDetail(tea))).toEqual(info)
    expect((await dataOf(wxapi.cmsArticleDetailV3({ id: tea }))).info).toEqual(info)
    expect(await codeOf(wxapi.cmsArticleDetailV2(draft))).toBe(700)
  })

  it('counts each reading', async () => {
    await articleViews.write()
    const before = (await dataOf(wxapi.cmsArticleDetail(lamp))).views
    await dataOf(wxapi.cmsArticleDetailV2(lamp))
    await articleViews.write()
    expect((await dataOf(wxapi.cmsArticleDetail(lamp))).views).toBe(before + 2)
  })

  it('cmsArticlePreNext answers its neighbours in the list', async () => {
    const { pre, next } = await dataOf(wxapi.cmsArticlePreNext(tea))
    expect([pre?.id, next]).toEqual([lamp, undefined])
    expect((await dataOf(wxapi.cmsArticlePreNextV2(cup))).next?.id).toBe(lamp)
    const around = await dataOf(wxapi.cmsArticlePreNext(lamp))
    expect([around.pre?.id, around.next?.id]).toEqual([cup, tea])
    expect(await codeOf(wxapi.cmsArticlePreNext(draft))).toBe(700)
  })

  it('cmsTags counts the tags of what is published', async () => {
    const [first, ...others] = await dataOf(wxapi.cmsTags())
    expect(first).toEqual({ name: '老白茶', number: 2 })
    expect(others.map(({ name, number }) => `${name} ${number}`).sort()).toEqual(['灯 1', '煮茶 1'])
  })

  it('cmsArticleUseless counts one vote a reader, and the last one holds', async () => {
    const [ann, bob] = [await signIn(shop, 'ann'), await signIn(shop, 'bob')]
    const votes = async () => {
      const { numberUsefull, numberUseless } = await dataOf(wxapi.cmsArticleDetail(tea))
      return [numberUsefull, numberUseless]
    }
    await dataOf(wxapi.cmsArticleUseless({ id: tea, token: ann.token, isCheck: true }))
    expect(await votes()).toEqual([0, 0])
    await dataOf(wxapi.cmsArticleUseless({ id: tea, token: ann.token, isUseful: true }))
    await dataOf(wxapi.cmsArticleUseless({ id: tea, token: ann.token, isUseful: true }))
    await dataOf(wxapi.cmsArticleUseless({ id: tea, token: bob.token }))
    expect(await votes()).toEqual([2, 0])
    await dataOf(wxapi.cmsArticleUseless({ id: tea, token: bob.token, isUseful: false }))
    expect(await votes()).toEqual([1, 1])
    const { result } = await dataOf(wxapi.cmsArticleUsefulLogs({ id: tea }))
    expect(result.map(({ uid, isUseful }) => [uid, isUseful])).toEqual([
      [bob.uid, false],
      [ann.uid, true],
    ])
    expect(await codeOf(wxapi.cmsArticleUseless({ id: draft, token: ann.token }))).toBe(700)
    expect(await codeOf(wxapi.cmsArticleUseless({ id: tea, token: 'nobody' }))).toBe(2000)
  })

  it('shows a changed article at once, with its votes', async () => {
    const anew = { title: '煮老白茶', content: '<p>三克</p>', category: '过日子' }
    expect(await transaction(tx => updateArticle(tx, merchantId, tea, anew, clock.now()))).toBe(true)
    expect(await dataOf(wxapi.cmsArticleDetail(tea))).toMatchObject({ title: '煮老白茶', numberUsefull: 1 })
    expect(await transaction(tx => updateArticle(tx, merchantId, 999, anew, clock.now()))).toBe(false)
  })
})

describe('cmsPage', () => {
  it('answers a page that was written, and its newest text', async () => {
    expect(await codeOf(wxapi.cmsPage('about'))).toBe(700)
    const about = (content: string) =>
      transaction(tx => savePage(tx, merchantId, { key: 'about', title: '关于', content }, clock.now()))
    await about('<p>一</p>')
    expect((await dataOf(wxapi.cmsPage('about'))).info).toMatchObject({
      key: 'about',
      title: '关于',
      content: '<p>一</p>',
    })
    await about('<p>二</p>')
    expect((await dataOf(wxapi.cmsPage('about'))).info.content).toBe('<p>二</p>')
  })
})
