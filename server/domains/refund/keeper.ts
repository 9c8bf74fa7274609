/** What the shop keeper decides. Every step is guarded: decided twice is decided once. */
import { type Fen, fen } from '../../../contract/money'
import type { Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { writeJson } from '../../json'
import { book } from '../../ledger/ledger'
import { PAID_ELSEWHERE, STATUS } from '../order/status'
import { stopPlanned } from '../supply/stop'
import { insertRefund, lockOrder } from './apply'
import { moveMoney } from './due'
import { endRefund, freeLines, putBackStock } from './end'
import { balanceTransfer, giveBack } from './money'
import { priced } from './offer'
import { BACK, REFUND, TYPE } from './states'
import { type RefundRow, soldLines } from './store'

/** Where goods are sent back to. */
export interface ReturnAddress {
  linkMan: string
  mobile: string
  address: string
}

type Change = Partial<
  Pick<RefundRow, 'status2' | 'amount_fen' | 'shop_remark' | 'return_json' | 'resent_shipper' | 'resent_tracking'>
> & {
  status: number
  agreed_at?: number
  came_back_at?: number
  ended_at?: number
}

async function move(tx: Tx, refund: RefundRow, from: readonly number[], change: Change, now: Date): Promise<RefundRow> {
  const row = await tx
    .updateTable('refunds')
    .set({ ...change, updated_at: now.getTime() })
    .where('merchant_id', '=', refund.merchant_id)
    .where('id', '=', refund.id)
    .where('status', 'in', [...from])
    .where('money_state', '=', '')
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new Refusal('refundNotOpen')
  return row
}

export interface Agreement {
  /** Other than asked for; what was asked when not given. */
  amountFen?: Fen | undefined
  note?: string | undefined
  /** For goods that come back. */
  returnTo?: ReturnAddress | undefined
  /** Whatever way it was paid. */
  toBalance?: boolean | undefined
}

/** Says yes: the money goes back, or the goods are awaited first. Refuses `refundNotOpen`, `refundTooMuch`. */
export async function agreeToRefund(tx: Tx, refund: RefundRow, agreement: Agreement, now: Date): Promise<void> {
  const order = await lockOrder(tx, refund.merchant_id, undefined, refund.order_id, now)
  if (!order) throw new Refusal('orderUnknown')
  const awaitsGoods = refund.type !== TYPE.money
  const agreed = await move(
    tx,
    refund,
    [REFUND.asked],
    {
      status: REFUND.agreed,
      status2: awaitsGoods ? BACK.waits : BACK.none,
      amount_fen: refund.type === TYPE.exchange ? fen(0) : (agreement.amountFen ?? refund.amount_fen),
      shop_remark: agreement.note ?? '',
      return_json: agreement.returnTo ? writeJson(agreement.returnTo) : null,
      agreed_at: now.getTime(),
    },
    now,
  )
  if (awaitsGoods) return
  await stopPlanned(tx, refund.merchant_id, await lineIdsOf(tx, refund), now)
  // What was never sent is on the shelf again; what was, the shopper keeps. Who gets the money for a day back does not come.
  const wasNotSent = order.status === STATUS.paid
  await putBackStock(tx, agreed, ({ bookings_json }) => wasNotSent || bookings_json !== '[]')
  await giveBack(tx, order, agreed, now, agreement.toBalance)
}

/** Says no, with a reason for the shopper. */
export async function refuseRefund(tx: Tx, refund: RefundRow, reason: string, now: Date): Promise<void> {
  const change = { status: REFUND.refused, shop_remark: reason, ended_at: now.getTime() }
  await move(tx, refund, [REFUND.asked, REFUND.agreed], change, now)
  await freeLines(tx, refund)
}

/** The goods have come back: to the shelf and the money to the shopper, or another piece is on its way. */
export async function takeBackGoods(
  tx: Tx,
  refund: RefundRow,
  { resent, isUnusable }: { resent?: { shipper: string; trackingNumber: string } | undefined; isUnusable?: boolean },
  now: Date,
): Promise<void> {
  const order = await lockOrder(tx, refund.merchant_id, undefined, refund.order_id, now)
  if (!order || refund.type === TYPE.money) throw new Refusal('refundNotOpen')
  const change = {
    status: REFUND.agreed,
    came_back_at: now.getTime(),
    ...(resent && { resent_shipper: resent.shipper, resent_tracking: resent.trackingNumber }),
  }
  const back = await move(tx, refund, [REFUND.agreed], change, now)
  if (refund.type === TYPE.exchange) return endRefund(tx, order, back, now)
  if (!isUnusable) await putBackStock(tx, back)
  await giveBack(tx, order, back, now)
}

/** The shop keeper gives money back unasked: codes that did not work, a kindness. The goods stay where they are. */
export async function giveUnasked(
  tx: Tx,
  {
    merchantId,
    orderId,
    lineId,
    amountFen,
    reason,
    toBalance,
  }: {
    merchantId: number
    orderId: number
    lineId?: number | undefined
    amountFen?: Fen | undefined
    reason: string
    toBalance?: boolean
  },
  now: Date,
): Promise<RefundRow> {
  const order = await lockOrder(tx, merchantId, undefined, orderId, now)
  if (!order || order.paid_at === null || order.status < STATUS.paid || order.awaits_team)
    throw new Refusal('refundNotOpen')
  if (order.pay_channel === PAID_ELSEWHERE)
    throw new Refusal('refundNotOpen', '这个订单是在托管服务付款的，请到那边的后台退款')
  const lines = await soldLines(tx, merchantId, order)
  const chosen = lines.filter(
    line => (lineId === undefined || line.id === lineId) && !line.isAsked && line.taken < line.number,
  )
  if (chosen.length === 0) throw new Refusal('refundNotOpen')
  const offer = priced(
    order,
    lines,
    chosen.map(line => ({ line, number: line.number - line.taken })),
    TYPE.money,
  )
  const context = { merchant: { id: merchantId, subDomain: '', name: '' }, now, request: { origin: '' } }
  const { id } = await insertRefund(
    tx,
    context,
    order,
    { type: TYPE.money, reason },
    offer,
    amountFen ?? offer.amountFen,
  )
  const refund = await tx
    .selectFrom('refunds')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await agreeToRefund(tx, refund, { note: reason, toBalance }, now)
  return refund
}

/** Online money that the gateway would not give back goes to the balance instead. */
export async function giveToBalance(tx: Tx, refund: RefundRow, now: Date): Promise<void> {
  const order = await lockOrder(tx, refund.merchant_id, undefined, refund.order_id, now)
  if (!order || !(await moveMoney(tx, refund, 'stuck', 'done', now))) throw new Refusal('refundNotOpen')
  await tx
    .updateTable('payments')
    .set(({ eb }) => ({ refunded_fen: eb('refunded_fen', '-', refund.online_fen) }))
    .where('merchant_id', '=', refund.merchant_id)
    .where('id', '=', refund.payment_id ?? 0)
    .execute()
  await tx
    .updateTable('refunds')
    .set({ online_fen: fen(0), balance_fen: fen(refund.balance_fen + refund.online_fen) })
    .where('merchant_id', '=', refund.merchant_id)
    .where('id', '=', refund.id)
    .execute()
  // A part may have gone to the balance before, under the usual key.
  const transfer = { ...balanceTransfer(order, refund, refund.online_fen), key: `refund:${refund.id}:instead` }
  await book(tx, refund.merchant_id, now, [transfer])
  await endRefund(tx, order, refund, now)
}

async function lineIdsOf(tx: Tx, { merchant_id, id }: RefundRow): Promise<number[]> {
  const rows = await tx
    .selectFrom('refund_lines')
    .select('order_line_id')
    .where('merchant_id', '=', merchant_id)
    .where('refund_id', '=', id)
    .execute()
  return rows.map(({ order_line_id }) => order_line_id)
}
