/** Telling shoppers what happened to their orders, when they have asked for it. */
import { yuanText } from '../../../contract/money'
import { formatTime } from '../../../contract/time'
import type { Db, Tx } from '../../db/database'
import { GatewayError } from '../../gateways/error'
import { enqueue, type Job } from '../../jobs/queue'
import type { Services } from '../../services'
import { openidOf } from '../user/wechat-identity'
import { addConsents, dropConsents, takeConsent } from './consents'
import { type TemplateEvent, templatesOf, type Word } from './templates'

const ORDER_PAGE = 'packages/order/detail/index'

export interface Happened {
  event: TemplateEvent
  orderId: number
  /** Keeps two events of one order apart. */
  fact?: string
}

/** In the transaction in which it happens. */
export function tellShopper(
  tx: Tx,
  merchantId: number,
  { event, orderId, fact = '' }: Happened,
  now: Date,
): Promise<void> {
  const key = `order:${orderId}:${event}${fact}`
  return enqueue(tx, { merchantId, kind: 'tellShopper', key, payload: { event, orderId }, runAt: now }, now)
}

/** Throws what is worth another try; a message that WeChat does not bring is no fault of the order's. */
export async function sendTold({ merchantId, payload }: Job<'tellShopper'>, services: Services): Promise<void> {
  const { db, gateways, statement, log } = services
  const template = (await templatesOf(db, merchantId)).find(({ event }) => event === payload.event)
  const order = template && (await orderOf(db, merchantId, payload.orderId))
  if (!template || !order) return
  const whose = { merchantId, userId: order.user_id }
  const who = await openidOf(db, merchantId, gateways.appid, order.user_id)
  if (!who || !(await statement(tx => takeConsent(tx, whose, template.templateId)))) return
  const words = await wordsOf(db, merchantId, order)
  const fields = Object.entries(template.words).map(([field, word]) => [field, words[word]] as const)
  try {
    await gateways.wechat.sendMessage({
      openid: who.openid,
      templateId: template.templateId,
      page: `${ORDER_PAGE}?id=${order.id}`,
      fields: Object.fromEntries(fields),
    })
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    if (error.code === 'notAllowed') {
      await statement(tx => dropConsents(tx, whose, template.templateId))
      return
    }
    // Nothing was sent: the consent is still there, for the next try or the next event.
    await services.transaction(tx => addConsents(tx, whose, [template.templateId]))
    if (error.retry) throw error
    log.error({ err: error, event: payload.event }, 'a message to a shopper was refused: its template does not fit')
  }
}

type Order = NonNullable<Awaited<ReturnType<typeof orderOf>>>

const orderOf = (db: Db, merchantId: number, orderId: number) =>
  db
    .selectFrom('orders')
    .innerJoin('merchants', 'merchants.id', 'orders.merchant_id')
    .select(['orders.id', 'orders.user_id', 'orders.order_number', 'orders.real_fen', 'orders.updated_at'])
    .select('merchants.name as shop_name')
    .where('orders.merchant_id', '=', merchantId)
    .where('orders.id', '=', orderId)
    .executeTakeFirst()

async function wordsOf(db: Db, merchantId: number, order: Order): Promise<Record<Word, string>> {
  const lines = await db
    .selectFrom('order_lines')
    .select('goods_name')
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', order.id)
    .orderBy('id')
    .execute()
  const parcel = await db
    .selectFrom('shipments')
    .select(['shipper', 'tracking_number'])
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', order.id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    number: order.order_number,
    amount: `${yuanText(order.real_fen)}元`,
    goods: lines.map(({ goods_name }) => goods_name).join('、') || '商品',
    time: formatTime(new Date(order.updated_at)),
    shipper: parcel?.shipper || '无需物流',
    tracking: parcel?.tracking_number || '无',
    shop: order.shop_name,
  }
}
