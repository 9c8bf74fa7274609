/**
 * `npm run screenshots [folder] [names]`: pictures of every page of the built H5 storefront, light, dark, with large type
 * and in English, with something on each, so that a person can look through the whole shop in a minute. `names` is a pattern.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import * as methods from '../src/api/wxapi.gen'
import { findChromium, PHONE, startChromium } from '../test/h5/support/chromium'
import { moveIn } from '../test/h5/support/resident'
import type { Wxapi } from '../test/support/client'
import { startDemoShop } from '../test/support/demo-server'
import { shopAt } from '../test/support/shop-at'
import { buildSteps } from './build'
import { inEnglish } from './screenshots/in-english'
import { type Scene, scenesOf } from './screenshots/scenes'

/** How each page is pictured. */
const LOOKS = {
  light: { colorScheme: 'light', size: 'usual', language: 'zh' },
  dark: { colorScheme: 'dark', size: 'usual', language: 'zh' },
  large: { colorScheme: 'light', size: 'large', language: 'zh' },
  english: { colorScheme: 'light', size: 'usual', language: 'en' },
} as const
type Look = keyof typeof LOOKS

const looks = Object.keys(LOOKS) as Look[]

/** Pages beside one another: mostly they wait. */
const AT_ONCE = 3

async function main(folder: string, names: RegExp): Promise<void> {
  const chromium = findChromium()
  if (!chromium) throw new Error('no Chromium; CHROMIUM_PATH says where one is')
  await buildSteps(['regions', 'server', 'h5', 'weapp'])
  const { address, stop } = await startDemoShop()
  const shop = shopAt(address, clientOf(address.origin))
  const browser = await startChromium(chromium)
  try {
    const resident = await moveIn(shop)
    const scenes = (await scenesOf(shop, resident)).filter(({ name }) => names.test(name))
    mkdirSync(folder, { recursive: true })
    const left = scenes.flatMap(scene => looks.map(look => ({ scene, look })))
    const count = left.length
    const walk = async () => {
      for (let next = left.shift(); next; next = left.shift())
        await shoot(browser, shop.origin, next.scene, next.look, folder)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, walk))
    writeFileSync(join(folder, 'index.html'), sheetOf(scenes))
    console.log(`${count} 张图 / pictures: ${join(folder, 'index.html')}`)
  } finally {
    await browser.close()
    await stop()
  }
}

async function shoot(
  browser: Browser,
  origin: string,
  { name, path, token, act, width = PHONE.viewport.width }: Scene,
  look: Look,
  folder: string,
): Promise<void> {
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
  await page.screenshot({ path: join(folder, fileOf(name, look)) })
  await context.close()
}

async function rested(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(300)
}

const fileOf = (name: string, look: Look): string => `${name}.${look}.png`

/** The typed client without what tests check on the way. */
function clientOf(origin: string): Wxapi {
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

const sheetOf = (scenes: readonly Scene[]): string => `<!doctype html>
<meta charset="utf-8"><title>小铺</title>
<style>body{font:14px sans-serif;background:#ddd}section{display:inline-block;margin:8px}img{width:195px;display:inline-block}</style>
${scenes
  .map(scene => {
    const pictures = looks.map(look => `<img src="${fileOf(scene.name, look)}">`)
    return `<section><p>${scene.name}</p>${pictures.join('')}</section>`
  })
  .join('\n')}
`

main(process.argv[2] ?? join('test-results', 'screens'), new RegExp(process.argv[3] ?? '')).catch(error => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
