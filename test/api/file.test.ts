import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { codeOf, dataOf, type Person, signIn } from '../support/people'
import { fileFolder, picture } from '../support/pictures'
import { createShop } from '../support/shop'
import { rowsOf } from '../support/tables'
import { call } from '../support/wire'

const shop = await createShop()
const { wxapi, merchantId } = shop
const { transaction, clock } = shop.app.services
const file = fileFolder()
const [ann, bob] = [await signIn(shop, 'ann'), await signIn(shop, 'bob')]
const png = file('叶子.png', await picture())

const fetched = async (url: string) => {
  const response = await fetch(url)
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}

/** Fills the day's allowance of somebody, or of guests. */
const uploadedToday = (person: Person | undefined, count: number) =>
  transaction(tx =>
    tx
      .insertInto('files')
      .values(
        Array.from({ length: count }, (_, i) => ({
          merchant_id: merchantId,
          user_id: person?.uid ?? null,
          path: `/files/${merchantId}/202601/${person?.name ?? 'guest'}-${i}`,
          original_name: '',
          type: 'image/png',
          size: 1,
          created_at: clock.now().getTime(),
          expires_at: null,
        })),
      )
      .execute(),
  )

describe('uploadFile', () => {
  it('stores a picture and answers where it is', async () => {
    const row = await dataOf(wxapi.uploadFile(ann.token, png))
    expect(row).toMatchObject({ originalName: '叶子.png', type: 'image/png', url: `${shop.origin}/${row.key}` })
    const { status, headers, bytes } = await fetched(row.url)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('image/png')
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(bytes.length).toBe(row.size)
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 60, height: 40 })
  })

  it.each(['jpeg', 'webp', 'gif'] as const)('takes a %s by its content, whatever it is called', async format => {
    const row = await dataOf(wxapi.uploadFile(ann.token, file('a.txt', await picture(format))))
    expect(row.type).toBe(`image/${format}`)
    expect((await fetched(row.url)).headers.get('content-type')).toBe(`image/${format}`)
  })

  it('forgets where and with what a photo was taken, and turns it upright', async () => {
    const photo = await picture('jpeg', 60, 40)
    expect(photo.includes('SecretPhone')).toBe(true)
    const { url } = await dataOf(wxapi.uploadFile(ann.token, file('photo.jpg', photo)))
    const { bytes } = await fetched(url)
    expect(bytes.includes('SecretPhone')).toBe(false)
    const { exif, width, height } = await sharp(bytes).metadata()
    expect({ exif, width, height }).toEqual({ exif: undefined, width: 40, height: 60 })
  })

  it('makes large pictures smaller, and a thumbnail when one is asked for', async () => {
    const { url } = await dataOf(wxapi.uploadFile(ann.token, file('wide.png', await picture('png', 3000, 300))))
    expect(await sharp((await fetched(url)).bytes).metadata()).toMatchObject({ width: 2000, height: 200 })
    const small = await Promise.all([fetched(`${url}_m`), fetched(`${url}_m`)])
    for (const { bytes, headers } of small) {
      expect(headers.get('content-type')).toBe('image/png')
      expect(await sharp(bytes).metadata()).toMatchObject({ width: 400, height: 40 })
    }
    expect((await fetched(`${url}_m_m`)).status).toBe(404)
  })

  it('deletes the file after so many hours', async () => {
    const { url } = await dataOf(wxapi.uploadFile(bob.token, png, 2))
    expect((await fetched(`${url}_m`)).status).toBe(200)
    await shop.advance(2 * 3600 - 60)
    expect((await fetched(url)).status).toBe(200)
    await shop.advance(120)
    expect((await fetched(url)).status).toBe(404)
    expect((await fetched(`${url}_m`)).status).toBe(404)
    expect(await codeOf(wxapi.uploadFileList('', bob.token))).toBe(700)
  })

  it('refuses a caller who is not signed in, and stores nothing', async () => {
    const before = await rowsOf(shop)
    expect(await codeOf(wxapi.uploadFile('void', png))).toBe(2000)
    expect(await rowsOf(shop)).toEqual(before)
  })

  it('refuses a request without a file', async () => {
    expect(await codeOf(wxapi.uploadFile(ann.token, ''))).toBe(16001)
    const form = { token: ann.token, upfile: 'x' }
    expect(await call(shop, '/demo/dfs/upload/file', { form })).toMatchObject({ status: 200, code: 16001 })
    expect((await call(shop, '/demo/dfs/upload/file')).code).toBe(16001)
  })

  it('refuses what is no picture, or only looks like one', async () => {
    const jpeg = await picture('jpeg', 400, 400)
    const files = { 'a.svg': '<svg onload="alert(1)"/>', 'a.png': '<script>', 'a.pdf': '%PDF-1.7', 'empty.png': '' }
    for (const [name, bytes] of Object.entries(files))
      expect(await codeOf(wxapi.uploadFile(ann.token, file(name, bytes))), name).toBe(16003)
    const cut = jpeg.subarray(0, jpeg.length / 2)
    expect(await codeOf(wxapi.uploadFile(ann.token, file('cut.jpg', cut)))).toBe(16003)
  })

  it('refuses more than ten megabytes', async () => {
    const large = file('large.png', Buffer.alloc(10 * 1024 * 1024 + 1))
    expect(await codeOf(wxapi.uploadFile(ann.token, large))).toBe(16002)
  })

  it('refuses the two hundred and first file of a day', async () => {
    const cat = await signIn(shop, 'cat')
    await uploadedToday(cat, 199)
    expect(await codeOf(wxapi.uploadFile(cat.token, png))).toBe(0)
    expect(await codeOf(wxapi.uploadFile(cat.token, png))).toBe(16005)
    await shop.advance(86_400)
    expect(await codeOf(wxapi.uploadFile(cat.token, png))).toBe(0)
  })

  it.each([
    ['broken off', '--b\r\ncontent-disposition: form-data; name="upfile"; filename="a.png"\r\n\r\nabc'],
    ['without parts', '--b--\r\n'],
    ['of nonsense', 'nonsense'],
    ['of many parts', `${'--b\r\ncontent-disposition: form-data; name="x"\r\n\r\ny\r\n'.repeat(30)}--b--\r\n`],
    ['with two files', '--b\r\ncontent-disposition: form-data; name="upfile"; filename="a"\r\n\r\nx\r\n'.repeat(2)],
    ['of the prototype', '--b\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\ny\r\n--b--\r\n'],
  ])('refuses a form %s', async (_, body) => {
    const headers = { 'content-type': 'multipart/form-data; boundary=b' }
    const answer = await call(shop, `/demo/dfs/upload/file?token=${ann.token}`, { body, headers })
    expect(answer.status).toBe(200)
    expect([400, 16001, 16003]).toContain(answer.code)
    expect(answer.msg).toMatch(/[\u4e00-\u9fff]/)
  })
})

