import { type OrderLine, place } from './orders'
import { dataOf, giveBalance, type Person } from './people'
import type { Shop } from './shop'

/** Buys goods with a balance made for it. Goods that need no sending are received at once. Answers the order's number. */
export async function buy(shop: Shop, person: Person, goods: number | OrderLine[]): Promise<number> {
  const { id, amountReal } = await place(shop, person, goods)
  await giveBalance(shop, person, Math.round(amountReal * 100))
  await dataOf(shop.wxapi.orderPay(person.token, String(id)))
  return id
}

export interface Opinion {
  reputation: 0 | 1 | 2
  remark?: string
  pics?: string[]
}

/** Buys one piece and reviews it. */
export async function buyAndReview(shop: Shop, person: Person, goodsId: number, opinion: Opinion): Promise<void> {
  const orderId = await buy(shop, person, goodsId)
  const { goods } = await dataOf(shop.wxapi.orderDetail(person.token, orderId))
  const reputations = goods.map(({ id }) => ({ id, ...opinion }))
  await dataOf(shop.wxapi.orderReputation({ token: person.token, postJsonString: { orderId, reputations } }))
}
