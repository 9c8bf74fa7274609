/** Orders as shoppers and the shop keeper move them along. */
import { shipOrder } from '../../server/domains/order/ship'
import type { PlacedOrder } from '../../src/api/wxapi.gen'
import type { Wxapi } from './client'
import { dataOf, type Person } from './people'
import type { Shop } from './shop'

export type OrderCreate = Parameters<Wxapi['orderCreate']>[0]
export type OrderLine = OrderCreate['goodsJsonStr'][number]
type ShopLike = { wxapi: Wxapi }

/** Places an order for goods, one piece of each unless lines say otherwise. Answers it with its number. */
export async function place(
  { wxapi }: ShopLike,
  { token }: Person,
  goods: number | OrderLine[],
  more: Partial<OrderCreate> = {},
): Promise<PlacedOrder & { id: number }> {
  const goodsJsonStr = typeof goods === 'number' ? [{ goodsId: goods, number: 1 }] : goods
  const placed = await dataOf(wxapi.orderCreate({ token, goodsJsonStr, ...more }))
  if (placed.id === undefined) throw new Error('no order was placed')
  return { ...placed, id: placed.id }
}

/** The price of goods for a shopper, without placing an order. */
export function priceFor(
  { wxapi }: ShopLike,
  { token }: Person,
  goods: number | OrderLine[],
  more: Partial<OrderCreate> = {},
): Promise<PlacedOrder> {
  const goodsJsonStr = typeof goods === 'number' ? [{ goodsId: goods, number: 1 }] : goods
  return dataOf(wxapi.orderCreate({ token, goodsJsonStr, calculate: true, ...more }))
}

/** Opens the payment sheet for orders; `money` in yuan, the price of one order when it is an order. */
export function sheetFor(
  { wxapi }: ShopLike,
  { token }: Person,
  { id, amountReal }: { id: number | string; amountReal: number },
) {
  return dataOf(wxapi.wxpay({ token, money: amountReal, nextAction: { type: 0, id: String(id) } }))
}

/** Pays an order with WeChat, as a shopper does: sheet, confirmation, notification. */
export async function payOnline(
  shop: Pick<Shop, 'wxapi' | 'sim'>,
  person: Person,
  order: { id: number | string; amountReal: number },
) {
  const sheet = await sheetFor(shop, person, order)
  const { accepted } = await shop.sim('/wechatpay/confirm', { package: sheet.package })
  if (!accepted) throw new Error('the shop did not take the notification')
  return sheet
}

/** As the shop keeper's tool ships; answers whether the order could be shipped. */
export function ship(
  { app, merchantId }: Pick<Shop, 'app' | 'merchantId'>,
  orderId: number,
  trackingNumber = 'SF100200',
) {
  const { transaction, clock } = app.services
  return transaction(tx => shipOrder(tx, merchantId, orderId, { shipper: '顺丰速运', trackingNumber }, clock.now()))
}

export async function statusOf({ wxapi }: ShopLike, { token }: Person, orderId: number): Promise<number> {
  return (await dataOf(wxapi.orderDetail(token, orderId))).orderInfo.status
}

/** Pieces on the shelf, as the product's page says. */
export async function stockOf({ wxapi }: ShopLike, goodsId: number): Promise<number> {
  return (await dataOf(wxapi.goodsDetail(goodsId))).basicInfo.stores
}

/** Makes a shopper a member who pays `rebateBp` of the price, in basis points. Answers the level. */
export function giveLevel({ app, merchantId }: Pick<Shop, 'app' | 'merchantId'>, { uid }: Person, rebateBp: number) {
  return app.services.transaction(async tx => {
    const { id } = await tx
      .insertInto('user_levels')
      .values({ merchant_id: merchantId, name: '金卡', rank: 1, rebate_bp: rebateBp })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .updateTable('users')
      .set({ level_id: id })
      .where('merchant_id', '=', merchantId)
      .where('id', '=', uid)
      .execute()
    return id
  })
}

/** Takes goods off the shelf. */
export function takeOffShelf({ app, merchantId }: Pick<Shop, 'app' | 'merchantId'>, goodsId: number) {
  return app.services.transaction(tx =>
    tx
      .updateTable('goods')
      .set({ status: 1 })
      .where('merchant_id', '=', merchantId)
      .where('id', '=', goodsId)
      .execute(),
  )
}

/** Closes an order as another process would whose question to the gateway came a moment before the payer confirmed. */
export function closeBehindItsBack({ app, merchantId }: Pick<Shop, 'app' | 'merchantId'>, orderId: number) {
  return app.services.transaction(tx =>
    tx
      .updateTable('orders')
      .set({ status: -1 })
      .where('merchant_id', '=', merchantId)
      .where('id', '=', orderId)
      .execute(),
  )
}