describe('uploadFileV2', () => {
  it('keeps no NUL of a name', async () => {
    const head = Buffer.from('--b\r\ncontent-disposition: form-data; name="upfile"; filename="a\0b.png"\r\n\r\n')
    const body = new Uint8Array(Buffer.concat([head, await picture(), Buffer.from('\r\n--b--\r\n')]))
    const headers = { 'content-type': 'multipart/form-data; boundary=b' }
    const answer = await call(shop, `/upload2?token=${ann.token}&subDomain=demo`, { body, headers })
    expect(answer).toMatchObject({ code: 0, data: { originalName: expect.stringMatching(/^ab?\.?(png)?/) } })
  })

  it('takes the shop as a field', async () => {
    const row = await dataOf(wxapi.uploadFileV2(ann.token, png, undefined, 'demo'))
    expect(row.key).toMatch(new RegExp(`^files/${merchantId}/`))
    expect((await dataOf(wxapi.uploadFileList('', ann.token)))[0]).toEqual(row)
  })

  it('refuses an unknown shop, a void token and what uploadFile refuses', async () => {
    expect(await codeOf(wxapi.uploadFileV2(ann.token, png, undefined, 'nobody'))).toBe(404)
    expect(await codeOf(wxapi.uploadFileV2(ann.token, png))).toBe(404)
    expect(await codeOf(wxapi.uploadFileV2('void', png, undefined, 'demo'))).toBe(2000)
    const large = file('large.png', Buffer.alloc(10 * 1024 * 1024 + 1))
    expect(await codeOf(wxapi.uploadFileV2(ann.token, '', undefined, 'demo'))).toBe(16001)
    expect(await codeOf(wxapi.uploadFileV2(ann.token, large, undefined, 'demo'))).toBe(16002)
    const full = await signIn(shop, 'full')
    await uploadedToday(full, 200)
    expect(await codeOf(wxapi.uploadFileV2(full.token, png, undefined, 'demo'))).toBe(16005)
    expect(await codeOf(wxapi.uploadFileV2(ann.token, file('b.txt', 'text'), undefined, 'demo'))).toBe(16003)
  })
})

