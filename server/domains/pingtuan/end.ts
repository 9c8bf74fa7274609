/** A group whose time is over and that is not complete: everybody gets the money back, and the orders are closed. */
import type { Db, Tx } from '../../db/database'
import type { Job } from '../../jobs/queue'
import type { Services } from '../../services'
import { closeOrder } from '../order/close'
import { STATUS } from '../order/status'
import { settleOpenPayments } from '../pay/ask'
import { giveUnasked } from '../refund/keeper'
import { keepOneOpen } from './standing'
import { TEAM } from './states'
import { findTerms, REFUND_TO } from './terms'

export const FAILED = '拼团未成团'

/** Asks the gateway first, as a payment may have come unheard. What it has begun it goes on with when it is run again. */
export async function endTeam({ merchantId, payload: { teamId } }: Job<'endTeam'>, services: Services): Promise<void> {
  const { db, transaction, clock } = services
  for (const { id, status } of await waitingOrders(db, merchantId, teamId))
    if (status === STATUS.unpaid) await settleOpenPayments(services, merchantId, id)
  const refundTo = await transaction(tx => failTeam(tx, merchantId, teamId, clock.now()))
  if (refundTo === undefined) return
  for (const { id } of await waitingOrders(db, merchantId, teamId))
    await transaction(tx => undoOrder(tx, merchantId, id, refundTo, clock.now()))
}

/** Orders that wait for the group to be complete. */
const waitingOrders = (db: Db, merchantId: number, teamId: number) =>
  db
    .selectFrom('orders')
    .select(['id', 'status'])
    .where('merchant_id', '=', merchantId)
    .where('team_id', '=', teamId)
    .where('awaits_team', '=', 1)
    .where('status', 'in', [STATUS.unpaid, STATUS.paid])
    .orderBy('id')
    .execute()

/** Answers where the money goes, or nothing when the group has not failed. */
async function failTeam(tx: Tx, merchantId: number, teamId: number, now: Date): Promise<number | undefined> {
  const failed = await tx
    .updateTable('teams')
    .set({ status: TEAM.failed, updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', teamId)
    .where('status', '=', TEAM.open)
    .where('ends_at', '<=', now.getTime())
    .returning(['terms_id', 'leader_id'])
    .executeTakeFirst()
  const team =
    failed ??
    (await tx
      .selectFrom('teams')
      .select(['terms_id', 'leader_id'])
      .where('merchant_id', '=', merchantId)
      .where('id', '=', teamId)
      .where('status', '=', TEAM.failed)
      .executeTakeFirst())
  const terms = team && (await findTerms(tx, merchantId, team.terms_id))
  if (!terms) return undefined
  if (failed?.leader_id === 0) await keepOneOpen(tx, terms, now)
  return terms.refund_type
}

async function undoOrder(tx: Tx, merchantId: number, orderId: number, refundTo: number, now: Date): Promise<void> {
  if (await closeOrder(tx, merchantId, orderId, now)) return
  const freed = await tx
    .updateTable('orders')
    .set({ awaits_team: 0, updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', orderId)
    .where('awaits_team', '=', 1)
    .where('status', '=', STATUS.paid)
    .returning('id')
    .executeTakeFirst()
  if (!freed) return
  await giveUnasked(tx, { merchantId, orderId, reason: FAILED, toBalance: refundTo === REFUND_TO.balance }, now)
}
