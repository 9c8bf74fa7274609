/**
 * Goods that the supplier sends. Its orders say that something was sent, and never by whom or under which number: that stands in
 * its back office alone. So a job finds out that a parcel has left, and a person enters the number for the buyer.
 */
import { raiseAlarm } from '../../alarms'
import type { Tx } from '../../db/database'
import { GatewayError } from '../../gateways/error'
import type { WeilianOrder } from '../../gateways/weilian'
import { enqueue, type Job } from '../../jobs/queue'
import type { Services } from '../../services'
import { type Parcel, shipOrder } from '../order/ship'
import { STATUS } from '../order/status'
import { findPurchase, type PurchaseRow } from './purchases'

const PHYSICAL = 2
const SENT = 2

const EVERY_MS = 2 * 3_600_000
/** A month. */
const MOST_LOOKS = 360

type Bought = Pick<PurchaseRow, 'merchant_id' | 'id' | 'goods_kind'>

/** In the transaction that writes down what was bought. */
export async function followParcel(tx: Tx, purchase: Bought, now: Date, looks = 0): Promise<void> {
  const { merchant_id: merchantId, id: purchaseId, goods_kind } = purchase
  if (goods_kind !== PHYSICAL || looks >= MOST_LOOKS) return
  const runAt = new Date(now.getTime() + EVERY_MS)
  const key = `purchase:${purchaseId}:${looks}`
  await enqueue(tx, { merchantId, kind: 'lookForParcel', key, payload: { purchaseId, looks }, runAt }, now)
}

/** Looks until the supplier has sent it, or nobody waits for it any more. */
export async function lookForParcel(job: Job<'lookForParcel'>, services: Services): Promise<void> {
  const { db, transaction, gateways, clock, log } = services
  const { purchaseId, looks } = job.payload
  const purchase = await findPurchase(db, job.merchantId, purchaseId)
  if (purchase?.state !== 'bought' || !gateways.weilian || (await isReceived(services, purchase))) return
  const orders = await gateways.weilian.orders().catch(error => {
    if (!(error instanceof GatewayError)) throw error
    log.warn({ err: error, purchase: purchase.id }, 'the orders of the supplier could not be read')
    return []
  })
  const found = orders.find(({ id }) => id === purchase.supplier_order_id)
  const text = found && textFor(purchase, found)
  await transaction(async tx => {
    const now = clock.now()
    if (!text) return followParcel(tx, purchase, now, looks + 1)
    await raiseAlarm(tx, { merchantId: job.merchantId, key: `purchase:${purchaseId}:parcel`, text }, now)
  })
}

function textFor({ id, supplier_order_id }: PurchaseRow, { status = 1, shippedAt }: WeilianOrder): string | undefined {
  if (status < 0) return `供货商关闭了购买 #${id}（它的订单 ${supplier_order_id}），请到供货商后台核对。`
  if (status < SENT && !shippedAt) return undefined
  return `供货商已发出购买 #${id}（它的订单 ${supplier_order_id}）。请到供货商后台查运单号，再运行 weilian parcel ${id} <快递公司> <运单号>。`
}

async function isReceived({ db }: Services, { merchant_id, order_id }: PurchaseRow): Promise<boolean> {
  const order = await db
    .selectFrom('orders')
    .select('status')
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', order_id)
    .executeTakeFirst()
  return order === undefined || order.status === STATUS.closed || order.status >= STATUS.received
}

/** The number of the supplier's parcel, for the buyer. Answers whether the order was in a state to be shipped. */
export const enterParcel = (tx: Tx, purchase: PurchaseRow, parcel: Parcel, now: Date): Promise<boolean> =>
  purchase.goods_kind === PHYSICAL && purchase.state === 'bought'
    ? shipOrder(tx, purchase.merchant_id, purchase.order_id, parcel, now)
    : Promise.resolve(false)
