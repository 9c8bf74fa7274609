/** What is pulled down is read again, and every list can be scrolled both ways by a finger. */
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { inBrowser } from './support/in-browser'
import { at } from './support/steps'
import { swipe } from './support/swipe'

const LIST = '/packages/goods/list'
const CATEGORY = '/pages/category'
const READING = /goods\/list\/v2/

inBrowser('a list', open => {
  it('is read again when it is pulled down at its beginning, and lets go', async () => {
    const page = await open(`${LIST}/index`)
    const list = await at(page, LIST)
    await settled(page, list)
    const again = page.waitForResponse(READING)
    await swipe(page, list.locator('.goods-card').first(), 0, 300)
    await again
    await expect.poll(() => list.locator('.pull-down--running').count()).toBe(0)
  })

  it('is left alone by a finger that turns back, or moves aside', async () => {
    const page = await open(`${LIST}/index`)
    const list = await at(page, LIST)
    await settled(page, list)
    const asked = askedOn(page)
    await swipe(page, list.locator('.goods-card').first(), 0, 40)
    await swipe(page, list.locator('.goods-card').first(), -160, 100)
    await page.waitForLoadState('networkidle')
    expect(asked).toEqual([])
  })

  it('is scrolled back by a finger, and not read again in the middle', async () => {
    const page = await open(`${LIST}/index`)
    const list = await at(page, LIST)
    await settled(page, list)
    const card = list.locator('.goods-card').nth(8)
    await card.scrollIntoViewIfNeeded()
    const before = await scrolled(list)
    expect(before).toBeGreaterThan(400)
    const asked = askedOn(page)
    await swipe(page, card, 0, 300)
    await expect.poll(() => scrolled(list)).toBeLessThan(before - 150)
    expect(asked).toEqual([])
  })

  it('of a category is pulled down where it scrolls by itself', async () => {
    const page = await open(`${CATEGORY}/index`)
    const category = await at(page, CATEGORY)
    const rows = category.locator('.category__goods .goods-card')
    await rows.first().waitFor()
    await page.waitForLoadState('networkidle')
    const again = page.waitForResponse(READING)
    await swipe(page, rows.first(), 0, 300)
    await again
    await expect.poll(() => category.locator('.pull-down--running').count()).toBe(0)
  })
})

async function settled(page: Page, list: Locator): Promise<void> {
  await list.locator('.goods-card').nth(8).waitFor()
  await page.waitForLoadState('networkidle')
}

/** What is asked of the list from now on. */
function askedOn(page: Page): string[] {
  const asked: string[] = []
  page.on('request', request => READING.test(request.url()) && asked.push(request.url()))
  return asked
}

const scrolled = (list: Locator) => list.evaluate(({ scrollTop }) => scrollTop)
