/** How much of a page moves while nobody touches it. */
import type { Page } from 'playwright-core'

/** Of what a page may shift altogether: less is not seen. */
export const MOST_SHIFT = 0.02

/** From the next page on. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(observe)
}

export const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { shift: number }).shift)

/** All of them: a phone's screen being imitated looks like a touch. */
function observe(): void {
  const counter = window as unknown as { shift: number }
  counter.shift = 0
  new PerformanceObserver(list => {
    for (const entry of list.getEntries() as unknown as Array<{ value: number }>) counter.shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
}
