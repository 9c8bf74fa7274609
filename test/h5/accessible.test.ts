/** Every page for people who read with their ears, need contrast or larger type: by axe-core's rules for WCAG 2.1 AA. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { inspectAll, plainScenes } from './support/every-scene'
import { inBrowser } from './support/in-browser'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']
const APPEARANCES = {
  light: { scheme: 'light', size: 'usual' },
  dark: { scheme: 'dark', size: 'usual' },
  large: { scheme: 'light', size: 'large' },
}

inBrowser('every page', (open, shop) => {
  it('has no serious problem in light, in the dark and in large type', async () => {
    const found = await inspectAll(open, shop, await plainScenes(shop), async page => {
      await page.evaluate(AXE)
      const problems: string[] = []
      for (const [name, appearance] of Object.entries(APPEARANCES)) {
        await page.evaluate(appearance => Object.assign(document.documentElement.dataset, appearance), appearance)
        problems.push(...(await seriousProblems(page)).map(problem => `${name}: ${problem}`))
      }
      return problems
    })
    expect(found).toEqual({})
  }, 300_000)
})

/** What is worse than a flaw, with the first element that has it. */
const seriousProblems = (page: Page): Promise<string[]> =>
  page.evaluate(async rules => {
    // What is on its way from one colour to another has no contrast to measure.
    for (const animation of document.getAnimations()) animation.finish()
    const { run } = (window as unknown as { axe: typeof axe }).axe
    const { violations } = await run('#app', { runOnly: rules, resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id} at ${nodes[0]?.target} (${nodes.length}): ${nodes[0]?.any[0]?.message ?? ''}`)
  }, RULES)
