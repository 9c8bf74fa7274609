/** The way to the first goods: what comes with the page is not asked for again. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { MUG } from '../support/demo-goods'
import { dataOf } from '../support/people'
import { rested } from './support/every-scene'
import { inBrowser } from './support/in-browser'
import { MOST_SHIFT, shiftOf, watchShifts } from './support/shifts'
import { slowDown } from './support/slow-phone'
import { at, detailOf, sees } from './support/steps'

inBrowser('the first load', (open, shop) => {
  it('of home asks the shop for nothing that came with the page', async () => {
    const page = await open('')
    const asked = askedOn(page)
    await page.goto(shop.origin)
    await (await at(page, '/pages/home')).locator('.goods-card').first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(asked.filter(path => /config|banner|category|notice|goods|news/.test(path))).toEqual([])
  })

  it('of home moves next to nothing on a slow phone with a slow network', async () => {
    const page = await open('')
    await watchShifts(page)
    await slowDown(page)
    await page.goto(shop.origin)
    await (await at(page, '/pages/home')).locator('.goods-card .price').first().waitFor()
    await rested(page)
    expect(await shiftOf(page)).toBeLessThan(MOST_SHIFT)
  })

  it('of a product neither, and its title and picture are there for other sites', async () => {
    const page = await open('')
    const asked = askedOn(page)
    await page.goto(`${shop.origin}${await detailOf(shop, MUG)}`)
    await sees(await at(page, '/packages/goods/detail'), MUG)
    await page.waitForLoadState('networkidle')
    expect(asked.filter(path => /config|goods\/detail|reputation|discounts/.test(path))).toEqual([])
    expect(await page.locator('meta[property="og:title"]').getAttribute('content')).toBe(MUG)
    expect(await page.locator('meta[property="og:image"]').getAttribute('content')).toMatch(
      /^http.*[.](webp|png|jpe?g)/,
    )
  })

  it('of an article neither, whose title and picture are there for other sites, too', async () => {
    const page = await open('')
    const asked = askedOn(page)
    const [article] = await dataOf(shop.wxapi.cmsArticles())
    await page.goto(`${shop.origin}/packages/user/article/index?id=${article?.id}`)
    await sees(await at(page, '/packages/user/article'), article?.title ?? '')
    await page.waitForLoadState('networkidle')
    expect(asked.filter(path => /config|news\/detail/.test(path))).toEqual([])
    expect(await page.locator('meta[property="og:title"]').getAttribute('content')).toBe(article?.title)
    expect(await page.locator('meta[property="og:image"]').getAttribute('content')).toMatch(/^http/)
  })

  it('can be read without JavaScript', async () => {
    const page = await open('')
    const context = await page.context().browser()?.newContext({ javaScriptEnabled: false })
    if (!context) throw new Error('no browser')
    const plain = await context.newPage()
    await plain.goto(shop.origin)
    const first = plain.getByRole('listitem').first().getByRole('link')
    const name = await first.innerText()
    await first.click()
    await plain.getByRole('heading', { name }).waitFor()
    await context.close()
  })
})

function askedOn(page: Page): string[] {
  const asked: string[] = []
  page.on('request', request => {
    const { pathname } = new URL(request.url())
    if (/^\/(demo|1)\//.test(pathname)) asked.push(pathname)
  })
  return asked
}
