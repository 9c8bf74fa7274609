/** Products of the demo shop that stories are about, and how to find them. */
import { dataOf } from '../../src/api/client'
import type { DemoShop } from './shop-at'

export const TEA = '福鼎老白茶 2019 年寿眉小方片'
export const MUG = '高温瓷马克杯 360 毫升'
export const KEYBOARD = '65% 三模机械键盘'
export const BACKPACK = '城市双肩包 18 升'
export const RICE_BOWL = '粗陶饭碗 三色组'
export const TOTE = '16 安帆布托特包'
export const SOLD_OUT = '节气台历 木座'
export const VIDEO_CARD = '云影视频 会员月卡'
export const BAKERY_CARD = '麦穗烘焙 100 元礼品卡'
export const PHONE_TOPUP = '手机话费 50 元 快充'

export async function goodsId({ wxapi }: Pick<DemoShop, 'wxapi'>, name: string): Promise<number> {
  const answer = await wxapi.goods({ k: name })
  const found = answer.code === 0 ? answer.data.find(goods => goods.name === name) : undefined
  if (!found) throw new Error(`the demo shop has no ${name}`)
  return found.id
}

/** The first combination of a product that can be bought, as an order names it. */
export async function firstSku(shop: Pick<DemoShop, 'wxapi'>, id: number): Promise<string | undefined> {
  const { skuList = [] } = await dataOf(shop.wxapi.goodsDetail(id))
  return skuList.find(({ stores }) => stores > 0)?.propertyChildIds
}
