/** Serves the built H5 storefront: hashed files for ever, its page for every address of the app. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

const PAGE = 'index.html'
/** Where the app's own addresses begin. */
const DEEP_LINKS = ['/pages/*', '/packages/*']
const UNLIMITED = { config: { unlimited: true } }
const HASHED = /\.[0-9a-f]{8,}\.\w+$/

export async function serveStorefront(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, PAGE))) {
    app.log.warn('the H5 storefront is not built; run `npm run build:h5`')
    return
  }
  await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true, cacheControl: false })
  const page = async (reply: FastifyReply) => {
    await reply.helmet()
    return reply.header('cache-control', 'no-cache').sendFile(PAGE)
  }
  app.get('/', UNLIMITED, (_request, reply) => page(reply))
  for (const path of DEEP_LINKS) app.get(path, UNLIMITED, (_request, reply) => page(reply))

  for (const name of readdirSync(folder)) {
    const isFolder = statSync(join(folder, name)).isDirectory()
    if (name === PAGE || /\.(br|gz)$/.test(name)) continue
    app.get(isFolder ? `/${name}/*` : `/${name}`, UNLIMITED, (request, reply) => {
      const path = decodeURIComponent(request.url.split('?')[0] ?? '').slice(1)
      const lasts = HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
      return reply.header('cache-control', lasts).sendFile(path)
    })
  }
}

/** Hashes of the page's inline scripts, so that the browser runs these and no others. */
export function inlineScriptHashes(folder: string): string[] {
  const path = join(folder, PAGE)
  if (!existsSync(path)) return []
  const scripts = readFileSync(path, 'utf8').matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)
  return [...scripts].map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
}
