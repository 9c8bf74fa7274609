/** The page of all components, from a development build, on a shop that answers what is asked of it. */
import { existsSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { GALLERY } from '../../../scripts/build/storefront'

/** `page` has been nowhere yet. */
export async function openGallery(page: Page, origin: string): Promise<void> {
  if (!existsSync(join(GALLERY, 'index.html'))) throw new Error('not built yet: `npm run build gallery`')
  // A development build is made for a server that reloads its parts; here nothing does.
  await page.addInitScript('globalThis.$RefreshReg$ = () => {}; globalThis.$RefreshSig$ = () => type => type')
  await page.route(`${origin}/**`, route => {
    const { pathname } = new URL(route.request().url())
    const file = join(GALLERY, pathname)
    if (pathname.startsWith('/packages/')) return route.fulfill({ path: join(GALLERY, 'index.html') })
    const isOurs = extname(pathname) !== '' && existsSync(file) && statSync(file).isFile()
    return isOurs ? route.fulfill({ path: file }) : route.continue()
  })
  await page.goto(`${origin}/packages/dev/gallery/index`)
  // What comes last of what the shop answers.
  await page.locator('.gallery__part--coupons').waitFor()
  await page.waitForLoadState('networkidle')
}

/** The names of the sheets that open over it. */
export const sheetNames = (page: Page): Promise<string[]> =>
  page.locator('.gallery__part--sheets .chips__chip').allInnerTexts()

/** Opens one, for as long as `look` looks at it. */
export async function withSheet<Seen>(page: Page, name: string, look: () => Promise<Seen>): Promise<Seen> {
  await page.locator('.gallery__part--sheets').getByText(name, { exact: true }).tap()
  await page.locator('.sheet__body').waitFor()
  await page.waitForFunction(
    () => !document.querySelector('.sheet .skeleton, .sheet .picture__photo:not(.picture__photo--shown)'),
  )
  const seen = await look()
  await page.keyboard.press('Escape')
  await page.locator('.sheet__body').waitFor({ state: 'detached' })
  return seen
}
