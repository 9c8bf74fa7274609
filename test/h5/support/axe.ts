/** What axe-core says of a page, by its rules for WCAG 2.1 AA. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']
const APPEARANCES = {
  light: { scheme: 'light', size: 'usual' },
  dark: { scheme: 'dark', size: 'usual' },
  large: { scheme: 'light', size: 'large' },
}

/** In light, in the dark and in large type; the page stays in the last of them. */
export async function seriousProblems(page: Page, within = '#app'): Promise<string[]> {
  await page.evaluate(AXE)
  const problems: string[] = []
  for (const [name, appearance] of Object.entries(APPEARANCES)) {
    await page.evaluate(appearance => Object.assign(document.documentElement.dataset, appearance), appearance)
    problems.push(...(await seriousNow(page, within)).map(problem => `${name}: ${problem}`))
  }
  return problems
}

/** What is worse than a flaw, with the first element that has it. */
const seriousNow = (page: Page, within: string): Promise<string[]> =>
  page.evaluate(
    async ({ rules, within }) => {
      // What is on its way from one colour to another has no contrast to measure; what turns for ever has no end.
      for (const animation of document.getAnimations())
        if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish()
      const { run } = (window as unknown as { axe: typeof axe }).axe
      const { violations } = await run(within, { runOnly: rules, resultTypes: ['violations'] })
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id} at ${nodes[0]?.target} (${nodes.length}): ${nodes[0]?.any[0]?.message ?? ''}`)
    },
    { rules: RULES, within },
  )
