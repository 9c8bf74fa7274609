/** What a message tells of: whom, which page it opens, and the words that the shop keeper may put into its fields. */
import { type Fen, yuanText } from '../../../contract/money'
import { formatTime } from '../../../contract/time'
import type { Db } from '../../db/database'
import type { TemplateEvent, Word } from './templates'

export type Told =
  | { event: Exclude<TemplateEvent, 'bargain'>; orderId: number }
  | { event: 'bargain'; bargainId: number }

export interface Occasion {
  userId: number
  page: string
  words: Record<Word, string>
}

const ORDER_PAGE = 'packages/order/detail/index'
const BARGAIN_PAGE = 'packages/promotion/bargain/index'

/** Undefined when there is nothing to tell of any more. */
export const occasionOf = (db: Db, merchantId: number, told: Told): Promise<Occasion | undefined> =>
  told.event === 'bargain' ? bargainOf(db, merchantId, told.bargainId) : orderOf(db, merchantId, told.orderId)

async function orderOf(db: Db, merchantId: number, orderId: number): Promise<Occasion | undefined> {
  const order = await db
    .selectFrom('orders')
    .innerJoin('merchants', 'merchants.id', 'orders.merchant_id')
    .select(['orders.user_id', 'orders.order_number', 'orders.real_fen', 'orders.updated_at'])
    .select('merchants.name as shop_name')
    .where('orders.merchant_id', '=', merchantId)
    .where('orders.id', '=', orderId)
    .executeTakeFirst()
  if (!order) return undefined
  const lines = await db
    .selectFrom('order_lines')
    .select('goods_name')
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', orderId)
    .orderBy('id')
    .execute()
  const parcel = await db
    .selectFrom('shipments')
    .select(['shipper', 'tracking_number'])
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', orderId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    userId: order.user_id,
    page: `${ORDER_PAGE}?id=${orderId}`,
    words: {
      number: order.order_number,
      amount: amountText(order.real_fen),
      goods: lines.map(({ goods_name }) => goods_name).join('、') || '商品',
      time: formatTime(new Date(order.updated_at)),
      shipper: parcel?.shipper || '无需物流',
      tracking: parcel?.tracking_number || '无',
      shop: order.shop_name,
    },
  }
}

/** The amount is the price that friends have reached. */
async function bargainOf(db: Db, merchantId: number, bargainId: number): Promise<Occasion | undefined> {
  const bargain = await db
    .selectFrom('kanjias as bargain')
    .innerJoin('goods', join =>
      join.onRef('goods.merchant_id', '=', 'bargain.merchant_id').onRef('goods.id', '=', 'bargain.goods_id'),
    )
    .innerJoin('merchants', 'merchants.id', 'bargain.merchant_id')
    .select(['bargain.user_id', 'bargain.set_id', 'bargain.current_price_fen', 'bargain.updated_at', 'goods.name'])
    .select('merchants.name as shop_name')
    .where('bargain.merchant_id', '=', merchantId)
    .where('bargain.id', '=', bargainId)
    .executeTakeFirst()
  if (!bargain) return undefined
  return {
    userId: bargain.user_id,
    page: `${BARGAIN_PAGE}?kjid=${bargain.set_id}`,
    words: {
      number: String(bargainId),
      amount: amountText(bargain.current_price_fen),
      goods: bargain.name,
      time: formatTime(new Date(bargain.updated_at)),
      shipper: '无需物流',
      tracking: '无',
      shop: bargain.shop_name,
    },
  }
}

const amountText = (amount: Fen) => `${yuanText(amount)}元`
