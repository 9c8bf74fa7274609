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

/** Sold by days, and by time slots. */
export const HOMESTAY = '柿子树下 山居民宿 一晚'
export const POTTERY = '陶艺拉坯体验课 两小时'
export const PORTRAIT = '证件照与职业照 拍摄一组'

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

/** So many days in a row, within one month, on which a product can be booked in its first choice. */
export async function freeDays({ wxapi }: Pick<DemoShop, 'wxapi'>, id: number, count: number): Promise<string[]> {
  const { skuList = [] } = await dataOf(wxapi.goodsDetail(id))
  const rows = await dataOf(wxapi.goodsPriceDaily(id, skuList[0]?.id))
  const free = rows.map(({ day, stores }) => (stores > 0 ? day : ''))
  const first = free.findIndex((day, i) => {
    const days = free.slice(i, i + count)
    return days.length === count && days.every(one => one && one.slice(0, 7) === day.slice(0, 7))
  })
  if (first < 0) throw new Error(`there are no ${count} free days in a row`)
  return free.slice(first, first + count)
}

/** The next slot that has a place, as a line names it. */
export async function freeSlot({ wxapi }: Pick<DemoShop, 'wxapi'>, id: number) {
  const schedule = await dataOf(wxapi.goodsTimesSchedule(id))
  const [slot] = schedule.flatMap(({ day, items }) =>
    items.flatMap(({ name, stores }) => (stores > 1 ? [{ goodsTimesDay: day, goodsTimesItem: name }] : [])),
  )
  if (!slot) throw new Error('there is no free slot')
  return slot
}
