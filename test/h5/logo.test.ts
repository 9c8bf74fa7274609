/** The logo that a shop keeper has given stands wherever the shop shows itself. */
import type { Locator } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { clientOf } from '../support/client'
import { startDemoShop } from '../support/demo-server'
import { fileFolder } from '../support/pictures'
import { shopAt } from '../support/shop-at'
import { inBrowser } from './support/in-browser'
import { at } from './support/steps'

const MARK =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><rect width="20" height="20" fill="#276f4f"/></svg>'
const file = fileFolder()
const LOGIN = '/packages/user/login'

inBrowser('a shop with a logo', open => {
  it('shows it on home and login and as the icon of the tab, and lets go of it', async () => {
    // A shop of its own: the others have none.
    const { address, stop } = await startDemoShop()
    onTestFinished(stop)
    const shop = shopAt(address, clientOf(address.origin, 'demo', '1'))
    await shop.keeper('logo', file('mark.svg', MARK))
    const page = await open('/', { origin: shop.origin })
    const logos = (where: Locator) => where.locator('img[src*="/files/"][src$=".png"]').count()
    const home = await at(page, '/pages/home')
    await expect.poll(() => logos(home.locator('.home__head'))).toBe(1)
    expect(await page.locator('link[rel="icon"]').getAttribute('href')).toBe('/static/icon-192.png')
    await page.goto(`${shop.origin}${LOGIN}/index`)
    await expect.poll(async () => logos(await at(page, LOGIN))).toBe(1)

    await shop.keeper('logo', 'none')
    await page.goto(`${shop.origin}/`)
    await expect.poll(async () => logos((await at(page, '/pages/home')).locator('.home__head'))).toBe(0)
  }, 120_000)
})
