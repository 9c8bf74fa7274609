/** What somebody keeps or has met: favourites, what was bought, what was looked at. */
import { expect, it } from 'vitest'
import { dataOf } from '../../src/api/client'
import { goodsId, MUG, RICE_BOWL, TEA } from '../support/demo-goods'
import { inBrowser } from './support/in-browser'
import { moveIn } from './support/resident'
import { at, detailOf, newcomer, sees, seesNot, tap } from './support/steps'

const FAVOURITES = '/packages/user/favourites'
const BOUGHT = '/packages/goods/bought'
const FOOTPRINTS = '/packages/goods/footprints'

inBrowser('somebody who has been here before', (open, shop) => {
  it('takes a product out of the favourites, and back again', async () => {
    const { token } = await newcomer(shop)
    for (const name of [RICE_BOWL, TEA]) await dataOf(shop.wxapi.goodsFavPut(token, await goodsId(shop, name)))
    const page = await open(`${FAVOURITES}/index`, { token })
    const favourites = await at(page, FAVOURITES)
    await sees(favourites, '今天')
    await favourites.getByRole('button', { name: '已取消收藏' }).first().tap()
    await seesNot(favourites, TEA)
    await tap(favourites, '撤销')
    await sees(favourites, TEA)
    await expect.poll(async () => (await shop.wxapi.goodsFavCheck(token, await goodsId(shop, TEA))).code).toBe(0)
  })

  it('clears the favourites in one go', async () => {
    const { token } = await newcomer(shop)
    for (const name of [RICE_BOWL, TEA]) await dataOf(shop.wxapi.goodsFavPut(token, await goodsId(shop, name)))
    const page = await open(`${FAVOURITES}/index`, { token })
    const favourites = await at(page, FAVOURITES)
    await tap(favourites, '管理')
    await favourites.getByRole('checkbox', { name: '全选' }).tap()
    await tap(favourites, '删除 (2)')
    await sees(favourites, '还没有收藏')
    await expect.poll(async () => (await shop.wxapi.goodsFavList({ token })).code).toBe(700)
  })

  it('finds what was bought, and has it forgotten', async () => {
    const { token } = await moveIn(shop)
    const page = await open(`${BOUGHT}/index`, { token })
    const bought = await at(page, BOUGHT)
    await sees(bought, /买过 \d+ 件/)
    const before = await bought.locator('.kept__row').count()
    await tap(bought, '管理')
    await bought.locator('.kept__row').first().tap()
    await tap(bought, '删除 (1)')
    await tap(bought.getByRole('dialog'), '删除')
    await expect.poll(() => bought.locator('.kept__row').count()).toBe(before - 1)
    await page.reload()
    const again = await at(page, BOUGHT)
    await expect.poll(() => again.locator('.kept__row').count()).toBe(before - 1)
  })

  it('finds what was looked at on this phone, the latest first, without an account', async () => {
    const page = await open(await detailOf(shop, MUG))
    await sees(page, MUG)
    await page.goto(`${shop.origin}${await detailOf(shop, TEA)}`)
    await sees(page, TEA)
    await page.goto(`${shop.origin}${FOOTPRINTS}/index`)
    const footprints = await at(page, FOOTPRINTS)
    await sees(footprints, '今天')
    expect(await footprints.locator('.kept__name').allInnerTexts()).toEqual([TEA, MUG])
    await tap(footprints, '管理')
    await footprints.getByRole('checkbox', { name: MUG }).tap()
    await tap(footprints, '删除 (1)')
    await seesNot(footprints, MUG)
    await tap(footprints, '撤销')
    await sees(footprints, MUG)
  })
})
