/**
 * What a shopper on a slow phone waits for, in a real browser: until home shows goods, how much moves meanwhile, and how long
 * the phone is deaf while a long list is scrolled.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { findChromium, PHONE, startChromium } from '../../test/h5/support/chromium'
import { slowDown } from '../../test/h5/support/slow-phone'
import { type Place, runCommand, startShop } from './servers'

const ROUNDS = 5
const LONG_LIST = 200
const SETTLED_MS = 2500

export interface Figure {
  what: string
  value: string
  goal: string
}

/** Nothing where there is no Chromium. */
export async function measureStorefront(place: Place): Promise<Figure[] | undefined> {
  const executable = findChromium()
  if (!executable) return undefined
  await fillShelves(place)
  const shop = await startShop(place)
  const browser = await startChromium(executable)
  try {
    const visits: Visit[] = []
    for (let round = 0; round < ROUNDS; round++) visits.push(await visitHome(browser, shop.origin))
    const again = await visitAgain(browser, shop.origin)
    const { longest, shift, shown } = await scrollList(browser, shop.origin)
    return [
      { what: 'home: first words in sight', value: seconds(median(visits.map(visit => visit.firstPaint))), goal: '' },
      {
        what: 'home: goods with prices in sight',
        value: seconds(median(visits.map(visit => visit.usable))),
        goal: '≤ 2.0 s',
      },
      { what: 'home: the same on the next visit', value: seconds(again.usable), goal: '' },
      { what: 'home: layout shift', value: Math.max(...visits.map(visit => visit.shift)).toFixed(3), goal: '< 0.02' },
      { what: `scrolling ${shown} goods: longest task`, value: `${longest.toFixed(0)} ms`, goal: '≤ 200 ms' },
      { what: `scrolling ${shown} goods: layout shift`, value: shift.toFixed(3), goal: '< 0.02' },
    ]
  } finally {
    await browser.close()
    await shop.stop()
  }
}

interface Visit {
  firstPaint: number
  usable: number
  shift: number
}

/** A phone that has never been here. */
async function visitHome(browser: Browser, origin: string): Promise<Visit> {
  const page = await slowPhone(browser)
  const visit = await arrive(page, origin)
  await page.context().close()
  return visit
}

/** A phone that was here before: files and answers are kept. */
async function visitAgain(browser: Browser, origin: string): Promise<Visit> {
  const page = await slowPhone(browser)
  await arrive(page, origin)
  const visit = await arrive(page, origin)
  await page.context().close()
  return visit
}

async function arrive(page: Page, origin: string): Promise<Visit> {
  await page.goto(origin, { waitUntil: 'commit' })
  await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0, undefined, { timeout: 60_000 })
  await page.waitForTimeout(SETTLED_MS)
  return page.evaluate(() => ({
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    usable: performance.getEntriesByName('usable')[0]?.startTime ?? 0,
    shift: window.measured.shift,
  }))
}

/** To the end of the list, page by page, as a thumb does it. The network is quick: this is about the phone. */
async function scrollList(
  browser: Browser,
  origin: string,
): Promise<{ longest: number; shift: number; shown: number }> {
  const page = await slowPhone(browser, { isNetworkSlow: false })
  await page.goto(`${origin}/packages/goods/list/index`)
  const cards = page.locator('.goods-card')
  await cards.first().waitFor()
  await page.waitForTimeout(SETTLED_MS)
  await page.evaluate(() => Object.assign(window.measured, { longest: 0, shift: 0 }))
  for (let strokes = 0; strokes < 400 && (await cards.count()) < LONG_LIST; strokes++) {
    await page.mouse.wheel(0, 600)
    await page.waitForTimeout(100)
  }
  await page.waitForTimeout(SETTLED_MS)
  const { longest, shift } = await page.evaluate(() => window.measured)
  const shown = await cards.count()
  await page.context().close()
  return { longest, shift, shown }
}

async function slowPhone(browser: Browser, { isNetworkSlow = true } = {}): Promise<Page> {
  const context = await browser.newContext(PHONE)
  // The loader that runs this script names functions by a helper, which the page does not have.
  await context.addInitScript('globalThis.__name = named => named')
  await context.addInitScript(watch)
  const page = await context.newPage()
  await slowDown(page, { isNetworkSlow })
  return page
}

/** Runs in the page, before anything of ours. Marks when a product and its price have been painted. */
function watch(): void {
  window.measured = { longest: 0, shift: 0 }
  new PerformanceObserver(list => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) window.measured.shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) window.measured.longest = Math.max(window.measured.longest, duration)
  }).observe({ type: 'longtask', buffered: true })
  const look = () => {
    if (document.querySelector('.goods-card .price')) requestAnimationFrame(() => performance.mark('usable'))
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** The demo has fewer goods than a long list needs. */
async function fillShelves(place: Place): Promise<void> {
  const file = join(place.env.DATA_DIR ?? '', 'more-goods.csv')
  const rows = Array.from({ length: LONG_LIST }, (_, i) => `陈列 ${i + 1} 号,${(i % 90) + 9}.90,50`)
  writeFileSync(file, `名称,价格,库存\n${rows.join('\n')}\n`)
  await runCommand(place, ['import-goods', file])
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`

declare global {
  interface Window {
    measured: { longest: number; shift: number }
  }
}
