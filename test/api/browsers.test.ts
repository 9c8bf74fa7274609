/** What browsers are told: headers, other sites, the storefront's addresses. */
import { existsSync, readdirSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../server/project-root'
import { createGoods } from '../support/goods'
import { createShop } from '../support/shop'
import { call } from '../support/wire'

const shop = await createShop({ CORS_ORIGINS: 'https://a.example.com,https://b.example.com' })
const closed = await createShop()
const secure = await createShop({ PUBLIC_URL: 'https://shop.example.com' })
const LIST = '/demo/shop/goods/list'
const PATH = '/demo/config/vipLevel'

const from = (origin: string, more: Record<string, string> = {}) => ({ headers: { origin, ...more } })

describe('headers', () => {
  it('let no browser guess what an answer is, whatever it says', async () => {
    for (const path of [PATH, '/demo/no/such/method', '/nobody/config/vipLevel', '/files/1/202601/none.png']) {
      const { headers } = await call(shop, path)
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('x-powered-by'), path).toBeNull()
      expect(headers.get('server'), path).toBeNull()
    }
  })

  it('ask for https only where the shop has it', async () => {
    expect((await call(secure, PATH)).headers.get('strict-transport-security')).toMatch(/^max-age=\d{7,}/)
    expect((await call(shop, PATH)).headers.get('strict-transport-security')).toBeNull()
  })
})

describe('other sites', () => {
  it.each(['https://a.example.com', 'https://b.example.com'])('on the list may call: %s', async origin => {
    const answer = await call(shop, PATH, from(origin))
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
    expect(answer.headers.get('vary')).toMatch(/origin/i)
    const preflight = await call(shop, PATH, {
      method: 'OPTIONS',
      ...from(origin, { 'access-control-request-method': 'POST' }),
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, POST')
  })

  it.each(['https://evil.example.com', 'https://a.example.com.evil.com', 'http://a.example.com', 'null'])(
    'not on the list may not: %s',
    async origin => {
      const request = from(origin, { 'access-control-request-method': 'POST' })
      for (const method of ['GET', 'OPTIONS']) {
        const { headers } = await call(shop, PATH, { method, ...request })
        expect(headers.get('access-control-allow-origin'), method).not.toBe(origin)
        expect(headers.get('access-control-allow-origin'), method).not.toBe('*')
      }
    },
  )

  it('may never send cookies, because nothing here reads any', async () => {
    const { headers } = await call(shop, PATH, from('https://a.example.com'))
    expect(headers.get('access-control-allow-credentials')).toBeNull()
    expect(headers.get('set-cookie')).toBeNull()
  })

  it('may not call where the list is empty', async () => {
    const { headers } = await call(closed, PATH, from('https://a.example.com'))
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('the address of our own pictures', () => {
  const pic = '/files/1/202601/abcdefghij0123456789.jpg'

  it('is where the caller found us', async () => {
    await createGoods(shop, { pic })
    expect((await call(shop, LIST)).text).toContain(`"pic":"${shop.origin}${pic}"`)
  })

  it('is the one of the settings where they name one', async () => {
    await createGoods(secure, { pic })
    expect((await call(secure, LIST)).text).toContain(`"pic":"https://shop.example.com${pic}"`)
  })

  it('is never what a broken Host header says', async () => {
    const { port } = new URL(shop.origin)
    const text = await new Promise<string>((resolve, reject) => {
      const asked = request({ port, path: LIST, headers: { host: 'evil.com/"><script>' } }, answer => {
        let got = ''
        answer.on('data', chunk => {
          got += chunk
        })
        answer.on('end', () => resolve(got))
      })
      asked.on('error', reject).end()
    })
    expect(text).toContain(`"pic":"http://localhost${pic}"`)
    expect(text).not.toContain('evil')
  })
})

const h5 = join(projectRoot, 'dist', 'h5')
const isBuilt = existsSync(join(h5, 'index.html'))
if (!isBuilt) console.warn('dist/h5 is not built: the storefront is not tested here')

describe.runIf(isBuilt)('the H5 storefront', () => {
  it.each(['/', '/pages/index/index', '/packages/order/list/index?status=1', '/pages/no/such/page'])(
    'opens at %s',
    async path => {
      const { status, headers, text } = await call(shop, path)
      expect(status).toBe(200)
      expect(headers.get('content-type')).toMatch(/^text\/html/)
      expect(headers.get('cache-control')).toBe('no-cache')
      expect(text).toContain('<div id="app"')
    },
  )

  it('can be put on a home screen, with icons', async () => {
    const { headers, text } = await call(shop, '/manifest.webmanifest')
    expect(headers.get('content-type')).toContain('application/manifest+json')
    for (const { src } of JSON.parse(text).icons) expect((await call(shop, src)).status).toBe(200)
    expect((await call(shop, '/static/icon-180.png')).status).toBe(200)
    expect((await call(shop, '/storefront.json')).status).toBe(404)
  })

  it('may be framed by nobody and runs only its own scripts', async () => {
    const { headers } = await call(shop, '/pages/index/index')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("object-src 'none'")
    expect(policy).toMatch(/script-src 'self'/)
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
  })

  it('keeps hashed files for ever and knows no others', async () => {
    const script = readdirSync(join(h5, 'js')).find(name => /\.[0-9a-f]{8,}\.js$/.test(name))
    if (script) {
      const { status, headers } = await call(shop, `/js/${script}`)
      expect(status).toBe(200)
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    }
    expect((await call(shop, '/js/none.js')).status).toBe(404)
    expect((await call(shop, '/js/..%2f..%2f..%2fpackage.json')).status).toBe(404)
  })
})
