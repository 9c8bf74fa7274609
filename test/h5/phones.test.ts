/** Phones as people have them: keyboards that lie over the page, as on iOS, and browsers of 2017. */
import { expect, it } from 'vitest'
import { inBrowser } from './support/in-browser'
import { at, newcomer } from './support/steps'

const KEYBOARD = 336
const FORM = '/packages/user/address'

inBrowser('somebody who types', (open, shop) => {
  it('sees the field and what to press above the keyboard, and both back in their place afterwards', async () => {
    const { token } = await newcomer(shop)
    const page = await open('', { token })
    await page.addInitScript(() => {
      const screen = Object.assign(new EventTarget(), { height: innerHeight, offsetTop: 0, scale: 1 })
      Object.defineProperty(window, 'visualViewport', { value: screen })
    })
    await page.goto(`${shop.origin}${FORM}/index`)
    const form = await at(page, FORM)
    const type = (hidden: number) =>
      page.evaluate(hidden => {
        const screen = window.visualViewport as unknown as EventTarget & { height: number }
        screen.height = innerHeight - hidden
        screen.dispatchEvent(new Event('resize'))
      }, hidden)
    const field = form.getByLabel('详细地址')
    const bottomOf = (part: ReturnType<typeof form.locator>) =>
      part.evaluate(element => element.getBoundingClientRect().bottom)
    const bar = form.locator('.bottom-bar__bar')
    const height = await page.evaluate(() => innerHeight)

    await field.focus()
    await type(KEYBOARD)
    expect(await bottomOf(bar)).toBe(height - KEYBOARD)
    const barTop = await bar.evaluate(element => element.getBoundingClientRect().top)
    expect(await bottomOf(field)).toBeLessThanOrEqual(barTop)

    await type(60)
    expect(await bottomOf(bar), 'the browser’s own bar is no keyboard').toBe(height)
  })

  it('finds a shop that works on a phone of 2017', async () => {
    const page = await open('')
    await page.addInitScript(() => {
      for (const [owner, names] of [
        [Array.prototype, ['at', 'flatMap']],
        [Object, ['fromEntries']],
        [String.prototype, ['replaceAll', 'matchAll']],
        [Promise.prototype, ['finally']],
        [window, ['queueMicrotask']],
      ] as const)
        for (const name of names) delete (owner as unknown as Record<string, unknown>)[name]
    })
    await page.goto(`${shop.origin}/`)
    await page.locator('.goods-card').first().tap()
    const detail = await at(page, '/packages/goods/detail')
    await detail.locator('.headline').waitFor()
    expect(await page.evaluate(() => 'at' in Array.prototype)).toBe(true)
  })
})
