/** `npm run pictures [design] [shop]`: draws the pictures of the documents anew, those of `docs/design.md` and those of the README. */
import { findChromium, startChromium } from '../test/h5/support/chromium'
import { startDemoShop } from '../test/support/demo-server'
import { buildSteps } from './build'
import { drawDesign } from './pictures/design'
import { drawShop } from './pictures/shop'

const DRAW = { design: drawDesign, shop: drawShop }
type Name = keyof typeof DRAW

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.find(name => !(name in DRAW))
  if (unknown) throw new Error(`no pictures are called "${unknown}"; there are ${Object.keys(DRAW).join(', ')}`)
  const chromium = findChromium()
  if (!chromium) throw new Error('no Chromium; CHROMIUM_PATH says where one is')
  await buildSteps(['regions', 'server', 'h5', 'weapp', 'gallery'])
  const { address, stop } = await startDemoShop()
  const browser = await startChromium(chromium)
  try {
    for (const name of (names.length ? names : Object.keys(DRAW)) as Name[]) await DRAW[name](browser, address)
  } finally {
    await browser.close()
    await stop()
  }
}

main(process.argv.slice(2)).catch(error => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
