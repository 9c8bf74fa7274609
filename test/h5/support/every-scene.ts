/** Walks through all pages by their own addresses, as somebody who has lived in the shop for a while. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { type Scene, scenesOf } from '../../../scripts/screenshots/scenes'
import type { DemoShop } from '../../support/demo-shop'
import type { Open } from './in-browser'
import { moveIn } from './resident'
import { at } from './steps'

/** Pages beside one another: mostly they wait. */
const AT_ONCE = 3

/** Those that an address alone shows, at the usual width. */
export async function plainScenes(shop: DemoShop): Promise<Scene[]> {
  const all = await scenesOf(shop, await moveIn(shop))
  return all.filter(({ act, width }) => !act && !width)
}

/** Opens every scene, some at a time. Answers what `look` finds, by the name of the page. */
export async function inspectAll(
  open: Open,
  shop: DemoShop,
  scenes: readonly Scene[],
  look: (page: Page) => Promise<readonly string[]>,
): Promise<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {}
  const left = [...scenes]
  const walk = async (isResident: boolean) => {
    const token = isResident ? scenes.find(scene => scene.token)?.token : undefined
    const page = await open('/', token ? { token } : {})
    for (let scene = next(isResident); scene; scene = next(isResident)) {
      await page.goto(`${shop.origin}${scene.path}`)
      await rested(page)
      const problems = await look(page)
      if (problems.length) found[scene.name] = problems
    }
  }
  const next = (isResident: boolean) => {
    const i = left.findIndex(({ token }) => Boolean(token) === isResident)
    return i < 0 ? undefined : left.splice(i, 1)[0]
  }
  await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => walk(i > 0)))
  return found
}

/** Waits until the page has all its answers. */
export async function rested(page: Page): Promise<void> {
  await at(page, '/')
  await page.waitForLoadState('networkidle')
  await expect.poll(() => page.locator('.skeleton').filter({ visible: true }).count()).toBe(0)
}
