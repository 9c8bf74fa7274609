import { describe, expect, it } from 'vitest'
import { setGoodsVideo } from '../../server/domains/goods/videos'
import { createGoods } from '../support/goods'
import { codeOf, dataOf } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi, merchantId } = shop
const { files, transaction } = shop.app.services
/** As much of a film as our server looks at. */
const film = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(1000, 7)])

const filmed = async () => {
  const goodsId = await createGoods(shop)
  const stored = await files.saveVideo(merchantId, film, shop.now())
  expect(await transaction(tx => setGoodsVideo(tx, merchantId, goodsId, stored, shop.now()))).toBe(true)
  const { basicInfo } = await dataOf(wxapi.goodsDetail(goodsId))
  return { goodsId, videoId: basicInfo.videoId ?? 0 }
}

describe('videoDetail', () => {
  it('says where the film of a product is', async () => {
    const { goodsId, videoId } = await filmed()
    const video = await dataOf(wxapi.videoDetail(videoId))
    expect(video).toMatchObject({ id: videoId, type: 'video/mp4', size: film.length })
    expect(video.fdMp4).toMatch(new RegExp(`^${shop.origin}/files/${merchantId}/\\d{6}/\\w{20}\\.mp4$`))
    const [listed] = (await dataOf(wxapi.goodsv2({ gids: String(goodsId) }))).result
    expect(listed?.videoId).toBe(videoId)
  })

  it('answers no data for what is no film, and for goods whose film was taken away', async () => {
    expect(await codeOf(wxapi.videoDetail(999))).toBe(700)
    const { goodsId } = await filmed()
    await transaction(tx => setGoodsVideo(tx, merchantId, goodsId, undefined, shop.now()))
    expect((await dataOf(wxapi.goodsDetail(goodsId))).basicInfo.videoId).toBeUndefined()
  })

  it('sends the whole film, or the part that a phone asks for', async () => {
    const { fdMp4 } = await dataOf(wxapi.videoDetail((await filmed()).videoId))
    const whole = await fetch(fdMp4)
    expect([whole.status, whole.headers.get('accept-ranges')]).toEqual([200, 'bytes'])
    expect(Buffer.from(await whole.arrayBuffer())).toEqual(film)
    const part = async (range: string) => {
      const { status, headers, ...answer } = await fetch(fdMp4, { headers: { range } }).then(async response => ({
        status: response.status,
        headers: response.headers,
        bytes: Buffer.from(await response.arrayBuffer()),
      }))
      return { status, said: headers.get('content-range'), bytes: answer.bytes }
    }
    expect(await part('bytes=0-1')).toEqual({
      status: 206,
      said: `bytes 0-1/${film.length}`,
      bytes: film.subarray(0, 2),
    })
    expect(await part('bytes=4-')).toMatchObject({ status: 206, bytes: film.subarray(4) })
    expect(await part('bytes=-10')).toMatchObject({ status: 206, bytes: film.subarray(-10) })
    expect(await part('bytes=99999-')).toMatchObject({ status: 200 })
  })
})

describe('a film that is none', () => {
  it('is not stored', async () => {
    await expect(files.saveVideo(merchantId, Buffer.from('GIF89a, or anything else'), shop.now())).rejects.toThrow(
      '请用 MP4 或 WebM 视频',
    )
    await expect(files.saveVideo(merchantId, Buffer.alloc(3), shop.now())).rejects.toThrow('请用')
  })
})
