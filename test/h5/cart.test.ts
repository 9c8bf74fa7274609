/** The cart as a place to put things in order: what goes out comes back, shops stand apart, more is near. */
import { expect, it } from 'vitest'
import { dataOf } from '../../src/api/client'
import { MUG, putIntoCart, RICE_BOWL, TOTE } from '../support/demo-goods'
import type { DemoShop } from '../support/demo-shop'
import type { Person } from '../support/people'
import { inBrowser } from './support/in-browser'
import { at, detailOf, newcomer, ordersOf, sees, seesNot, tap } from './support/steps'
import { swipe } from './support/swipe'

const CART = '/pages/cart'
const DETAIL = '/packages/goods/detail'
const ADDING = '**/shopping-cart/add'
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

  it('has once what was wanted once: tapped twice, or tapped again when no answer came', async () => {
    const ann = await newcomer(shop)
    const page = await open(await detailOf(shop, RICE_BOWL), { token: ann.token, mayFail: /shopping-cart/ })
    const detail = await at(page, DETAIL)
    const button = detail.getByRole('button', { name: '加入购物车' })
    const number = async () => (await dataOf(shop.wxapi.shippingCarInfo(ann.token))).number
    await button.evaluate((button: HTMLElement) => {
      button.click()
      button.click()
    })
    await sees(page, '已加入购物车')
    await page.waitForLoadState('networkidle')
    expect(await number()).toBe(1)

    await page.route(ADDING, async route => {
      await route.fetch()
      await route.abort()
    })
    await button.tap()
    await sees(page, '连不上网络，请检查后再试')
    expect(await number(), 'it did arrive').toBe(2)
    await page.unroute(ADDING)
    await button.tap()
    await sees(page, '已加入购物车')
    await page.waitForLoadState('networkidle')
    expect(await number()).toBe(2)
    await button.tap()
    await expect.poll(number, { message: 'another wish' }).toBe(3)
  })

  it('is not called refused when it cannot be read after something was put in', async () => {
    const ann = await newcomer(shop)
    const page = await open(await detailOf(shop, RICE_BOWL), { token: ann.token, mayFail: /shopping-cart/ })
    const detail = await at(page, DETAIL)
    await page.waitForLoadState('networkidle')
    await page.route('**/shopping-cart/info**', route => route.abort())
    await tap(detail, '加入购物车')
    await sees(page, '已加入购物车')
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

  it('is paid for shop by shop: an order for each, and the rest stays', async () => {
    const ann = await withCart(shop, [TOTE, RICE_BOWL])
    const { token } = ann
    const page = await open(`${CART}/index`, { token })
    const cart = await at(page, CART)
    await tap(cart, '结算 (2)')
    await sees(page, '分开结算')
    await page.getByRole('button', { name: `结算 ${BRANCH} 的商品` }).tap()
    const checkout = await at(page, '/packages/order/checkout')
    await sees(checkout, BRANCH)
    await sees(checkout, TOTE)
    await seesNot(checkout, RICE_BOWL)
    await tap(checkout, '提交订单')
    await page.waitForURL(/cashier/)
    const branch = (await dataOf(shop.wxapi.fetchShops())).find(({ name }) => name === BRANCH)
    expect((await ordersOf(shop, ann))[0]).toMatchObject({ goodsNumber: 1, shopId: branch?.id })
    const { items } = await dataOf(shop.wxapi.shippingCarInfo(token))
    expect(items.map(({ name }) => name)).toEqual([RICE_BOWL])

    await page.goto(`${shop.origin}${CART}/index`)
    await tap(await at(page, CART), '结算 (1)')
    await sees(await at(page, '/packages/order/checkout'), RICE_BOWL)
  })

  it('lets go of one thing that is gone, and keeps the others', async () => {
    const { token } = await withCart(shop, [MUG, RICE_BOWL])
    const page = await open('')
    await page.addInitScript(data => localStorage.setItem('token', JSON.stringify({ data })), token)
    // Gone for this phone alone: the demo shop is everybody's.
    await page.route('**/shopping-cart/info**', async route => {
      const answer = await (await route.fetch()).json()
      for (const line of answer.data?.items ?? []) line.status = 1
      await route.fulfill({ json: answer })
    })
    await page.goto(`${shop.origin}${CART}/index`)
    const cart = await at(page, CART)
    await sees(cart, '不能购买的商品')
    await cart.getByRole('button', { name: `删除 ${MUG}` }).tap()
    await expect.poll(() => cart.locator('.cart-gone__name').allInnerTexts()).toEqual([RICE_BOWL])
    const { items } = await dataOf(shop.wxapi.shippingCarInfo(token))
    expect(items.map(({ name }) => name)).toEqual([RICE_BOWL])
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

async function withCart(shop: DemoShop, names: readonly string[]): Promise<Person> {
  const person = await newcomer(shop)
  for (const name of names) await putIntoCart(shop, person.token, name)
  return person
}
