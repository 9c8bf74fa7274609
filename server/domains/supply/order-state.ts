import type { Tx } from '../../db/database'
import { STATUS, SUPPLY } from '../order/status'
import type { PurchaseState } from './states'

const NEEDS_PERSON: readonly PurchaseState[] = ['unknown', 'rejected', 'incomplete']

/** Tells the order how its purchases stand. When all have come and nothing else is due, the trade is complete. */
export async function noteSupply(tx: Tx, merchantId: number, orderId: number, now: Date): Promise<void> {
  // Locks the order before it looks: of two purchases that end at once, neither would see the other's end.
  await tx
    .updateTable('orders')
    .set({ updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', orderId)
    .execute()
  const purchases = await tx
    .selectFrom('supply_purchases')
    .select('state')
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', orderId)
    .execute()
  const states = purchases.map(({ state }) => state as PurchaseState)
  const isAll = states.every(state => state === 'bought')
  const needsPerson = states.some(state => NEEDS_PERSON.includes(state))
  await tx
    .updateTable('orders')
    .set({ supply_state: isAll ? SUPPLY.delivered : needsPerson ? SUPPLY.withPerson : SUPPLY.onItsWay })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', orderId)
    .execute()
  if (isAll) await completeWhatNeedsNothingElse(tx, merchantId, orderId, now)
}

/** No parcel to send, no code to verify, and nothing beside the supplied goods to fetch at the shop. */
const completeWhatNeedsNothingElse = (tx: Tx, merchantId: number, orderId: number, now: Date): Promise<unknown> =>
  tx
    .updateTable('orders')
    .set(({ fn, ref, val }) => ({
      status: STATUS.received,
      shipped_at: fn.coalesce(ref('shipped_at'), val(now.getTime())),
      received_at: now.getTime(),
    }))
    .where('merchant_id', '=', merchantId)
    .where('id', '=', orderId)
    .where('needs_logistics', '=', 0)
    .where('hx_number', 'is', null)
    .where(({ or, eb, not, exists, selectFrom }) =>
      or([
        eb('delivery', '!=', 'zq'),
        not(
          exists(
            selectFrom('order_lines')
              .select('order_lines.id')
              .where('order_lines.merchant_id', '=', merchantId)
              .where('order_lines.order_id', '=', orderId)
              .where('order_lines.supply_type', '=', ''),
          ),
        ),
      ]),
    )
    .where('status', '=', STATUS.paid)
    .execute()
