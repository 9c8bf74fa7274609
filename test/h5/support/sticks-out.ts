import type { Page } from 'playwright-core'

/** What reaches beyond the right edge and is not meant to be pushed aside. */
export const whatSticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth } = document.documentElement
    const isMovable = (element: Element) =>
      element.closest('.carousel, .tabs, .rich, .article-shelf__row, .new-shelf, .conditions, .day-strip')
    return [...document.querySelectorAll('#app *')]
      .filter(element => element.getBoundingClientRect().right > clientWidth + 1 && !isMovable(element))
      .slice(0, 3)
      .map(element => `${element.className} sticks out at ${clientWidth}`)
  })
