/** Serves the built H5 storefront: hashed files for ever, its page for every address of the app. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../config'
import { originOf } from './context'
import { withShop } from './storefront-beside'
import { serveIcons } from './storefront-icons'
import { type Ask, fillPage, type Known, manifestOf, settingsFrom } from './storefront-page'

const PAGE = 'index.html'
const KNOWN = 'storefront.json'
/** Quick rather than small: a page is filled anew for every visit. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)
/** Where the app's own addresses begin. */
const DEEP_LINKS = ['/pages/*', '/packages/*']
const UNLIMITED = { config: { unlimited: true } }
const HASHED = /\.[0-9a-f]{8,}\.\w+$/

export async function serveStorefront(
  app: FastifyInstance,
  folder: string,
  { publicUrl, upstream }: Pick<Config, 'publicUrl' | 'upstream'>,
): Promise<void> {
  if (!existsSync(join(folder, PAGE))) {
    app.log.warn('the H5 storefront is not built; run `npm run build:h5`')
    return
  }
  await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true, cacheControl: false })
  const { template, known } = readPage(folder, upstream)
  const page = async (request: FastifyRequest, reply: FastifyReply) => {
    await reply.helmet()
    const html = await fillPage(template, known, publicUrl ?? originOf(request), request.url, asking(app, request))
    reply.header('cache-control', 'no-cache').header('vary', 'accept-encoding').type('text/html; charset=utf-8')
    return compressed(request, reply, html)
  }
  app.get('/', UNLIMITED, page)
  for (const path of DEEP_LINKS) app.get(path, UNLIMITED, page)
  app.get('/manifest.webmanifest', UNLIMITED, async (request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .type('application/manifest+json')
      .send(JSON.stringify(await manifestOf(known, asking(app, request)))),
  )

  const logoOf = async (request: FastifyRequest) => (await settingsFrom(known, asking(app, request))).logo
  serveIcons(app, logoOf, async path => {
    const { statusCode, rawPayload } = await app.inject({ url: path })
    return statusCode === 200 ? rawPayload : undefined
  })

  for (const name of readdirSync(folder)) {
    const isFolder = statSync(join(folder, name)).isDirectory()
    if (name === PAGE || name === KNOWN || /\.(br|gz)$/.test(name)) continue
    app.get(isFolder ? `/${name}/*` : `/${name}`, UNLIMITED, (request, reply) => {
      const path = decodeURIComponent(request.url.split('?')[0] ?? '').slice(1)
      const lasts = HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
      return reply.header('cache-control', lasts).sendFile(path)
    })
  }
}

/** A page that was built to ask this server asks the hosted one, where this one stands beside it and has no answers. */
function readPage(folder: string, upstream: Config['upstream']): { template: string; known: Known } {
  const template = readFileSync(join(folder, PAGE), 'utf8')
  const knownAt = join(folder, KNOWN)
  const known: Known = existsSync(knownAt) ? JSON.parse(readFileSync(knownAt, 'utf8')) : { chunks: {} }
  const { shop, ...others } = known
  return shop && upstream ? { template: withShop(template, upstream), known: others } : { template, known }
}

/** The servers that the built page asks beside this one. */
export function otherOrigins(folder: string): string[] {
  const at = join(folder, KNOWN)
  const { connects = [] }: Known = existsSync(at) ? JSON.parse(readFileSync(at, 'utf8')) : {}
  return connects
}

/** Asks our own methods in the visitor's name, so that addresses and limits are theirs. */
const asking =
  (app: FastifyInstance, { headers, socket }: FastifyRequest): Ask =>
  async url => {
    const forwarded = Object.entries(headers).filter(([name]) => name === 'host' || name.startsWith('x-forwarded-'))
    const remoteAddress = socket.remoteAddress ?? '127.0.0.1'
    const { body } = await app.inject({
      url,
      remoteAddress,
      headers: Object.fromEntries(forwarded) as Record<string, string>,
    })
    return body
  }

async function compressed(request: FastifyRequest, reply: FastifyReply, html: string): Promise<FastifyReply> {
  const accepted = request.headers['accept-encoding'] ?? ''
  if (/\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(await brotli(html, BROTLI))
  if (/\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(await gzipped(html))
  return reply.send(html)
}

/** Hashes of the page's inline scripts, so that the browser runs these and no others. */
export function inlineScriptHashes(folder: string): string[] {
  const path = join(folder, PAGE)
  if (!existsSync(path)) return []
  const scripts = readFileSync(path, 'utf8').matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)
  return [...scripts].map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
}
