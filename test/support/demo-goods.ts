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

/** They are sold by bargains, in groups and in a flash sale, and nothing else is told of them. */
export const HONEY = '长白山椴树蜜 500 克'
export const JASMINE = '横州茉莉花茶 五窨'
export const SUCCULENTS = '多肉长槽组合 五株'
export const TERRARIUM = '苔藓微景观 雨林瓶'

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

/** Its first combination that can be bought. */
export async function putIntoCart(shop: Pick<DemoShop, 'wxapi'>, token: string, name: string, number = 1) {
  const id = await goodsId(shop, name)
  const pairs = (await firstSku(shop, id))?.split(',').filter(Boolean) ?? []
  const sku = pairs.map(pair => {
    const [optionId = 0, optionValueId = 0] = pair.split(':').map(Number)
    return { optionId, optionValueId }
  })
  await dataOf(shop.wxapi.shippingCarInfoAddItem(token, id, number, sku))
}
