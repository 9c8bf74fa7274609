/** The page that shows every component in every state, for whoever works on them, holds what every page has to. */
import { expect, it } from 'vitest'
import { seriousProblems } from './support/axe'
import { openGallery, sheetNames, withSheet } from './support/gallery'
import { inBrowser } from './support/in-browser'
import { whatSticksOut } from './support/sticks-out'

/** The component set, with what is broken, gone or away on purpose. */
inBrowser('the gallery of components', (open, shop) => {
  it('has no serious problem in light, in the dark and in large type, and fits narrow phones', async () => {
    const page = await open('', { width: 375 })
    await openGallery(page, shop.origin)
    const found: Record<string, string[]> = { page: [...(await whatSticksOut(page)), ...(await seriousProblems(page))] }
    await page.setViewportSize({ width: 320, height: 640 })
    found.large = await whatSticksOut(page)
    const names = await sheetNames(page)
    expect(names.length).toBeGreaterThan(10)
    for (const name of names)
      found[name] = await withSheet(page, name, async () => [
        ...(await whatSticksOut(page)),
        ...(await seriousProblems(page, '.sheet')),
      ])
    expect(Object.fromEntries(Object.entries(found).filter(([, problems]) => problems.length))).toEqual({})
  }, 120_000)
})
