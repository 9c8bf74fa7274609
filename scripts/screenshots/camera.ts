/** Takes the picture of a page of the built H5 storefront. */
import type { Browser, Page } from 'playwright-core'
import * as methods from '../../src/api/wxapi.gen'
import { PHONE } from '../../test/h5/support/chromium'
import type { Wxapi } from '../../test/support/client'
import { inEnglish } from './in-english'
import type { Scene } from './scenes'

/** How a page can be pictured. */
export const LOOKS = {
  light: { colorScheme: 'light', size: 'usual', language: 'zh' },
  dark: { colorScheme: 'dark', size: 'usual', language: 'zh' },
  large: { colorScheme: 'light', size: 'large', language: 'zh' },
  english: { colorScheme: 'light', size: 'usual', language: 'en' },
} as const
export type Look = keyof typeof LOOKS

/** Twice as sharp as the page is large. */
export async function photographed(
  browser: Browser,
  origin: string,
  { path, token, act, width = PHONE.viewport.width }: Scene,
  look: Look,
): Promise<Buffer> {
  const viewport = { ...PHONE.viewport, width }
  const { colorScheme, ...preferences } = LOOKS[look]
  const context = await browser.newContext({ ...PHONE, viewport, colorScheme, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.addInitScript(
    kept => {
      for (const [key, data] of Object.entries(kept)) localStorage.setItem(key, JSON.stringify({ data }))
    },
    { preferences, ...(token && { token }) },
  )
  await page.goto(`${origin}${path}`)
  await rested(page)
  await act?.(page, LOOKS[look].language === 'en' ? inEnglish : words => words)
  await rested(page)
  const picture = await page.screenshot()
  await context.close()
  return picture
}

async function rested(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(300)
}

/** The typed client without what tests check on the way. */
export function clientOf(origin: string): Wxapi {
  const connection = {
    hosts: { api: origin, common: origin, cms: origin, oss: origin },
    subDomain: 'demo',
    merchantId: '1',
    async send({ verb, url, fields }: { verb: string; url: string; fields: Record<string, string> }) {
      const form = new URLSearchParams(fields)
      const response = verb === 'GET' ? await fetch(`${url}?${form}`) : await fetch(url, { method: 'POST', body: form })
      return response.json()
    },
  }
  const bound = Object.entries(methods).map(([name, method]) => [
    name,
    (method as { on(to: typeof connection): unknown }).on(connection),
  ])
  return Object.fromEntries(bound)
}
