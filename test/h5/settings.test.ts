/** How somebody wants the shop to be on this phone. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { inBrowser } from './support/in-browser'
import { at, sees, seesNot, tap } from './support/steps'

const SETTINGS = '/packages/user/settings'

inBrowser('settings', open => {
  it('are found under "me", and another language shows at once, on the pages below too', async () => {
    const page = await open('/pages/me/index')
    await tap(await at(page, '/pages/me'), '设置')
    const settings = await at(page, SETTINGS)
    await settings.getByRole('radio', { name: 'English' }).tap()
    await sees(settings, 'Text size')
    await expect.poll(() => page.title()).toBe('Settings')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.goBack()
    const me = await at(page, '/pages/me')
    await sees(me, 'Log in / sign up')
    await expect.poll(() => page.title()).toBe('Me')
    await page.getByRole('tab', { name: 'Home' }).tap()
    await sees(await at(page, '/pages/home'), 'Picked for you')

    await page.goto(new URL(`${SETTINGS}/index`, page.url()).href)
    await (await at(page, SETTINGS)).getByRole('radio', { name: '中文' }).tap()
    await sees(page, '文字大小')
    await seesNot(page, 'Text size')
  })

  it('make it dark or light whatever the phone is, from the first moment on', async () => {
    const page = await open(`${SETTINGS}/index`, { colorScheme: 'light' })
    const settings = await at(page, SETTINGS)
    const light = await groundOf(page)
    await settings.getByRole('radio', { name: '深色' }).tap()
    await expect.poll(() => groundOf(page)).not.toBe(light)
    const dark = await groundOf(page)
    expect(await barOf(page)).toEqual(['#151310', '#151310'])

    await page.reload({ waitUntil: 'commit' })
    await page.waitForSelector('body', { state: 'attached' })
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(dark)
    await (await at(page, SETTINGS)).getByRole('radio', { name: '浅色' }).tap()
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(() => groundOf(page)).toBe(light)
    await settings.getByRole('radio', { name: '跟随系统' }).last().tap()
    await expect.poll(() => groundOf(page)).toBe(dark)
    expect(await barOf(page)).toEqual(['#f6f3ef', '#151310'])
  })

  it('make type larger and what is touched taller, on narrow phones too', async () => {
    const page = await open(`${SETTINGS}/index`, { width: 320 })
    const settings = await at(page, SETTINGS)
    const choice = settings.getByRole('radio', { name: '大字' })
    const before = await choice.boundingBox()
    await choice.tap()
    await expect.poll(async () => (await choice.boundingBox())?.height).toBeGreaterThan((before?.height ?? 0) * 1.2)
    expect(await settings.locator('.page').evaluate(element => getComputedStyle(element).fontSize)).toBe('18.75px')
    expect(await page.evaluate(() => document.querySelector('.page')?.scrollWidth)).toBe(320)
    await page.reload()
    await at(page, SETTINGS)
    expect(await settings.locator('.page').evaluate(element => getComputedStyle(element).fontSize)).toBe('18.75px')
  })
})

const groundOf = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor)

const barOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLMetaElement>('[name=theme-color]')].map(({ content }) => content),
  )
