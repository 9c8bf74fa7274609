/**
 * `npm run screenshots [folder] [names]`: pictures of every page of the built H5 storefront, light, dark, with large type
 * and in English, with something on each, so that a person can look through the whole shop in a minute. `names` is a pattern.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium, startChromium } from '../test/h5/support/chromium'
import { moveIn } from '../test/h5/support/resident'
import { startDemoShop } from '../test/support/demo-server'
import { shopAt } from '../test/support/shop-at'
import { buildSteps } from './build'
import { clientOf, LOOKS, type Look, photographed } from './screenshots/camera'
import { type Scene, scenesOf } from './screenshots/scenes'

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
      for (let next = left.shift(); next; next = left.shift()) {
        const picture = await photographed(browser, shop.origin, next.scene, next.look)
        writeFileSync(join(folder, fileOf(next.scene.name, next.look)), picture)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, walk))
    writeFileSync(join(folder, 'index.html'), sheetOf(scenes))
    console.log(`${count} 张图 / pictures: ${join(folder, 'index.html')}`)
  } finally {
    await browser.close()
    await stop()
  }
}

const fileOf = (name: string, look: Look): string => `${name}.${look}.png`

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
