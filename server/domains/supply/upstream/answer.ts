/** What the buyer is answered, in the ids of the hosted service. */
import type { Data } from '../../../../contract/index'
import type { supply } from '../../../../contract/supply'
import type { Anywhere, Merchant } from '../../../http/handlers'
import { readJson } from '../../../json'
import { shipmentsOf } from '../../order/read'
import type { FilledField } from '../../order/rows'
import { SUPPLY } from '../../order/status'
import { soldLines } from '../../refund/store'
import { revealCodes } from '../codes'
import { lineSupplyState } from '../order-state'
import type { Mirror } from './mirror'

type Answer = Data<typeof supply.supplyOfOrder>

/** No part of the order is a supplier's. */
export const NOTHING: Answer = { supplyState: SUPPLY.none, goods: [], goodsCoupons: [], parcels: [] }

export async function answerFor(anywhere: Anywhere, merchant: Merchant, mirror: Mirror): Promise<Answer> {
  const { db } = anywhere
  const { orderId, userId, lineIds } = mirror
  const order = await db
    .selectFrom('orders')
    .select(['id', 'supply_state', 'shipped_at', 'has_refund', 'has_supply'])
    .where('merchant_id', '=', merchant.id)
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow()
  const lines = await soldLines(db, merchant.id, order)
  const upstreamId = new Map([...lineIds].map(([theirs, ours]) => [ours, Number(theirs)]))
  const codes = await revealCodes({ ...anywhere, merchant, user: { id: userId } }, orderId)
  return {
    supplyState: order.supply_state,
    goods: lines.map(line => ({
      orderGoodsId: upstreamId.get(line.id) ?? line.id,
      supplyState: lineSupplyState(order, line) ?? SUPPLY.none,
      fields: line.fields_json === '[]' ? undefined : readJson<FilledField[]>(line.fields_json),
    })),
    goodsCoupons: codes.map(code => ({ ...code, orderGoodsId: upstreamId.get(code.orderGoodsId) ?? 0 })),
    parcels: (await shipmentsOf(db, merchant.id, orderId)).map(({ shipper, tracking_number }) => ({
      shipperName: shipper,
      trackingNumber: tracking_number,
    })),
  }
}
