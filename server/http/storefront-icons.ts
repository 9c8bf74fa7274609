/** Icons for a home screen: the shop's own logo where its keeper has given one, else those that were built. */
import { join } from 'node:path'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** As `src/index.html` and the manifest name them; `scripts/build/beside-page.ts` draws the built ones. */
const SIZES = [180, 192, 512]
/** Phones cut icons to circles and rounded squares: this much in the middle always stays. */
const SAFE = 0.7
const MAX_PIXELS = 40_000_000

/** `logoOf` answers the address of the shop's logo, `bytesOf` what lies at an address of ours. */
export function serveIcons(
  app: FastifyInstance,
  logoOf: (request: FastifyRequest) => Promise<string | undefined>,
  bytesOf: (path: string) => Promise<Buffer | undefined>,
): void {
  /** By size; a logo's address never changes its content. */
  const drawn = new Map<number, { path: string; icon: Buffer }>()
  for (const size of SIZES) {
    app.get(iconPath(size), { config: { unlimited: true } }, async (request, reply) => {
      reply.header('cache-control', 'no-cache')
      const path = pathIn(await logoOf(request))
      const kept = drawn.get(size)
      if (path && kept?.path === path) return reply.type('image/png').send(kept.icon)
      const bytes = path && (await bytesOf(path))
      if (!path || !bytes) return reply.sendFile(join('static', `icon-${size}.png`))
      const icon = await draw(bytes, size)
      drawn.set(size, { path, icon })
      return reply.type('image/png').send(icon)
    })
  }
}

export const iconPath = (size: number): string => `/static/icon-${size}.png`

/** Only pictures of ours are read; a logo from elsewhere is shown on pages, and no more. */
function pathIn(logo: string | undefined): string | undefined {
  if (!logo || !URL.canParse(logo)) return undefined
  const { pathname } = new URL(logo)
  return pathname.startsWith('/files/') ? pathname : undefined
}

/** A full picture fills the square; a mark without a ground stands in the middle of a white one. */
async function draw(bytes: Buffer, size: number): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  const { isOpaque } = await sharp(bytes, { limitInputPixels: MAX_PIXELS }).stats()
  const side = isOpaque ? size : Math.round(size * SAFE)
  const mark = await sharp(bytes, { limitInputPixels: MAX_PIXELS })
    .resize(side, side, { fit: isOpaque ? 'cover' : 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .png()
    .toBuffer()
  const ground = sharp({ create: { width: size, height: size, channels: 3, background: '#fff' } })
  return ground
    .composite([{ input: mark, gravity: 'centre' }])
    .png()
    .toBuffer()
}
