/**
 * WeChat keeps the money of a mini-program's payment back until it is told that the goods are on their way. One payment may
 * have paid several orders: it is told once, when all of them are sent, and once more when parcels were added.
 */
import type { Selectable } from 'kysely'
import { raiseAlarm } from '../../alarms'
import type { Db, Tx } from '../../db/database'
import type { PaymentTable } from '../../db/tables'
import { GatewayError } from '../../gateways/error'
import type { Wechat } from '../../gateways/wechat'
import { type Company, LOGISTICS, type ShippingInfo } from '../../gateways/wechat/shipping'
import { enqueue, type Job, MAX_ATTEMPTS } from '../../jobs/queue'
import { readJson } from '../../json'
import { sha256 } from '../../secrets'
import type { Services } from '../../services'
import type { OrderRow } from '../order/rows'
import { STATUS } from '../order/status'
import type { NextAction } from '../pay/next-actions'
import { PAYMENT } from '../pay/payments'
import { openidOf } from '../user/wechat-identity'

type Payment = Selectable<PaymentTable>

/** WeChat learns of a payment a minute later than we do. */
const FIRST_TRY_MS = 90_000
const MOST_UPLOADS = 2
const MOST_PARCELS = 15

/** In the transaction that sends an order on its way or hands it out. `fact` keeps two events of one order apart. */
export function tellShipping(tx: Tx, merchantId: number, orderId: number, fact: string, now: Date): Promise<void> {
  const runAt = new Date(now.getTime() + FIRST_TRY_MS)
  const key = `order:${orderId}:${fact}`
  return enqueue(tx, { merchantId, kind: 'uploadShipping', key, payload: { orderId }, runAt }, now)
}

/** Throws what is worth another try. What WeChat refuses for good calls a person. */
export async function uploadShipping(job: Job<'uploadShipping'>, services: Services): Promise<void> {
  const { merchantId, payload } = job
  const { db, gateways } = services
  const payment = await paymentOf(db, merchantId, payload.orderId)
  if (!payment?.transaction_id || !(await gateways.wechat.isTradeManaged())) return
  const orders = await ordersOf(db, payment)
  const open = orders.filter(({ status }) => status !== STATUS.closed)
  // The last of them to be sent tells for all.
  if (open.length === 0 || open.some(({ status }) => status < STATUS.shipped)) return
  try {
    await tell(services, payment, payment.transaction_id, open)
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    if (error.retry && job.attempt < MAX_ATTEMPTS) throw error
    services.log.error({ err: error, payment: payment.id }, 'WeChat was not told of a shipment')
    await callPerson(services, merchantId, open, error)
  }
}

async function tell(services: Services, payment: Payment, transactionId: string, orders: OrderRow[]): Promise<void> {
  const { db, gateways, clock, statement } = services
  const { merchant_id: merchantId, id: paymentId } = payment
  const who = await openidOf(db, merchantId, gateways.appid, payment.user_id)
  if (!who) return
  const parts = await partsOf(db, merchantId, orders, gateways.wechat)
  const hash = sha256(JSON.stringify(parts))
  const told = await db
    .selectFrom('wechat_shipments')
    .select(['uploads', 'hash'])
    .where('merchant_id', '=', merchantId)
    .where('payment_id', '=', paymentId)
    .executeTakeFirst()
  if (told && (told.hash === hash || told.uploads >= MOST_UPLOADS)) return
  await gateways.wechat.uploadShipping({ transactionId, openid: who.openid, ...parts, at: clock.now() })
  const row = { uploads: (told?.uploads ?? 0) + 1, hash, told_at: clock.now().getTime() }
  await statement(tx =>
    tx
      .insertInto('wechat_shipments')
      .values({ merchant_id: merchantId, payment_id: paymentId, ...row })
      .onConflict(conflict => conflict.columns(['merchant_id', 'payment_id']).doUpdateSet(row))
      .execute(),
  )
}

