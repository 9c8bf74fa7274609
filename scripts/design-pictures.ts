/** `npx tsx scripts/design-pictures.ts`: draws the pictures of `docs/design.md` anew, from the gallery of a development build.
 * `--built`: what was built the last time will do. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { findChromium, PHONE, startChromium } from '../test/h5/support/chromium'
import { startDemoShop } from '../test/support/demo-server'
import { buildSteps } from './build'

const BUILT = join('dist', 'gallery')
const PICTURES = join('docs', 'pictures', 'design')
const PARTS = ['buttons', 'prices', 'choices', 'fields', 'cells', 'goods', 'states', 'icons']
const GAP = 12

async function main(): Promise<void> {
  const chromium = findChromium()
  if (!chromium) throw new Error('no Chromium; CHROMIUM_PATH says where one is')
  if (!process.argv.includes('--built')) {
    await buildSteps(['regions', 'server', 'h5', 'weapp'])
    await buildGallery()
  }
  const { address, stop } = await startDemoShop()
  const browser = await startChromium(chromium)
  mkdirSync(PICTURES, { recursive: true })
  try {
    const light = await open(browser, address.origin, 'light')
    const dark = await open(browser, address.origin, 'dark')
    for (const part of PARTS) await draw(part, [light, dark])
  } finally {
    await browser.close()
    await stop()
  }
}

function buildGallery(): Promise<void> {
  const env = { ...process.env, NODE_ENV: 'development', XIAOPU_OUTPUT: BUILT }
  const child = spawn('npx', ['taro', 'build', '--type', 'h5', '--no-check'], { env, stdio: 'ignore' })
  return new Promise((resolve, reject) =>
    child.on('close', code => (code === 0 ? resolve() : reject(new Error('the gallery could not be built')))),
  )
}

/** The shop answers what is asked of it; the program is the development build. */
async function open(browser: Browser, origin: string, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({ ...PHONE, colorScheme, reducedMotion: 'reduce' })
  // A development build is made for a server that reloads its parts; here nothing does.
  await context.addInitScript('globalThis.$RefreshReg$ = () => {}; globalThis.$RefreshSig$ = () => type => type')
  const page = await context.newPage()
  await page.route(`${origin}/**`, route => {
    const { pathname } = new URL(route.request().url())
    const file = join(BUILT, pathname)
    if (pathname.startsWith('/packages/')) return route.fulfill({ path: join(BUILT, 'index.html') })
    const isOurs = extname(pathname) !== '' && existsSync(file) && statSync(file).isFile()
    return isOurs ? route.fulfill({ path: file }) : route.continue()
  })
  await page.goto(`${origin}/packages/dev/gallery/index`)
  await page.locator('.goods-card').first().waitFor()
  await page.waitForLoadState('networkidle')
  return page
}

/** Light and dark beside one another. */
async function draw(part: string, pages: readonly Page[]): Promise<void> {
  const shots = await Promise.all(pages.map(page => page.locator(`.gallery__part--${part}`).screenshot()))
  const sizes = await Promise.all(shots.map(shot => sharp(shot).metadata()))
  const [width, height] = [Math.max(...sizes.map(size => size.width)), Math.max(...sizes.map(size => size.height))]
  await sharp({
    create: { width: width * 2 + GAP, height, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .composite(shots.map((input, i) => ({ input, left: i * (width + GAP), top: 0 })))
    .webp({ quality: 72, effort: 6 })
    .toFile(join(PICTURES, `${part}.webp`))
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
