import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { codeOf, dataOf, refusalOf, signIn } from '../support/people'
import { createShop } from '../support/shop'
import { rowsOf } from '../support/tables'
import { unreachableParties } from '../support/unreachable'

const shop = await createShop()
const offline = await createShop(unreachableParties())
const { wxapi, merchantId } = shop
const { transaction, clock } = shop.app.services
const ann = await signIn(shop, 'ann')
const GOODS_PAGE = 'packages/goods/detail/index'

const fetched = async (url: string) => {
  const response = await fetch(url)
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}
const filesOf = async () => (await rowsOf(shop)).files?.length ?? 0

describe('wxaQrcode', () => {
  it('answers where the picture of a mini-program code is', async () => {
    const url = await dataOf(wxapi.wxaQrcode({ scene: '12,7', page: GOODS_PAGE, width: 430, is_hyaline: true }))
    expect(url).toMatch(`${shop.origin}/files/${merchantId}/`)
    const { status, headers, bytes } = await fetched(url)
    expect([status, headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 430, height: 430, hasAlpha: true })
  })

  it('asks WeChat once for the same code', async () => {
    const code = { scene: '13,7', page: GOODS_PAGE }
    const first = await dataOf(wxapi.wxaQrcode(code))
    const before = await filesOf()
    expect(await dataOf(wxapi.wxaQrcode(code))).toBe(first)
    expect(await filesOf()).toBe(before)
    expect(await dataOf(wxapi.wxaQrcode({ ...code, scene: '13,8' }))).not.toBe(first)
  })

  it('gets itself another token when WeChat no longer knows the one it has', async () => {
    await dataOf(wxapi.wxaQrcode({ scene: 'before' }))
    await shop.sim('/wechat/void-token', {})
    expect(await codeOf(wxapi.wxaQrcode({ scene: 'after' }))).toBe(0)
  })

  it('deletes a picture that is wanted for a while, and makes it anew afterwards', async () => {
    const code = { scene: 'for-an-hour', expireHours: 1 }
    const url = await dataOf(wxapi.wxaQrcode(code))
    await shop.advance(3601)
    expect((await fetched(url)).status).toBe(404)
    expect((await fetched(await dataOf(wxapi.wxaQrcode(code)))).status).toBe(200)
  })

  it('passes on that the page is not published, unless nobody shall check', async () => {
    expect(await codeOf(wxapi.wxaQrcode({ scene: '1', page: 'draft' }))).toBe(41030)
    expect(await codeOf(wxapi.wxaQrcode({ scene: '1', page: 'draft', check_path: false }))).toBe(0)
  })

  it('refuses a scene or page that WeChat would refuse, without asking', async () => {
    expect(await refusalOf(wxapi.wxaQrcode({ scene: '茶' }))).toMatchObject({ code: 400 })
    expect(await refusalOf(wxapi.wxaQrcode({ scene: 'a'.repeat(33) }))).toMatchObject({ code: 400 })
    expect(await refusalOf(wxapi.wxaQrcode({ scene: '1', page: '/pages/home/index' }))).toMatchObject({ code: 400 })
  })

  it('says that WeChat does not answer', async () => {
    expect(await codeOf(offline.wxapi.wxaQrcode({ scene: '1' }))).toBe(11003)
  })

  it('makes so many new ones a day for somebody, and finds the old ones again all the same', async () => {
    const known = { token: ann.token, scene: 'known' }
    const url = await dataOf(wxapi.wxaQrcode(known))
    const row = { merchant_id: merchantId, user_id: ann.uid, original_name: '', type: 'image/png', size: 1 }
    const rows = Array.from({ length: 200 }, (_, i) => ({
      ...row,
      path: `/files/${merchantId}/202601/ann-${i}`,
      created_at: clock.now().getTime(),
      expires_at: null,
    }))
    await transaction(tx => tx.insertInto('files').values(rows).execute())
    expect(await codeOf(wxapi.wxaQrcode({ ...known, scene: 'new' }))).toBe(16005)
    expect(await dataOf(wxapi.wxaQrcode(known))).toBe(url)
  })
})

describe('commonQrcode', () => {
  it('answers where the code of a text is, black on white and as large as asked', async () => {
    const url = await dataOf(wxapi.commonQrcode({ content: `${shop.origin}/?inviter=7&k=茶`, width: 300 }))
    const { status, headers, bytes } = await fetched(url)
    expect([status, headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(headers.get('cache-control')).toContain('immutable')
    const picture = sharp(bytes)
    expect(await picture.metadata()).toMatchObject({ width: 300, height: 300 })
    const { channels } = await picture.greyscale().stats()
    expect([channels[0]?.min, channels[0]?.max]).toEqual([0, 255])
  })

  it('stores nothing', async () => {
    const before = await filesOf()
    await dataOf(wxapi.commonQrcode({ content: '小铺' }))
    expect(await filesOf()).toBe(before)
  })

  it('refuses what fits into no code', async () => {
    expect(await codeOf(wxapi.commonQrcode({ content: '茶'.repeat(800) }))).toBe(400)
    expect(await codeOf(wxapi.commonQrcode({ content: '茶', width: 5000 }))).toBe(400)
    expect((await fetched(`${shop.origin}/qrcode.png?width=300`)).status).toBe(404)
    expect((await fetched(`${shop.origin}/qrcode.png?content=1&width=9999`)).status).toBe(404)
  })
})