describe('uploadFileFromUrl', async () => {
  const bytes = await picture('webp')
  const web = createServer((request, response) => {
    if (request.url === '/none') return response.writeHead(404).end()
    if (request.url === '/large') return response.end(Buffer.alloc(10 * 1024 * 1024 + 1))
    return response.end(request.url?.startsWith('/leaf') ? bytes : 'text')
  })
  await new Promise<void>(resolve => web.listen(0, resolve))
  const at = `http://127.0.0.1:${(web.address() as AddressInfo).port}`
  afterAll(() => web.close())

  it('fetches a picture and stores it', async () => {
    const row = await dataOf(wxapi.uploadFileFromUrl(`${at}/leaf.webp?v=1#x`, 'webp', ann.token))
    expect(row).toMatchObject({ originalName: 'leaf.webp', type: 'image/webp' })
    expect((await fetched(row.url)).status).toBe(200)
    expect((await dataOf(wxapi.uploadFileList('', ann.token)))[0]).toEqual(row)
  })

  it('takes an address with a long name', async () => {
    expect((await dataOf(wxapi.uploadFileFromUrl(`${at}/leaf${'x'.repeat(500)}`))).originalName).toHaveLength(200)
  })

  it('refuses what it cannot fetch, what is too large and what is no picture', async () => {
    expect(await codeOf(wxapi.uploadFileFromUrl(`${at}/none`))).toBe(16004)
    expect(await codeOf(wxapi.uploadFileFromUrl('http://['))).toBe(16004)
    expect(await codeOf(wxapi.uploadFileFromUrl('http://127.0.0.1:1/leaf'))).toBe(16004)
    expect(await codeOf(wxapi.uploadFileFromUrl(`${at}/large`))).toBe(16002)
    expect(await codeOf(wxapi.uploadFileFromUrl(`${at}/text`))).toBe(16003)
    for (const address of ['file:///etc/passwd', 'ftp://x/y', 'data:image/png;base64,AA'])
      expect(await codeOf(wxapi.uploadFileFromUrl(address)), address).toBe(400)
  })

  it('lets guests share a small allowance', async () => {
    await uploadedToday(undefined, 100)
    expect(await codeOf(wxapi.uploadFileFromUrl(`${at}/leaf`))).toBe(16005)
    expect(await codeOf(wxapi.uploadFileFromUrl(`${at}/leaf`, '', ann.token))).toBe(0)
  })
})

describe('uploadFileList', () => {
  it('answers the caller’s own files, the newest first, by the beginning of their address', async () => {
    const dan = await signIn(shop, 'dan')
    const first = await dataOf(wxapi.uploadFile(dan.token, png))
    const second = await dataOf(wxapi.uploadFile(dan.token, png))
    expect(await dataOf(wxapi.uploadFileList('', dan.token))).toEqual([second, first])
    expect(await dataOf(wxapi.uploadFileList(first.key, dan.token))).toEqual([first])
    expect(await dataOf(wxapi.uploadFileList(`/files/${merchantId}/`, dan.token))).toHaveLength(2)
    expect(await codeOf(wxapi.uploadFileList('files/9', dan.token))).toBe(700)
    expect(await codeOf(wxapi.uploadFileList('', bob.token))).toBe(700)
  })

  it('asks who is calling', async () => {
    expect(await codeOf(wxapi.uploadFileList(''))).toBe(2000)
  })
})
