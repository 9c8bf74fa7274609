/** Every page for people who read with their ears, need contrast or larger type: by axe-core's rules for WCAG 2.1 AA. */
import { expect, it } from 'vitest'
import { seriousProblems } from './support/axe'
import { inspectAll, plainScenes } from './support/every-scene'
import { inBrowser } from './support/in-browser'

inBrowser('every page', (open, shop) => {
  it('has no serious problem in light, in the dark and in large type', async () => {
    const found = await inspectAll(open, shop, await plainScenes(shop), page => seriousProblems(page))
    expect(found).toEqual({})
  }, 300_000)
})
