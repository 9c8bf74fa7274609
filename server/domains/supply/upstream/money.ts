/** Money that a hosted service took is not ours to give back: a person does it there, and says so here. */
import { raiseAlarm } from '../../../alarms'
import type { Db, Tx } from '../../../db/database'
import { PAID_ELSEWHERE } from '../../order/status'
import { noteSupply } from '../order-state'
import { move, type PurchaseRow } from '../purchases'

type Bought = Pick<PurchaseRow, 'merchant_id' | 'id' | 'order_id'>

export async function isPaidElsewhere(db: Db, { merchant_id, order_id }: Bought): Promise<boolean> {
  const order = await db
    .selectFrom('orders')
    .select('pay_channel')
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', order_id)
    .executeTakeFirst()
  return order?.pay_channel === PAID_ELSEWHERE
}

/** Nothing was bought, and the buyer waits for the money. */
export async function callForRefund(tx: Tx, { merchant_id, id, order_id }: Bought, now: Date): Promise<void> {
  const order = await tx
    .selectFrom('orders')
    .select('remark')
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', order_id)
    .executeTakeFirstOrThrow()
  const text = `购买 #${id} 没有买到（${order.remark}）。钱在托管服务那边：请到那边的后台退款，再运行 weilian refunded ${id}；要再买一次请运行 weilian retry ${id}。`
  await raiseAlarm(tx, { merchantId: merchant_id, key: `purchase:${id}:hosted:${now.getTime()}`, text }, now)
}

/** The buyer asked for money back before anything was bought: a person decides, and the page says so. */
export async function holdPlanned(tx: Tx, merchantId: number, orderId: number, now: Date): Promise<void> {
  const planned = await tx
    .selectFrom('supply_purchases')
    .select(['merchant_id', 'id', 'order_id'])
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', orderId)
    .where('state', '=', 'planned')
    .execute()
  for (const purchase of planned) {
    if (!(await move(tx, purchase, ['planned'], 'rejected', now, { note: '顾客在托管服务申请过退款' }))) continue
    await noteSupply(tx, merchantId, orderId, now)
    await callForRefund(tx, purchase, now)
  }
}
