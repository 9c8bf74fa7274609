/** What several stories do, and how they read a page. */
import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { goodsId } from '../../support/demo-goods'
import type { DemoShop } from '../../support/demo-shop'
import { HANGZHOU } from '../../support/goods'
import { dataOf, type Person, signIn } from '../../support/people'
import { freshMobile } from './resident'

/** The page on top, once it has arrived and no other is in sight. `path` as in `/packages/order/detail`. */
export async function at(page: Page, path: string): Promise<Locator> {
  await page.waitForFunction(path => {
    const shown = [...document.querySelectorAll<HTMLElement>('#app > .taro_page')].filter(
      element => getComputedStyle(element).display !== 'none',
    )
    return shown.length === 1 && shown[0]?.id.startsWith(path) && shown[0].classList.contains('taro_page_stationed')
  }, path)
  return page.locator('#app > .taro_page').filter({ visible: true })
}

/** Waits until the words stand somewhere in sight. */
export const sees = (where: Page | Locator, words: string | RegExp): Promise<void> =>
  where.getByText(words).filter({ visible: true }).first().waitFor()

/** Waits until the words are in sight nowhere. */
export async function seesNot(where: Page | Locator, words: string | RegExp): Promise<void> {
  await expect.poll(() => where.getByText(words).filter({ visible: true }).count()).toBe(0)
}

/** Taps what is called so: a button, a link, a tab. */
export const tap = (where: Page | Locator, name: string | RegExp): Promise<void> =>
  where.getByText(name, { exact: true }).filter({ visible: true }).first().tap()

/** Logs in on the login page, as somebody who has never been here; the demonstration fills in the code. */
export async function logIn(page: Page, mobile = freshMobile()): Promise<string> {
  const login = await at(page, '/packages/user/login')
  await login.getByLabel('手机号').fill(mobile)
  await tap(login, '获取验证码')
  await sees(login, '演示商店不发短信，验证码已替你填好')
  await login.getByRole('checkbox', { name: '同意用户协议和隐私政策' }).tap()
  await login.getByRole('button', { name: '登录', exact: true }).tap()
  return mobile
}

/** What the page signs its calls with. */
export const tokenOn = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('token') ?? '{"data":""}').data)

/** Somebody who has just registered, with an address in Hangzhou. */
export async function newcomer(shop: DemoShop): Promise<Person> {
  const person = await signIn(shop, `h5-${randomUUID()}`)
  await dataOf(shop.wxapi.addAddress({ token: person.token, ...HANGZHOU, isDefault: true }))
  return person
}

/** The orders of somebody, the newest first. */
export async function ordersOf({ wxapi }: DemoShop, { token }: Person) {
  const answer = await wxapi.orderList({ token })
  return answer.code === 700 ? [] : (await dataOf(Promise.resolve(answer))).orderList
}

export const checkoutOf = async (shop: DemoShop, name: string, number = 1): Promise<string> =>
  `/packages/order/checkout/index?goodsId=${await goodsId(shop, name)}&number=${number}`

export const detailOf = async (shop: DemoShop, name: string): Promise<string> =>
  `/packages/goods/detail/index?id=${await goodsId(shop, name)}`
