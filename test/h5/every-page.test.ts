/** What holds for every page, for somebody who has lived in the shop for a while: nothing breaks, nothing sticks out. */
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import type { Scene } from '../../scripts/screenshots/scenes'
import { inspectAll, plainScenes, rested } from './support/every-scene'
import { inBrowser, type Open } from './support/in-browser'
import { MOST_SHIFT, shiftOf, watchShifts } from './support/shifts'
import { whatSticksOut } from './support/sticks-out'

const LEAST_TOUCH = 44
const ONE_AFTER_ANOTHER_MS = 60

inBrowser('every page', (open, shop) => {
  let scenes: Scene[] = []
  beforeAll(async () => {
    scenes = await plainScenes(shop)
  })

  it('opens by its address, says something, fits narrow and wide phones, and is light or dark as the phone is', async () => {
    expect(scenes.length).toBeGreaterThan(20)
    const found = await inspectAll(open, shop, scenes, async page => {
      const problems = [...(await saysSomething(page)), ...(await whatSticksOut(page)), ...(await tooSmall(page))]
      const light = await groundOf(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      if ((await groundOf(page)) === light) problems.push(`is as light in the dark: ${light}`)
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize({ width: 320, height: 640 })
      problems.push(...(await whatSticksOut(page)))
      await page.setViewportSize({ width: 390, height: 844 })
      return problems
    })
    expect(found).toEqual({})
  }, 180_000)

  it('fits the narrowest phone in English and large type, and cuts no button', async () => {
    const speaking: Open = async (path, visit) => {
      const page = await open(path, { ...visit, width: 320 })
      await page.addInitScript(data => localStorage.setItem('preferences', JSON.stringify({ data })), {
        size: 'large',
        language: 'en',
      })
      return page
    }
    const found = await inspectAll(speaking, shop, scenes, async page => [
      ...(await whatSticksOut(page)),
      ...(await cutButtons(page)),
    ])
    expect(found).toEqual({})
  }, 180_000)

  it('keeps its place while its answers come one after another', async () => {
    const page = await open('/')
    await watchShifts(page)
    let asked = 0
    await page.route('**/demo/**', async route => {
      asked += 1
      await new Promise(resolve => setTimeout(resolve, (asked % 5) * ONE_AFTER_ANOTHER_MS))
      await route.continue()
    })
    const shifts: Record<string, number> = {}
    for (const { name, path } of scenes.filter(({ name }) => /^(01|04|06|10)-/.test(name))) {
      await page.goto(`${shop.origin}${path}`)
      await rested(page)
      shifts[name] = await shiftOf(page)
    }
    expect(Object.keys(shifts)).toHaveLength(4)
    for (const [name, shift] of Object.entries(shifts)) expect(shift, name).toBeLessThan(MOST_SHIFT)
  })
})

async function saysSomething(page: Page): Promise<string[]> {
  const text = await page.locator('#app').innerText()
  const title = await page.title()
  const isEmpty = !/\S/.test(text) || !title
  return [...(isEmpty ? ['says nothing'] : []), ...(text.match(/undefined|NaN|\[object/g) ?? [])]
}

/** Words wider than the button or the tab that they stand in. */
const cutButtons = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#app .button__text, #app .segments__choice > *, #app .cart__total > *')]
      .filter(words => {
        const around = words.parentElement?.getBoundingClientRect()
        return around && words.getBoundingClientRect().width > around.width + 1
      })
      .map(words => `${words.innerText} is cut`),
  )

const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(
    least =>
      [...document.querySelectorAll('.button--primary.button--m')]
        .map(button => [button.textContent, button.getBoundingClientRect().height] as const)
        .filter(([, height]) => height > 0 && height < least)
        .map(([text, height]) => `${text} is ${height} high`),
    LEAST_TOUCH,
  )

const groundOf = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
