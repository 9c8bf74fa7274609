/** The shop in another language. */
import { expect, it } from 'vitest'
import { MUG } from '../support/demo-goods'
import { inBrowser } from './support/in-browser'
import { at, detailOf, sees, seesNot, tap } from './support/steps'

inBrowser('somebody whose phone speaks English', (open, shop) => {
  it('reads English: tabs, titles, what the shop says', async () => {
    const page = await open('/', { locale: 'en-US' })
    const home = await at(page, '/pages/home')
    await sees(home, 'Picked for you')
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(['Home', 'Browse', 'Cart', 'Me'])
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByRole('tab', { name: 'Cart' }).tap()
    await sees(await at(page, '/pages/cart'), 'Log in to see your cart')
    expect(await page.title()).toBe('Cart')
  })

  it('reads in English what the server refuses', async () => {
    const page = await open('/packages/user/login/index', { locale: 'en-US' })
    const login = await at(page, '/packages/user/login')
    await login.getByLabel('Mobile').fill('13800138000')
    await login.getByLabel('Code', { exact: true }).fill('000000')
    await login.getByRole('checkbox', { name: 'Accept user agreement and privacy policy' }).tap()
    await login.getByRole('button', { name: 'Log in', exact: true }).tap()
    await sees(page, /Wrong code|The code has expired/)
  })

  it('finds nothing of ours in Chinese on a product’s page', async () => {
    const page = await open(await detailOf(shop, MUG), { locale: 'en-US' })
    const detail = await at(page, '/packages/goods/detail')
    await sees(detail, 'Add to cart')
    await tap(detail, 'Add to cart')
    await sees(page, 'Quantity')
    await seesNot(page, /加入购物车|数量|库存/)
  })
})
