/** The pictures of `docs/design.md`: the parts of the gallery, each in light, in the dark and in large type. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { PHONE } from '../../test/h5/support/chromium'
import { openGallery, sheetNames, withSheet } from '../../test/h5/support/gallery'
import type { DemoShopAddress } from '../../test/support/demo-server'
import { beside, type Shot, shotOf } from './beside'

const FOLDER = join('docs', 'pictures', 'design')
const LOOKS = [
  { colorScheme: 'light', size: 'usual' },
  { colorScheme: 'dark', size: 'usual' },
  { colorScheme: 'light', size: 'large' },
] as const
type Look = (typeof LOOKS)[number]

/** Sharp enough to read, three beside one another. */
const SMALLER = 0.6
const GAP = 12
const SHEETS_A_ROW = 4
const SMALLER_SHEET = 0.5
/** The page's bar, and as much below. */
const ABOVE_AND_BELOW = 200

export async function drawDesign(browser: Browser, { origin }: DemoShopAddress): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  const pages: Page[] = []
  for (const look of LOOKS) pages.push(await opened(browser, origin, look))
  for (const part of await partsOf(pages[0])) {
    const shots: Shot[] = []
    for (const page of pages) shots.push(await partOf(page, part))
    await beside([shots], GAP).toFile(join(FOLDER, `${part}.webp`))
  }
  await drawSheets(pages.slice(0, 2))
  for (const page of pages) await page.context().close()
}

async function opened(browser: Browser, origin: string, { colorScheme, size }: Look): Promise<Page> {
  const page = await browser.newPage({
    ...PHONE,
    colorScheme,
    reducedMotion: 'reduce',
  })
  await page.addInitScript(data => localStorage.setItem('preferences', JSON.stringify({ data })), { size })
  await openGallery(page, origin)
  await seeAll(page)
  return page
}

/** Pictures load when they come near. */
async function seeAll(page: Page): Promise<void> {
  for (const part of await page.locator('.gallery__state').all()) await part.scrollIntoViewIfNeeded()
  await page.waitForLoadState('networkidle')
}

const partsOf = (page: Page | undefined): Promise<string[]> =>
  page
    ?.locator('.gallery__part')
    .evaluateAll(parts => parts.map(part => /part--(\w+)/.exec(part.className)?.[1] ?? '')) ?? Promise.resolve([])

/** On a screen that is high enough for all of it. */
async function partOf(page: Page, name: string): Promise<Shot> {
  const part = page.locator(`.gallery__part--${name}`)
  const height = await part.evaluate(element => element.clientHeight)
  await page.setViewportSize({ ...PHONE.viewport, height: height + ABOVE_AND_BELOW })
  await part.scrollIntoViewIfNeeded()
  return shotOf(await part.screenshot(), SMALLER)
}

/** Some in light, and below them the same in the dark. */
async function drawSheets(pages: readonly Page[]): Promise<void> {
  const schemes: Shot[][] = []
  for (const page of pages) {
    await page.setViewportSize(PHONE.viewport)
    const shots: Shot[] = []
    for (const name of await sheetNames(page))
      shots.push(
        await withSheet(page, name, async () => shotOf(await page.locator('.sheet__body').screenshot(), SMALLER_SHEET)),
      )
    schemes.push(shots)
  }
  const rows: Shot[][] = []
  for (let i = 0; i < (schemes[0]?.length ?? 0); i += SHEETS_A_ROW)
    rows.push(...schemes.map(shots => shots.slice(i, i + SHEETS_A_ROW)))
  await beside(rows, GAP).toFile(join(FOLDER, 'sheets.webp'))
}
