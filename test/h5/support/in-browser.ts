/** A real browser for a file of stories: `inBrowser('a guest', open => { it('…', async () => { const page = await open('/') }) })`. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished } from 'vitest'
import { viaProxy } from '../../support/address'
import { type DemoShop, demoShop } from '../../support/demo-shop'
import { findChromium, PHONE, startChromium } from './chromium'
import { type Faults, faultsOf } from './faults'

export interface Visit extends Pick<BrowserContextOptions, 'colorScheme' | 'permissions' | 'locale' | 'userAgent'> {
  /** Whoever is signed in on this phone. */
  token?: string
  width?: number
  /** A shop of the test's own, where the shared one is not to be changed. */
  origin?: string
  /** Addresses whose failing is part of the story. */
  mayFail?: RegExp
}

/** Opens a page on a phone that has never been here; with an empty path, one that shows nothing yet. When the test is done, nothing may have gone wrong on it. */
export type Open = (path: string, visit?: Visit) => Promise<Page>

/** Less than a test may take, so that it says what it waited for. */
const PATIENCE_MS = 15_000

/** Without a browser the stories are skipped, aloud; where everything has to be tested they fail. */
export function inBrowser(name: string, stories: (open: Open, shop: DemoShop) => void): void {
  const shop = demoShop()
  const chromium = findChromium()
  const missing = 'no Chromium: `apt-get install chromium`, or CHROMIUM_PATH says where one is'
  if (!chromium && process.env.CI) throw new Error(missing)
  if (!chromium) console.warn(`\n  NOT TESTED in a browser: ${name}\n  ${missing}\n`)

  describe.skipIf(!chromium)(name, () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await startChromium(chromium ?? '')
    })
    afterAll(() => browser?.close())
    stories((path, visit) => opened(browser, visit?.origin ?? shop.origin, path, visit), shop)
  })
}

async function opened(browser: Browser, origin: string, path: string, visit: Visit = {}): Promise<Page> {
  const { token, width = PHONE.viewport.width, mayFail, origin: _, ...rest } = visit
  const viewport = { ...PHONE.viewport, width }
  const localStorage = token ? [{ name: 'token', value: JSON.stringify({ data: token }) }] : []
  const context = await browser.newContext({
    ...PHONE,
    viewport,
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
    extraHTTPHeaders: viaProxy(),
    storageState: { cookies: [], origins: [{ origin, localStorage }] },
    ...rest,
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const faults: Faults = faultsOf(page, mayFail)
  onTestFinished(async () => {
    await context.close()
    expect(faults, 'in the console and on the wire').toEqual([])
  })
  if (path) await page.goto(`${origin}${path}`)
  return page
}
