/** Goods that come from the simulated supplier. */
import { resumeSale } from '../../server/domains/supply/breaker'
import type { SimulatedPurchase } from '../../simulators/weilian/supplier'
import { createGoods } from './goods'
import { type OrderLine, payOnline, place } from './orders'
import { dataOf, type Person } from './people'
import type { Shop } from './shop'

let made = 0

/** What the supplier must sell under a number of its own; `priceFen` is what it asks. Answers the number. */
export async function supplierGoods({ sim }: Pick<Shop, 'sim'>, { priceFen = 800, stock = 100 } = {}): Promise<string> {
  made += 1
  const id = `supplied${String(made).padStart(8, '0')}`
  await sim('/weilian/goods', { id, title: '兑换码', price: priceFen / 100, stock })
  return id
}

/** A card code that the shop sells for ten yuan and buys for eight. */
export async function createCard(shop: Shop, draft: Parameters<typeof createGoods>[1] = {}, supplierId?: string) {
  const goodsId = supplierId ?? (await supplierGoods(shop))
  return createGoods(shop, { supply: { type: 'weilian', goodsId, kind: 0, fields: [] }, ...draft })
}

/** Buys card codes and lets the shop fetch them. Answers the order. */
export async function buyCards(shop: Shop, who: Person, goods: number | OrderLine[]): Promise<number> {
  const order = await place(shop, who, goods)
  await payOnline(shop, who, order)
  await shop.runJobs()
  return order.id
}

/** What the supplier has really sold. */
export async function purchases({ sim }: Pick<Shop, 'sim'>): Promise<SimulatedPurchase[]> {
  return (await sim('/weilian/purchases')) as unknown as SimulatedPurchase[]
}

/** Makes the next calls of an action go wrong. */
export const arm = (
  { sim }: Pick<Shop, 'sim'>,
  action: string,
  fault: string,
  more: { times?: number; delayMs?: number } = {},
) => sim('/weilian/faults', { action, fault, ...more })

/** Lets sale go on, as the shop keeper does when the trouble is over. */
export const resume = ({ app }: Pick<Shop, 'app'>): Promise<boolean> =>
  app.services.transaction(tx => resumeSale(tx, 'weilian', app.services.clock.now()))

/** Two persons have settled what was unknown, and the supplier behaves again. */
export async function clearUp(shop: Pick<Shop, 'app' | 'merchantId' | 'sim'>): Promise<void> {
  await shop.sim('/weilian/faults/clear', {})
  await shop.app.services.transaction(tx =>
    tx
      .updateTable('supply_purchases')
      .set({ state: 'rejected' })
      .where('merchant_id', '=', shop.merchantId)
      .where('state', '=', 'unknown')
      .execute(),
  )
  await resume(shop)
}

/** How an order's purchases stand in the database. */
export async function statesOf({ app, merchantId }: Shop, orderId: number): Promise<string[]> {
  const rows = await app.services.db
    .selectFrom('supply_purchases')
    .select('state')
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', orderId)
    .orderBy('id')
    .execute()
  return rows.map(({ state }) => state)
}

/** What the buyer sees: state of the order, of its supply, and the codes. */
export async function seenBy({ wxapi }: Pick<Shop, 'wxapi'>, { token }: Person, orderId: number) {
  const { orderInfo, goodsCoupons = [], goods } = await dataOf(wxapi.orderDetail(token, orderId))
  return { status: orderInfo.status, supplyState: orderInfo.supplyState, codes: goodsCoupons, goods }
}
