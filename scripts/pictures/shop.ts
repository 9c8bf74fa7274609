/** The pictures of the README: pages of the shop beside one another, as somebody sees them who has lived in it for a while. */
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { moveIn } from '../../test/h5/support/resident'
import type { DemoShopAddress } from '../../test/support/demo-server'
import { shopAt } from '../../test/support/shop-at'
import { clientOf, type Look, photographed } from '../screenshots/camera'
import { scenesOf } from '../screenshots/scenes'
import { beside, type Shot, shotOf } from './beside'

/** By the names of their scenes. */
const PICTURES = [
  { file: 'shop', look: 'light', ground: '#e6e0d4', scenes: ['01-home', '10-goods', '71-bargain', '35-order-codes'] },
  { file: 'shop-dark', look: 'dark', ground: '#090806', scenes: ['01-home', '17-cart', '32-order-shipped', '39-me'] },
] as const satisfies Array<{ file: string; look: Look; ground: string; scenes: string[] }>

const GAP = 24
const RADIUS = 26

export async function drawShop(browser: Browser, address: DemoShopAddress): Promise<void> {
  const shop = shopAt(address, clientOf(address.origin))
  const all = await scenesOf(shop, await moveIn(shop))
  for (const { file, look, ground, scenes } of PICTURES) {
    const shots: Shot[] = []
    for (const name of scenes) {
      const scene = all.find(scene => scene.name === name)
      if (!scene) throw new Error(`no scene is called "${name}"`)
      shots.push(await shotOf(await rounded(await photographed(browser, shop.origin, scene, look)), 0.5))
    }
    await beside([shots], GAP, ground).toFile(join('docs', 'pictures', `${file}.webp`))
  }
}

/** As the screen of a phone is. */
async function rounded(screen: Buffer): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(screen).metadata()
  const shape = `<svg xmlns="http://www.w3.org/2000/svg"><rect width="${width}" height="${height}" rx="${RADIUS * 2}"/></svg>`
  return sharp(screen)
    .composite([{ input: Buffer.from(shape), blend: 'dest-in' }])
    .png()
    .toBuffer()
}
