/** What stands beside the built page: icons for a home screen, and what the server has to know to fill the page. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import sharp from 'sharp'
import { isWithServer, otherOrigins, shop } from '../../config/shop'

/** `server/http/storefront-page.ts` reads this. */
export async function writeBesidePage(folder: string): Promise<void> {
  await drawIcons(join(folder, 'static'))
  helpOldPhones(join(folder, 'static', 'old-phones.js'))
  const { subDomain, merchantId } = shop
  const known = {
    ...(isWithServer && { shop: { subDomain, merchantId } }),
    connects: otherOrigins,
    chunks: chunksOf(folder),
  }
  writeFileSync(join(folder, 'storefront.json'), JSON.stringify(known))
}

/** The bag on a full ground: the phone cuts its own corners; the middle four fifths are never cut. */
async function drawIcons(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const size of [180, 192, 512]) {
    const picture = sharp('src/icon.svg', { density: 144 }).resize(size, size).png({ palette: true, effort: 10 })
    await picture.toFile(join(folder, `icon-${size}.png`))
  }
}

/** Only they fetch it, before anything else: `src/old-phones.ts`. */
function helpOldPhones(file: string): void {
  buildSync({ entryPoints: ['src/old-phones.ts'], outfile: file, bundle: true, minify: true, target: 'es2015' })
}

/** The files that the router fetches before each page: chunks by number, whose files carry hashes that the entry lists. */
function chunksOf(folder: string): Record<string, string[]> {
  const files = ['js', 'css'].flatMap(kind => readdirSync(join(folder, kind)).map(name => `${kind}/${name}`))
  const entry = files.find(file => /^js\/app\.\w+\.js$/.test(file)) ?? ''
  const app = readFileSync(join(folder, entry), 'utf8')
  const pages = [...app.matchAll(/"path":"([\w/-]+)","load":(.*?)\.then\(/g)]
  return Object.fromEntries(
    pages.map(([, path = '', load = '']) => {
      const numbers = [...load.matchAll(/\.e\((\d+)\)/g)].map(([, number]) => number)
      const hashes = numbers.flatMap(number =>
        [...app.matchAll(new RegExp(`"${number}":"([0-9a-f]{8})"`, 'g'))].map(([, hash]) => hash),
      )
      return [`/${path}`, files.filter(file => hashes.some(hash => new RegExp(`\\.${hash}\\.(js|css)$`).test(file)))]
    }),
  )
}
