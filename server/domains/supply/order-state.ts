import type { Tx } from '../../db/database'
import { completeOrders } from '../order/complete'
import { STATUS, SUPPLY } from '../order/status'
import { tellShipping } from '../wechat/shipping'
import { NEEDS_PERSON, type PurchaseState } from './states'

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
  const state = supplyStateOf(states)
  await tx
    .updateTable('orders')
    .set({ supply_state: state })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', orderId)
    .execute()
  if (state !== SUPPLY.delivered) return
  if (await completeWhatNeedsNothingElse(tx, merchantId, orderId, now))
    await tellShipping(tx, merchantId, orderId, 'received', now)
}

/** How purchases stand together, for the buyer: what was refunded no longer counts while something else was bought. */
export function supplyStateOf(states: readonly PurchaseState[]): number {
  const left = states.filter(state => state !== 'refunded')
  if (left.length === 0) return SUPPLY.refunded
  if (left.every(state => state === 'bought')) return SUPPLY.delivered
  return left.some(state => NEEDS_PERSON.includes(state)) ? SUPPLY.withPerson : SUPPLY.onItsWay
}

/** The same for one line. Goods that are sent are delivered when they are on their way to the buyer. */
export function lineSupplyState(
  { shipped_at }: { shipped_at: number | null },
  line: { number: number; taken: number; supply_kind: number; purchase?: PurchaseState | undefined },
): number | undefined {
  if (!line.purchase) return undefined
  if (line.taken >= line.number) return SUPPLY.refunded
  const state = supplyStateOf([line.purchase])
  return state === SUPPLY.delivered && line.supply_kind === PHYSICAL && shipped_at === null ? SUPPLY.onItsWay : state
}

const PHYSICAL = 2

/** No parcel to send, no code to verify, and nothing beside the supplied goods to fetch at the shop. */
async function completeWhatNeedsNothingElse(tx: Tx, merchantId: number, orderId: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
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
    .executeTakeFirst()
  const isComplete = numUpdatedRows > 0n
  if (isComplete) await completeOrders(tx, merchantId, [orderId], now)
  return isComplete
}
