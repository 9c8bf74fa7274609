/** What a browser has to fetch before a shopper sees something. */
import { expect, it } from 'vitest'
import { inBrowser } from './support/in-browser'
import { at } from './support/steps'

/** Below this, a file is sent as it is: packing gains nothing. */
const SMALL_BYTES = 1500
const CODE = /\/(js|css|chunk)\/.*\.(js|css)$/

inBrowser('the code of the shop', open => {
  it('comes compressed, under the name of its content, and is asked for only once', async () => {
    const page = await open('/packages/user/login/index')
    await at(page, '/packages/user/login')
    const answers: Array<{ url: string; headers: Record<string, string> }> = []
    page.on('response', answer => {
      if (CODE.test(answer.url())) answers.push({ url: answer.url(), headers: answer.headers() })
    })
    await page.goto(new URL('/', page.url()).href)
    const home = await at(page, '/pages/home')
    await home.locator('.goods-card').first().waitFor()
    const fetched = answers.map(({ url }) => url)
    expect(fetched.length).toBeGreaterThan(3)
    expect(new Set(fetched).size).toBe(fetched.length)
    for (const { url, headers } of answers) {
      expect(url).toMatch(/\.[0-9a-f]{8,}\.(js|css)$/)
      expect(headers['cache-control']).toContain('immutable')
      if (Number(headers['content-length'] ?? SMALL_BYTES) >= SMALL_BYTES)
        expect(headers['content-encoding']).toMatch(/^(br|gzip)$/)
    }
  })
})