/** Parcels where there are any; else fetched at a branch, or nothing to carry at all. */
async function partsOf(
  db: Db,
  merchantId: number,
  orders: OrderRow[],
  wechat: Wechat,
): Promise<Pick<ShippingInfo, 'logistics' | 'parcels'>> {
  const ids = orders.map(({ id }) => id)
  const lines = await db
    .selectFrom('order_lines')
    .select('goods_name')
    .where('merchant_id', '=', merchantId)
    .where('order_id', 'in', ids)
    .orderBy('id')
    .execute()
  const items = [...new Set(lines.map(({ goods_name }) => goods_name))].join('；') || '商品'
  const shipments = await db
    .selectFrom('shipments')
    .select(['order_id', 'shipper', 'tracking_number'])
    .where('merchant_id', '=', merchantId)
    .where('order_id', 'in', ids)
    .orderBy('id')
    .limit(MOST_PARCELS)
    .execute()
  if (shipments.length === 0) {
    const isFetched = orders.some(({ delivery, hx_number }) => delivery === 'zq' || hx_number !== null)
    return { logistics: isFetched ? LOGISTICS.pickUp : LOGISTICS.virtual, parcels: [{ items }] }
  }
  const companies = await wechat.expressCompanies()
  const addressById = new Map(orders.map(({ id, address_json }) => [id, address_json]))
  const parcels = shipments.map(({ order_id, shipper, tracking_number: trackingNumber }) => {
    const address = addressById.get(order_id)
    const { mobile } = address ? readJson<{ mobile?: string }>(address) : {}
    return { items, company: companyOf(companies, shipper).id, trackingNumber, receiverMobile: mobile }
  })
  return { logistics: LOGISTICS.express, parcels }
}

/** A shop keeper writes 顺丰, 顺丰速运 or SF. Throws `companyUnknown`. */
export function companyOf(companies: readonly Company[], shipper: string): Company {
  const wanted = shipper.trim().toLowerCase()
  const found =
    companies.find(({ id, name }) => [id, name].some(known => known.toLowerCase() === wanted)) ??
    companies.find(({ name }) => name.includes(shipper.trim()) || shipper.includes(name.slice(0, 2)))
  if (!found) throw new GatewayError('wechat', 'companyUnknown', { sent: 'no', detail: shipper.slice(0, 20) })
  return found
}

/** The payment of the mini-program that paid an order; none for orders paid in another way. */
async function paymentOf(db: Db, merchantId: number, orderId: number): Promise<Payment | undefined> {
  const order = await db
    .selectFrom('orders')
    .select(['user_id', 'pay_channel'])
    .where('merchant_id', '=', merchantId)
    .where('id', '=', orderId)
    .executeTakeFirst()
  if (order?.pay_channel !== 'wechatpay' && order?.pay_channel !== 'wechatpayV2') return undefined
  const paid = await db
    .selectFrom('payments')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', order.user_id)
    .where('channel', 'in', ['wxapp', 'wxfws'])
    .where('state', '=', PAYMENT.paid)
    .where('outcome', '=', 'done')
    .where('next_action_json', 'is not', null)
    .orderBy('id', 'desc')
    .execute()
  return paid.find(payment => orderIdsOf(payment).includes(orderId))
}

const orderIdsOf = ({ next_action_json }: Payment): number[] => {
  const { type, id = [] } = readJson<NextAction>(next_action_json ?? '{}')
  return type === 0 ? id : []
}

const ordersOf = (db: Db, payment: Payment): Promise<OrderRow[]> =>
  db
    .selectFrom('orders')
    .selectAll()
    .where('merchant_id', '=', payment.merchant_id)
    .where('id', 'in', orderIdsOf(payment))
    .orderBy('id')
    .execute()

const callPerson = ({ transaction, clock }: Services, merchantId: number, orders: OrderRow[], error: GatewayError) =>
  transaction(tx => {
    const numbers = orders.map(order => order.order_number).join('、')
    const why =
      error.code === 'companyUnknown' ? '微信不认识这家快递公司，请用它的全称重新发货' : `微信没有接受（${error.code}）`
    const text = `订单 ${numbers} 的发货信息没有上传到微信，货款会被冻结：${why}，或在小程序后台「订单与发货」里手工录入`
    return raiseAlarm(tx, { merchantId, key: `shipping:${orders[0]?.id ?? 0}`, text }, clock.now())
  })
