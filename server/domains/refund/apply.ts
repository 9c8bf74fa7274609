/** A shopper asks for money back or another piece. */
import type { Input } from '../../../contract/index'
import { type Fen, fen, yuanText } from '../../../contract/money'
import type { refund } from '../../../contract/refund'
import { LostRace, type Tx } from '../../db/database'
import type { SignedIn } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { writeJson } from '../../json'
import { storedUrl } from '../file/stored-url'
import { orderNumber } from '../order/number'
import { findOrder } from '../order/read'
import type { OrderRow } from '../order/rows'
import { type Offer, offerFor } from './offer'
import { TYPE } from './states'
import { soldLines } from './store'

type Request = Input<typeof refund.refundApply>

const MOST_PICTURES = 9

/** What could be asked for, for a page that is being filled in. */
export async function calculateRefund(request: Request, { db, merchant, user, now }: SignedIn) {
  const order = await findOrder(db, merchant.id, user.id, { id: request.orderId })
  if (!order) throw new Refusal('orderUnknown')
  return offerAnswer(offerOrRefuse(order, await soldLines(db, merchant.id, order), request, now))
}

/** Writes the request down. Lines with an open request are refused, so a repeat changes nothing. */
export function applyForRefund(request: Request, context: SignedIn) {
  const { transaction, merchant, user, now } = context
  if (!request.reason) throw new Refusal('refundReasonRequired')
  return transaction(async tx => {
    const order = await lockOrder(tx, merchant.id, user.id, request.orderId, now)
    if (!order) throw new Refusal('orderUnknown')
    const offer = offerOrRefuse(order, await soldLines(tx, merchant.id, order), request, now)
    const amountFen = amountOf(request, offer)
    const { id } = await insertRefund(tx, context, order, request, offer, amountFen)
    return { ...offerAnswer(offer), id }
  })
}

function offerOrRefuse(order: OrderRow, lines: Parameters<typeof offerFor>[1], request: Request, now: Date): Offer {
  const { type, orderGoodsId: lineIds, number } = request
  const offer = offerFor(order, lines, { type, lineIds, number }, now)
  if (typeof offer === 'string') throw new Refusal(offer)
  return offer
}

const offerAnswer = ({ amountFen, freightFen, lines }: Offer) => ({
  amountMax: amountFen,
  amountLogistics: freightFen,
  number: lines.reduce((sum, { number }) => sum + number, 0),
})

/** Old clients send 0 for an exchange; without an amount all of it is meant. */
function amountOf({ type, amount }: Request, offer: Offer): Fen {
  if (type === TYPE.exchange) return fen(0)
  const asked = amount ?? offer.amountFen
  if (asked > offer.amountFen) throw new Refusal('refundTooMuch', `最多可退 ${yuanText(offer.amountFen)} 元`)
  if (asked <= 0 && offer.amountFen > 0) throw new Refusal('refundTooMuch', '请填写退款金额')
  return asked
}

/** Of two requests for one order, one is looked at after the other. */
export const lockOrder = (
  tx: Tx,
  merchantId: number,
  userId: number | undefined,
  orderId: number,
  now: Date,
): Promise<OrderRow | undefined> =>
  tx
    .updateTable('orders')
    .set({ updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', orderId)
    .$if(userId !== undefined, query => query.where('user_id', '=', userId ?? 0).where('is_deleted', '=', 0))
    .returningAll()
    .executeTakeFirst()

/** The request with its lines, each held by it while it is open. */
export async function insertRefund(
  tx: Tx,
  { merchant, now, request: { origin } }: Pick<SignedIn, 'merchant' | 'now'> & { request: { origin: string } },
  order: OrderRow,
  { type, logisticsStatus = 0, reason = '', remark = '', pic = [] }: Partial<Request> & { type: number },
  offer: Offer,
  amountFen: Fen,
): Promise<{ id: number }> {
  const row = await tx
    .insertInto('refunds')
    .values({
      merchant_id: merchant.id,
      order_id: order.id,
      user_id: order.user_id,
      refund_no: orderNumber('TK', now),
      type,
      logistics_status: logisticsStatus,
      reason,
      remark,
      pics_json: writeJson(
        pic
          .filter(isPicture)
          .slice(0, MOST_PICTURES)
          .map(url => storedUrl(url, origin)),
      ),
      number: offer.lines.reduce((sum, { number }) => sum + number, 0),
      amount_fen: amountFen,
      created_at: now.getTime(),
      updated_at: now.getTime(),
    })
    .onConflict(conflict => conflict.columns(['merchant_id', 'refund_no']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) throw new LostRace()
  const lines = offer.lines.map(({ lineId, number, amountFen }) => ({
    merchant_id: merchant.id,
    refund_id: row.id,
    order_line_id: lineId,
    number,
    amount_fen: amountFen,
    open_line_id: lineId,
  }))
  await tx.insertInto('refund_lines').values(lines).execute()
  await tx
    .updateTable('orders')
    .set({ has_refund: 1 })
    .where('merchant_id', '=', merchant.id)
    .where('id', '=', order.id)
    .execute()
  return row
}

const isPicture = (url: string) => /^(https?:\/\/|\/files\/)/.test(url) && url.length <= 500
