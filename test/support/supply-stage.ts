/**
 * Buying card codes as a shop of our own sells them, and beside a hosted service that took the order and the money. What is
 * true of purchases must be true in both; tests run on each.
 */
import { createGoods } from './goods'
import { type OrderLine, payOnline, place } from './orders'
import type { Person } from './people'
import { createShop, type Settings, type Shop } from './shop'
import { createCard, seenBy as seenAlone, statesOf as statesAlone, supplierGoods } from './supply'
import { createBeside, link, supplyOf } from './upstream'

export interface Seen {
  supplyState: number | undefined
  codes: { orderGoodsId: number; coupon: string; number?: string }[]
}

export interface Stage {
  /** Where shoppers order and pay. */
  shop: Shop
  /** The server that buys, beside the simulated supplier. */
  buyer: Shop
  /** Goods at ten yuan that the supplier sells for eight. */
  card(supplierId?: string, draft?: Parameters<typeof createGoods>[1]): Promise<number>
  /** Pays an order, and looks at it once, as the page does. Nothing is bought yet. */
  pay(who: Person, goods: number | OrderLine[]): Promise<number>
  seenBy(who: Person, orderId: number): Promise<Seen>
  statesOf(orderId: number): Promise<string[]>
}

export const stages: [name: string, open: (settings?: Settings) => Promise<Stage>][] = [
  ['alone', alone],
  ['beside a hosted service', beside],
]

async function alone(settings: Settings = {}): Promise<Stage> {
  const shop = await createShop(settings)
  return {
    shop,
    buyer: shop,
    card: async (supplierId, draft = {}) => createCard(shop, draft, supplierId),
    pay: (who, goods) => paidOrder(shop, who, goods),
    seenBy: (who, orderId) => seenAlone(shop, who, orderId),
    statesOf: orderId => statesAlone(shop, orderId),
  }
}

async function beside(settings: Settings = {}): Promise<Stage> {
  const { hosted, proxy } = await createBeside(settings)
  const look = async (who: Person, orderId: number): Promise<Seen> => {
    const { data } = await supplyOf(proxy, who, orderId)
    return { supplyState: data?.supplyState, codes: data?.goodsCoupons ?? [] }
  }
  return {
    shop: hosted,
    buyer: proxy,
    async card(supplierId, draft = {}) {
      // What comes from the supplier, the hosted service does not know; what is told at checkout comes in the order.
      const goodsId = await createGoods(hosted, { ...draft })
      await link(proxy, goodsId, supplierId ?? (await supplierGoods(proxy)))
      return goodsId
    },
    async pay(who, goods) {
      const orderId = await paidOrder(hosted, who, goods)
      await look(who, orderId)
      return orderId
    },
    seenBy: look,
    async statesOf(orderId) {
      const mirror = await proxy.app.services.db
        .selectFrom('upstream_orders')
        .select('order_id')
        .where('merchant_id', '=', proxy.merchantId)
        .where('upstream_id', '=', String(orderId))
        .executeTakeFirst()
      return mirror ? statesAlone(proxy, mirror.order_id) : []
    },
  }
}

async function paidOrder(shop: Shop, who: Person, goods: number | OrderLine[]): Promise<number> {
  const order = await place(shop, who, goods)
  await payOnline(shop, who, order)
  return order.id
}
