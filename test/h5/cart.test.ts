/** The cart as a place to put things in order: what goes out comes back, shops stand apart, more is near. */
import { expect, it } from 'vitest'
import { dataOf } from '../../src/api/client'
import { MUG, putIntoCart, RICE_BOWL, TOTE } from '../support/demo-goods'
import type { DemoShop } from '../support/demo-shop'
import { inBrowser } from './support/in-browser'
import { at, newcomer, sees, seesNot, tap } from './support/steps'
import { swipe } from './support/swipe'

const CART = '/pages/cart'
const BRANCH = '小铺 河坊街店'

inBrowser('a cart', (open, shop) => {
  it('lets a line go by a swipe, and takes it back to where it stood', async () => {
    const page = await open(`${CART}/index`, await withCart(shop, [RICE_BOWL, MUG]))
    const cart = await at(page, CART)
    const names = () => cart.locator('.cart-line__name').allInnerTexts()
    await expect.poll(names).toEqual([MUG, RICE_BOWL])
    const line = cart.locator('.cart-line', { hasText: MUG })
    await swipe(page, line, -20)
    expect(await cart.getByRole('button', { name: `删除 ${MUG}` }).count(), 'a finger that hardly moved').toBe(0)

    await swipe(page, line, -90)
    await cart.getByRole('button', { name: `删除 ${MUG}` }).tap()
    await sees(page, '已从购物车删除')
    expect(await names()).toEqual([RICE_BOWL])
    await tap(page, '撤销')
    await expect.poll(names).toEqual([MUG, RICE_BOWL])
    await page.reload()
    await expect.poll(names).toEqual([MUG, RICE_BOWL])
  })

  it('puts an open line back at a tap, and goes up and down under a finger', async () => {
    const page = await open(`${CART}/index`, await withCart(shop, [RICE_BOWL]))
    const cart = await at(page, CART)
    const line = cart.locator('.cart-line')
    const action = cart.getByRole('button', { name: `删除 ${RICE_BOWL}` })
    await swipe(page, line, -90)
    await action.waitFor()
    await cart.locator('.swipe__shut').tap({ position: { x: 120, y: 20 } })
    await expect.poll(() => action.count()).toBe(0)
    await swipe(page, line, -40, -120)
    expect(await action.count(), 'the finger meant the page').toBe(0)
  })

  it('keeps shops apart, and selects all of one', async () => {
    const page = await open(`${CART}/index`, await withCart(shop, [TOTE, RICE_BOWL]))
    const cart = await at(page, CART)
    await sees(cart, BRANCH)
    expect(await cart.locator('.cart__shop-name').allInnerTexts()).toEqual(['小铺', BRANCH])
    await cart.getByRole('checkbox', { name: `选择 ${BRANCH} 的全部商品` }).tap()
    await sees(cart, '结算 (1)')
    await expect
      .poll(() => cart.getByRole('checkbox', { name: `选择 ${TOTE}`, exact: true }).getAttribute('aria-checked'))
      .toBe('false')

    await tap(cart, '编辑')
    await cart.getByRole('checkbox', { name: `选择 ${BRANCH} 的全部商品` }).tap()
    await tap(cart, '删除 (1)')
    await tap(page.getByRole('dialog'), '删除')
    await seesNot(cart, BRANCH)
    expect(await cart.locator('.cart-line__name').allInnerTexts()).toEqual([RICE_BOWL])
  })

  it('shows what else there is, without what is in it already, and when it is empty', async () => {
    const { token } = await withCart(shop, [MUG])
    const page = await open(`${CART}/index`, { token })
    const cart = await at(page, CART)
    await sees(cart, '为你挑的')
    await cart.locator('.goods-card').first().waitFor()
    const names = await cart.locator('.goods-card__name').allInnerTexts()
    expect(names.length).toBeGreaterThan(1)
    expect(names).not.toContain(MUG)
    await dataOf(shop.wxapi.shippingCarInfoRemoveAll(token))
    await page.reload()
    await sees(cart, '购物车还是空的')
    await cart.locator('.goods-card').first().waitFor()
  })
})

async function withCart(shop: DemoShop, names: readonly string[]): Promise<{ token: string }> {
  const { token } = await newcomer(shop)
  for (const name of names) await putIntoCart(shop, token, name)
  return { token }
}
