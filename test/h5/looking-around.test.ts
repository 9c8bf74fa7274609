/** Somebody without an account looks around. */
import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import { goodsId, KEYBOARD, TEA } from '../support/demo-goods'
import { inBrowser } from './support/in-browser'
import { at, sees, seesNot, tap } from './support/steps'

const LIST = '/packages/goods/list'
const SEARCH = '/packages/goods/search'
const DETAIL = '/packages/goods/detail'

inBrowser('a guest', (open, shop) => {
  it('finds banners, categories and goods at home, and more of them further down', async () => {
    const page = await open('/')
    const home = await at(page, '/pages/home')
    await home.locator('.goods-card').first().waitFor()
    expect(await page.title()).toBe('小铺')
    expect(await home.locator('.banner').count()).toBe(4)
    expect(await home.locator('.home__category').count()).toBe(10)
    await sees(home, '下单前看一眼：发货与运费')
    await toEnd(home)
    await sees(home, '就这些了')
  })

  it('goes from home to what it speaks of: a product, a list under the name of its category', async () => {
    const page = await open('/')
    await page.getByRole('link', { name: '炉火小一点' }).tap()
    await at(page, DETAIL)
    await expect.poll(() => page.title()).toBe(TEA)
    await page.goBack()
    const home = await at(page, '/pages/home')
    await home.getByRole('link', { name: '绿植' }).tap()
    const list = await at(page, LIST)
    await sees(list, '龟背竹')
    expect(await page.title()).toBe('绿植')
    expect(await list.locator('.goods-card').count()).toBeLessThan(12)
  })

  it('opens the goods of a category, and a part of it', async () => {
    const page = await open('/')
    await page.getByRole('tab', { name: '分类' }).tap()
    const category = await at(page, '/pages/category')
    expect(await page.title()).toBe('分类')
    await category.getByRole('tab', { name: '卡券' }).tap()
    await sees(category, '街角咖啡 中杯兑换券')
    await category.getByRole('radio', { name: '会员卡' }).tap()
    await sees(category, '云影视频 会员月卡')
    await seesNot(category, '街角咖啡 中杯兑换券')
    await category.getByRole('link', { name: '云影视频 会员月卡' }).tap()
    await at(page, DETAIL)
    await expect.poll(() => page.title()).toBe('云影视频 会员月卡')
  })

  it('searches by words and by what others look for', async () => {
    const page = await open('/')
    await page.getByRole('link', { name: '搜索商品' }).tap()
    const search = await at(page, SEARCH)
    await tap(search, '台灯')
    const list = await at(page, LIST)
    await sees(list, '黄铜布罩台灯')

    await list.getByRole('link', { name: '搜索商品' }).tap()
    const again = await at(page, SEARCH)
    const field = again.getByLabel('搜索商品')
    expect(await field.inputValue()).toBe('台灯')
    await field.fill('没有这种东西')
    await field.press('Enter')
    const none = await at(page, LIST)
    await sees(none, '没有找到“没有这种东西”')
    await tap(none, '清除条件')
    await expect.poll(() => none.locator('.goods-card').count()).toBeGreaterThan(10)
    await page.goBack()
    await sees(await at(page, LIST), '黄铜布罩台灯')
  })

  it('is shown what the words may mean while typing, and what was searched for before', async () => {
    const page = await open(`${SEARCH}/index`)
    const search = await at(page, SEARCH)
    await seesNot(search, '搜索历史')
    const field = search.getByLabel('搜索商品')
    await field.fill('茶')
    await search.getByRole('link', { name: TEA }).tap()
    await at(page, DETAIL)
    await page.goBack()
    await at(page, SEARCH)
    await field.fill('键盘')
    await tap(search, '搜索“键盘”')
    await at(page, LIST)

    await page.goto(page.url().replace(/list.*/, 'search/index'))
    const later = await at(page, SEARCH)
    const history = later.getByRole('group', { name: '搜索历史' })
    expect(await history.getByRole('button').allInnerTexts()).toEqual(['键盘', '茶'])
    await later.getByRole('button', { name: '清理搜索历史' }).tap()
    await tap(history, '茶')
    expect(await history.getByRole('button').allInnerTexts()).toEqual(['键盘'])
    await tap(later, '全部清空')
    await seesNot(later, '搜索历史')
  })

  it('keeps the list to a category, a tag and a price, and takes each away again', async () => {
    const page = await open(`${LIST}/index`)
    const list = await at(page, LIST)
    await list.locator('.goods-card').first().waitFor()
    await tap(list, '筛选')
    const sheet = list.getByRole('dialog')
    await sheet.getByRole('radio', { name: '卡券' }).tap()
    await tap(list, '看结果')
    await sees(list, '就这些了')
    await tap(list, '筛选')
    await sheet.getByRole('radio', { name: '秒到账' }).tap()
    await sheet.getByRole('radio', { name: '店家推荐' }).tap()
    await tap(list, '看结果')
    await list.getByRole('button', { name: '去掉条件：店家推荐' }).waitFor()
    await sees(list, '就这些了')
    const narrow = await list.locator('.goods-card').count()
    await list.getByRole('button', { name: '去掉条件：店家推荐' }).tap()
    await sees(list, '就这些了')
    await expect.poll(() => list.locator('.goods-card').count()).toBeGreaterThan(narrow)
    await list.getByRole('button', { name: '去掉条件：秒到账' }).tap()
    await list.getByRole('button', { name: '去掉条件：卡券' }).tap()
    await expect.poll(() => list.locator('.goods-card').count()).toBe(20)
  })

  it('shows the list as rows, and remembers it', async () => {
    const page = await open(`${LIST}/index`)
    const list = await at(page, LIST)
    await list.getByRole('button', { name: '看列表' }).tap()
    await expect.poll(() => list.locator('.goods-card--row').count()).toBe(20)
    await page.reload()
    const again = await at(page, LIST)
    await expect.poll(() => again.locator('.goods-card--row').count()).toBe(20)
    await again.getByRole('button', { name: '看大图' }).tap()
    await expect.poll(() => again.locator('.goods-card--row').count()).toBe(0)
  })

  it('orders by price, both ways, and keeps to a range of prices', async () => {
    const page = await open(`${LIST}/index`)
    const list = await at(page, LIST)
    const price = list.getByRole('tab', { name: '价格' })
    await price.tap()
    await expect.poll(() => isSorted(list, (a, b) => a - b)).toBe(true)
    await price.tap()
    await expect.poll(() => isSorted(list, (a, b) => b - a)).toBe(true)

    await tap(list, '筛选')
    await list.getByLabel('最低').fill('60')
    await list.getByLabel('最高').fill('80')
    await tap(list, '看结果')
    await sees(list, '就这些了')
    const prices = await pricesIn(list)
    expect(Math.max(...prices)).toBeLessThanOrEqual(80)
    expect(Math.min(...prices)).toBeGreaterThanOrEqual(60)
  })

  it('reads on page by page until the end', async () => {
    const page = await open(`${LIST}/index`)
    const list = await at(page, LIST)
    const cards = list.locator('.goods-card')
    await expect.poll(() => cards.count()).toBe(20)
    await toEnd(list)
    await expect.poll(() => cards.count()).toBe(40)
    for (let more = 0; more < 4 && !(await list.getByText('就这些了').isVisible()); more++) {
      const before = await cards.count()
      await toEnd(list)
      await expect.poll(() => cards.count()).not.toBe(before)
    }
    await sees(list, '就这些了')
    const names = await list.locator('.goods-card').evaluateAll(all => all.map(card => card.getAttribute('href')))
    expect(new Set(names).size, 'none twice').toBe(names.length)
  })

  it('finds the list where it was left, by the browser’s way back and by ours', async () => {
    const page = await open(`${LIST}/index`)
    const list = await at(page, LIST)
    const placeOf = () => list.evaluate(element => element.scrollTop)
    await list.locator('.goods-card').nth(14).tap()
    await at(page, DETAIL)
    await page.goBack()
    await at(page, LIST)
    expect(await placeOf()).toBeGreaterThan(500)

    const before = await placeOf()
    await list.locator('.goods-card').nth(15).tap()
    const other = await at(page, DETAIL)
    await other.getByRole('button', { name: '返回' }).tap()
    await at(page, LIST)
    expect(await placeOf()).toBe(before)
    expect(await page.title()).toBe('全部商品')
  })

  it('gets back to the list from a page that was loaded anew, and home from one that was opened by itself', async () => {
    const page = await open(`${LIST}/index?k=${encodeURIComponent('茶')}`)
    const list = await at(page, LIST)
    await list.locator('.goods-card').first().tap()
    await at(page, DETAIL)
    await page.reload()
    const detail = await at(page, DETAIL)
    await detail.getByRole('button', { name: '返回' }).tap()
    const again = await at(page, LIST)
    await again.getByRole('link', { name: '搜索商品: 茶' }).waitFor()
    await again.getByRole('button', { name: '返回' }).tap()
    await at(page, '/pages/home')
  })

  it('sees what a product is, what it costs and what others say', async () => {
    const page = await open(`${DETAIL}/index?id=${await goodsId(shop, TEA)}`)
    const detail = await at(page, DETAIL)
    await sees(detail, '评价 4')
    expect(await detail.getByLabel('¥68.00').first().innerText()).toMatch(/68\s*\.00\s*起/)
    await sees(detail, '快递 ¥8 起 · 满 ¥99 包邮')
    await tap(detail, '看全部评价')
    const reviews = await at(page, '/packages/goods/reviews')
    await sees(reviews, '就这些了')
    expect(await reviews.locator('.review').count(), 'all of them, not the newest alone').toBe(4)
  })

  it('reads what others say by what they thought, and sees their pictures large', async () => {
    const page = await open(`/packages/goods/reviews/index?id=${await goodsId(shop, TEA)}`)
    const reviews = await at(page, '/packages/goods/reviews')
    await reviews.getByRole('radio', { name: '有图' }).tap()
    await sees(reviews, '就这些了')
    const pictured = await reviews.locator('.review').count()
    expect(pictured).toBeLessThan(4)
    expect(await reviews.locator('.picture-row').count()).toBe(pictured)
    await reviews.getByRole('button', { name: '看第 1 张图' }).first().tap()
    const viewer = page.getByRole('dialog', { name: '看图片' })
    await viewer.locator('img').first().waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => viewer.count()).toBe(0)
  })

  it('plays the film of a product over its pictures, and fetches nothing of it before', async () => {
    const page = await open(`${DETAIL}/index?id=${await goodsId(shop, TEA)}`)
    const detail = await at(page, DETAIL)
    const button = detail.getByRole('button', { name: '看视频' })
    await button.waitFor()
    expect(await detail.locator('video').count()).toBe(0)
    await button.tap()
    await expect
      .poll(() => detail.locator('video').evaluate(film => (film as HTMLVideoElement).videoWidth), { timeout: 8000 })
      .toBe(480)
    await detail.getByRole('button', { name: '关闭' }).tap()
    await button.waitFor()
  })

  it('chooses in the sheet, where what is sold out cannot be bought', async () => {
    const page = await open(`${DETAIL}/index?id=${await goodsId(shop, KEYBOARD)}`)
    const detail = await at(page, DETAIL)
    await tap(detail, '加入购物车')
    const sheet = detail.getByRole('dialog')
    const foot = sheet.locator('.sheet__foot')
    await tap(foot, '加入购物车')
    await sees(detail, '请选择配色')
    await sheet.getByRole('radio', { name: '夜色' }).tap()
    await sheet.getByRole('radio', { name: '段落' }).tap()
    await sees(sheet, '这个规格卖完了')
    expect(await foot.getByRole('button', { name: '已售罄' }).getAttribute('aria-disabled')).toBe('true')
    await sheet.getByRole('radio', { name: '奶白' }).tap()
    await sheet.getByLabel('¥329.00').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => sheet.count()).toBe(0)
    await sees(detail, '已选 奶白 · 段落')
  })
})

/** In two moves, since a finger passes what lies between. */
const toEnd = (where: Locator) =>
  where.evaluate(async element => {
    element.scrollTo(0, element.scrollHeight / 2)
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    element.scrollTo(0, element.scrollHeight)
  })

const pricesIn = (where: Locator): Promise<number[]> =>
  where
    .locator('.goods-card .price')
    .evaluateAll(prices => prices.map(price => Number(price.getAttribute('aria-label')?.replace('¥', ''))))

async function isSorted(where: Locator, compare: (a: number, b: number) => number): Promise<boolean> {
  const prices = await pricesIn(where)
  return prices.length > 10 && prices.join() === [...prices].sort(compare).join()
}
