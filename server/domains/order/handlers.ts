import type { order } from '../../../contract/order'
import type { Handlers } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { type ExtJson, readJson, writeJson } from '../../json'
import { book } from '../../ledger/ledger'
import { type Check, checkText } from '../content/check'
import { settingOf } from '../site/settings'
import { closeOrder } from './close'
import { createOrder } from './create'
import { markPaid } from './pay'
import { countByStatus, findOrder, orderDetail, orderPage } from './read'
import { reviewOrder } from './review'
import { receiveOrder } from './ship'
import { STATUS } from './status'

/** The setting that names the staff who may verify orders: user ids, comma-separated. */
const STAFF_SETTING = 'order_hx_uids'

export const orderHandlers: Handlers<typeof order> = {
  orderCreate: createOrder,

  orderList: orderPage,

  async orderDetail({ id, hxNumber }, context) {
    return orderDetail({ id, hxNumber }, context)
  },

  async orderClose({ orderId }, { transaction, db, merchant, user, now }) {
    const isClosed = await transaction(tx => closeOrder(tx, merchant.id, orderId, now, user.id))
    if (isClosed) return
    throw new Refusal((await findOrder(db, merchant.id, user.id, { id: orderId })) ? 'orderNotOpen' : 'orderUnknown')
  },

  async orderDelete({ orderId }, { statement, db, merchant, user }) {
    const hidden = await statement(tx =>
      tx
        .updateTable('orders')
        .set({ is_deleted: 1 })
        .where('merchant_id', '=', merchant.id)
        .where('user_id', '=', user.id)
        .where('id', '=', orderId)
        .where('status', 'in', [STATUS.closed, STATUS.received, STATUS.reviewed])
        .returning('id')
        .executeTakeFirst(),
    )
    if (hidden) return
    throw new Refusal(
      (await findOrder(db, merchant.id, user.id, { id: orderId })) ? 'orderNotDeletable' : 'orderUnknown',
    )
  },

  async orderPay({ orderId }, { transaction, merchant, user, now }) {
    await transaction(async tx => {
      const { transfers } = await markPaid(tx, {
        merchantId: merchant.id,
        userId: user.id,
        orderIds: orderId,
        channel: 'balance',
        now,
      })
      if (transfers.length) await book(tx, merchant.id, now, transfers)
    })
  },

  async orderDelivery({ orderId }, { transaction, db, merchant, user, now }) {
    const isReceived = await transaction(tx => receiveOrder(tx, merchant.id, orderId, now, [STATUS.shipped], user.id))
    if (isReceived) return
    throw new Refusal((await findOrder(db, merchant.id, user.id, { id: orderId })) ? 'orderNotShipped' : 'orderUnknown')
  },

  async orderReputation({ token, postJsonString }, guest) {
    const { transaction, merchant, now, request } = guest
    const user = orRefuse(await guest.visitor(postJsonString.token ?? token), 'loginRequired')
    const { orderId, reputations } = postJsonString
    const checkById = new Map<number, Check>()
    for (const { id, remark: text = '' } of reputations)
      checkById.set(id, await checkText(guest, { userId: user.id, scene: 'comment', text }))
    const about = { merchantId: merchant.id, userId: user.id, orderId, reputations, checkById }
    await transaction(tx => reviewOrder(tx, { ...about, origin: request.origin, now }))
  },

  async orderStatisticsv2({ isNeedLogistics }, { db, merchant, user }) {
    return countByStatus(db, merchant.id, user.id, isNeedLogistics)
  },

  async orderHXV2({ hxNumber, extJsonStr = {} }, { transaction, db, merchant, user, now }) {
    const staff = ((await settingOf(db, merchant.id, STAFF_SETTING)) ?? '').split(',').map(Number)
    if (!staff.includes(user.id)) throw new Refusal('forbidden', '你没有核销权限')
    await transaction(async tx => {
      const row = await tx
        .selectFrom('orders')
        .select(['id', 'ext_json'])
        .where('merchant_id', '=', merchant.id)
        .where('hx_number', '=', hxNumber)
        .executeTakeFirst()
      const isVerified = row && (await receiveOrder(tx, merchant.id, row.id, now, [STATUS.paid, STATUS.shipped]))
      if (!isVerified) throw new Refusal('notVerifiable')
      const ext = writeJson({ ...readJson<ExtJson>(row.ext_json), ...extJsonStr })
      await tx
        .updateTable('orders')
        .set({ ext_json: ext })
        .where('merchant_id', '=', merchant.id)
        .where('id', '=', row.id)
        .execute()
    })
  },
}
