/** What several stories begin with, done through the API in the name of whoever holds the phone. */
import type { DemoShop } from '../support/demo-shop'
import { HANGZHOU } from '../support/goods'
import { dataOf } from '../support/people'
import type { App } from './runtime/launch'

export const TEA = '福鼎老白茶 2019 年寿眉小方片'
export const MUG = '高温瓷马克杯 360 毫升'
export const KEYBOARD = '65% 三模机械键盘'
export const BACKPACK = '城市双肩包 18 升'
export const RICE_BOWL = '粗陶饭碗 三色组'
export const VIDEO_CARD = '云影视频 会员月卡'
export const PHONE_TOPUP = '手机话费 50 元 快充'

/** What the mini-program signs its calls with. */
export const tokenOf = ({ phone }: App): string => JSON.parse(phone.storage.get('token') ?? '""')

export async function goodsId({ wxapi }: DemoShop, name: string): Promise<number> {
  const found = (await dataOf(wxapi.goods({ k: name }))).find(goods => goods.name === name)
  if (!found) throw new Error(`the demo shop has no ${name}`)
  return found.id
}

export async function openGoods(app: App, name: string) {
  return app.open(`/packages/goods/detail/index?id=${await goodsId(app.phone.shop, name)}`)
}

/** An address in Hangzhou, the default one. */
export async function haveAddress(app: App): Promise<void> {
  const { wxapi } = app.phone.shop
  await dataOf(wxapi.addAddress({ token: tokenOf(app), ...HANGZHOU, isDefault: true }))
}

/** The checkout of one piece of a product. */
export async function openCheckout(app: App, name: string) {
  const id = await goodsId(app.phone.shop, name)
  return app.open(`/packages/order/checkout/index?goodsId=${id}&number=1`)
}

export async function giveBalance(app: App, yuan: number): Promise<void> {
  const { shop } = app.phone
  const { base } = await dataOf(shop.wxapi.userDetail(tokenOf(app)))
  await shop.keeper('balance', String(base.id), String(yuan), '测试')
}

/** The orders of this person, the newest first. */
export async function ordersOf(app: App) {
  const answer = await app.phone.shop.wxapi.orderList({ token: tokenOf(app) })
  return answer.code === 700 ? [] : (await dataOf(Promise.resolve(answer))).orderList
}
