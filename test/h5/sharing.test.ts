/** A product passed on: by link, by poster, and who sent it. */
import { expect, it } from 'vitest'
import { goodsId, MUG, TEA } from '../support/demo-goods'
import { dataOf } from '../support/people'
import { inBrowser } from './support/in-browser'
import { at, detailOf, logIn, newcomer, sees, tap, tokenOn } from './support/steps'

const DETAIL = '/packages/goods/detail'

inBrowser('somebody who likes a product', (open, shop) => {
  it('copies a link that says who sent it', async () => {
    const { token, uid } = await newcomer(shop)
    const page = await open(await detailOf(shop, TEA), { token, permissions: ['clipboard-read', 'clipboard-write'] })
    const detail = await at(page, DETAIL)
    await detail.getByRole('button', { name: '分享' }).tap()
    await tap(detail, '复制链接')
    await sees(detail, '已复制')
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(link).toBe(`${shop.origin}${DETAIL}/index?id=${await goodsId(shop, TEA)}&inviter=${uid}`)
  })

  it('gets a poster with a code, and keeps it', async () => {
    const page = await open(await detailOf(shop, MUG))
    const detail = await at(page, DETAIL)
    await detail.getByRole('button', { name: '分享' }).tap()
    await tap(detail, '生成海报')
    const poster = detail.getByRole('img', { name: `${MUG}的海报` })
    await poster.waitFor()
    const [width, height] = await poster.evaluate(image => {
      const { naturalWidth, naturalHeight } = image as HTMLImageElement
      return [naturalWidth, naturalHeight]
    })
    expect([width, height]).toEqual([750, 1180])
    const download = page.waitForEvent('download')
    await tap(detail, '保存到相册')
    expect((await download).suggestedFilename()).toBe(`${MUG}.png`)
  })

  it('is known as the inviter of whoever registers after following the link', async () => {
    const inviter = await newcomer(shop)
    const page = await open(`${await detailOf(shop, MUG)}&inviter=${inviter.uid}`)
    const detail = await at(page, DETAIL)
    await detail.getByRole('button', { name: '收藏' }).tap()
    await logIn(page)
    await at(page, DETAIL)
    const { referrer } = await dataOf(shop.wxapi.userDetail(await tokenOn(page)))
    expect(referrer?.id).toBe(inviter.uid)
  })

  it('comes to belong to the distributor by whose link they come, though the shop knows them already', async () => {
    const seller = await newcomer(shop)
    await shop.keeper('fx', 'approve', String(seller.uid))
    const friend = await newcomer(shop)
    const page = await open(`${await detailOf(shop, MUG)}&inviter=${seller.uid}`, { token: friend.token })
    await at(page, DETAIL)
    await expect.poll(async () => (await dataOf(shop.wxapi.fxMembersStatistics(seller.token))).totleFansLevel1).toBe(1)
  })

  it('who distributes sees what it earns, and passes it on from there', async () => {
    const seller = await newcomer(shop)
    await shop.keeper('fx', 'approve', String(seller.uid))
    const page = await open(await detailOf(shop, MUG), { token: seller.token })
    const detail = await at(page, DETAIL)
    const { commission } = (await dataOf(shop.wxapi.goodsDetail(await goodsId(shop, MUG)))).basicInfo
    expect(commission, '10 % of 49.00').toBe(4.9)
    await tap(detail, '分享赚 ¥4.90')
    await sees(detail, '生成海报')
  })

  it('reaches the shop by telephone and by its WeChat number', async () => {
    const page = await open(await detailOf(shop, TEA), { permissions: ['clipboard-read', 'clipboard-write'] })
    const detail = await at(page, DETAIL)
    await tap(detail, '客服')
    const sheet = detail.getByRole('dialog', { name: '联系客服' })
    await sees(sheet, '400-000-0000')
    await tap(sheet, '加微信')
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('xiaopu-demo')
  })
})
