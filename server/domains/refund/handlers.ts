import type { refund } from '../../../contract/refund'
import type { Handlers } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { someOf, windowOf } from '../../paging'
import { refundAnswers } from './answers'
import { applyForRefund, calculateRefund } from './apply'
import { freeLines } from './end'
import { BACK, REFUND } from './states'
import { findRefunds } from './store'

export const refundHandlers: Handlers<typeof refund> = {
  async refundApply(request, context) {
    return request.calculate ? calculateRefund(request, context) : applyForRefund(request, context)
  },

  async refundApplyDetail({ orderId, orderGoodsId }, { db, merchant, user }) {
    const rows = await findRefunds(db, merchant.id, { userId: user.id, orderId, orderLineId: orderGoodsId })
    return refundAnswers(db, merchant.id, someOf(rows))
  },

  async refundApplyCancel({ orderId, orderGoodsId }, { db, transaction, merchant, user, now }) {
    const rows = await findRefunds(db, merchant.id, { userId: user.id, orderId, orderLineId: orderGoodsId })
    if (rows.length === 0) throw new Refusal('refundUnknown')
    const open = rows.find(({ status }) => status === REFUND.asked || status === REFUND.agreed)
    if (!open) throw new Refusal('refundNotCancellable')
    await transaction(async tx => {
      const withdrawn = await tx
        .updateTable('refunds')
        .set({ status: REFUND.withdrawn, ended_at: now.getTime(), updated_at: now.getTime() })
        .where('merchant_id', '=', merchant.id)
        .where('id', '=', open.id)
        .where(({ or, and, eb }) =>
          or([
            eb('status', '=', REFUND.asked),
            // Agreed to, but the shopper keeps the goods after all.
            and([eb('status', '=', REFUND.agreed), eb('status2', '=', BACK.waits), eb('money_state', '=', '')]),
          ]),
        )
        .where('came_back_at', 'is', null)
        .returning('id')
        .executeTakeFirst()
      if (!withdrawn) throw new Refusal('refundNotCancellable')
      await freeLines(tx, open)
    })
  },

  async refundApplySetBackLogistics({ applyId, orderId, shipperName, trackingNumber }, context) {
    const { db, statement, merchant, user, now } = context
    const sent = await statement(tx =>
      tx
        .updateTable('refunds')
        .set(({ fn, ref, val }) => ({
          status2: BACK.sent,
          back_shipper: shipperName,
          back_tracking: trackingNumber,
          sent_back_at: fn.coalesce(ref('sent_back_at'), val(now.getTime())),
          updated_at: now.getTime(),
        }))
        .where('merchant_id', '=', merchant.id)
        .where('user_id', '=', user.id)
        .where('id', '=', applyId)
        .$if(orderId !== undefined, query => query.where('order_id', '=', orderId ?? 0))
        .where('status', '=', REFUND.agreed)
        .where('status2', 'in', [BACK.waits, BACK.sent])
        .where('came_back_at', 'is', null)
        .returning('id')
        .executeTakeFirst(),
    )
    if (sent) return
    const known = await findRefunds(db, merchant.id, { userId: user.id })
    throw new Refusal(known.some(({ id }) => id === applyId) ? 'refundNotSendable' : 'refundUnknown')
  },

  async orderRefunds({ orderId, page, pageSize }, { db, merchant, user }) {
    const rows = await findRefunds(db, merchant.id, { userId: user.id, orderId, ...windowOf({ page, pageSize }) })
    return refundAnswers(db, merchant.id, someOf(rows))
  },
}
