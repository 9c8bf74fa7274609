/** Places in groups: held while an order waits to be paid, kept when it is. */
import type { ErrorName } from '../../../contract/errors'
import type { Db, Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { enqueue } from '../../jobs/queue'
import { tellShopper } from '../template/send'
import { keepOneOpen } from './standing'
import { TEAM } from './states'
import type { TeamRow } from './teams'
import { findTerms, levelsOf, refreshGroupOffer } from './terms'

export interface Seeker {
  teamId: number
  userId: number
}

/** Takes one place for an order, so that two people never have the last one. Refuses when there is none. */
export async function holdPlace(
  tx: Tx,
  merchantId: number,
  { teamId, userId, orderId }: Seeker & { orderId: number },
  now: Date,
): Promise<void> {
  const team = await tx
    .updateTable('teams')
    .set(({ eb }) => ({ held: eb('held', '+', 1), updated_at: now.getTime() }))
    .where('merchant_id', '=', merchantId)
    .where('id', '=', teamId)
    .where('status', '=', TEAM.open)
    .where('ends_at', '>', now.getTime())
    .whereRef('held', '<', 'teams.persons')
    .where(({ or, eb }) => or([eb('is_visible', '=', 1), eb('leader_id', '=', userId)]))
    .returningAll()
    .executeTakeFirst()
  if (!team) throw new Refusal((await whyNoPlace(tx, merchantId, { teamId, userId }, now)) ?? 'pingtuanFull')
  const member = await tx
    .insertInto('team_members')
    .values({ merchant_id: merchantId, team_id: teamId, user_id: userId, order_id: orderId, created_at: now.getTime() })
    .onConflict(conflict => conflict.columns(['merchant_id', 'team_id', 'user_id']).doNothing())
    .returning('order_id')
    .executeTakeFirst()
  if (!member) throw new Refusal('pingtuanJoined')
  if (team.leader_id === 0 && team.held === team.persons) await openAnother(tx, team, now)
}

async function openAnother(tx: Tx, team: TeamRow, now: Date): Promise<void> {
  const terms = await findTerms(tx, team.merchant_id, team.terms_id)
  if (terms) await keepOneOpen(tx, terms, now)
}

/** Why somebody cannot join; nothing when there is a place. */
export async function whyNoPlace(
  db: Db,
  merchantId: number,
  { teamId, userId }: Seeker,
  now: Date,
): Promise<ErrorName | undefined> {
  const team = await db
    .selectFrom('teams')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('id', '=', teamId)
    .executeTakeFirst()
  if (!team || (team.is_visible === 0 && team.leader_id !== userId)) return 'pingtuanUnknown'
  const member = await db
    .selectFrom('team_members')
    .select('order_id')
    .where('merchant_id', '=', merchantId)
    .where('team_id', '=', teamId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  if (member) return 'pingtuanJoined'
  if (team.status === TEAM.failed || (team.status === TEAM.open && team.ends_at <= now.getTime())) return 'pingtuanOver'
  return team.held >= team.persons ? 'pingtuanFull' : undefined
}

/** The order was closed unpaid: its place is for somebody else. */
export async function freePlace(tx: Tx, merchantId: number, teamId: number, orderId: number, now: Date): Promise<void> {
  const freed = await tx
    .deleteFrom('team_members')
    .where('merchant_id', '=', merchantId)
    .where('team_id', '=', teamId)
    .where('order_id', '=', orderId)
    .where('is_paid', '=', 0)
    .returning('order_id')
    .executeTakeFirst()
  if (!freed) return
  await tx
    .updateTable('teams')
    .set(({ eb }) => ({ held: eb('held', '-', 1), updated_at: now.getTime() }))
    .where('merchant_id', '=', merchantId)
    .where('id', '=', teamId)
    .execute()
}

interface PaidOrder {
  id: number
  merchant_id: number
  team_id: number | null
  goods_number: number
}

/**
 * The order is paid, so its place is kept: with the first payment the group can be seen and its time begins, with the last
 * one it is complete. Answers whether it is. Refuses `orderNotOpen` when the group has failed meanwhile.
 */
export async function payPlace(tx: Tx, order: PaidOrder, now: Date): Promise<boolean> {
  const { merchant_id: merchantId, team_id: teamId } = order
  const team = await tx
    .updateTable('teams')
    .set(({ eb }) => ({ paid: eb('paid', '+', 1), is_visible: 1, updated_at: now.getTime() }))
    .where('merchant_id', '=', merchantId)
    .where('id', '=', teamId ?? 0)
    .where('status', '=', TEAM.open)
    .returningAll()
    .executeTakeFirst()
  if (!team) throw new Refusal('orderNotOpen')
  await tx
    .updateTable('team_members')
    .set({ is_paid: 1 })
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', order.id)
    .execute()
  await countSold(tx, team, order, now)
  if (team.paid === 1) await beginTime(tx, team, now)
  if (team.paid < team.persons) return false
  await tx
    .updateTable('teams')
    .set({ status: TEAM.complete })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', team.id)
    .execute()
  await tellMembers(tx, team, now)
  return true
}

async function tellMembers(tx: Tx, { merchant_id, id }: TeamRow, now: Date): Promise<void> {
  const members = await tx
    .selectFrom('team_members')
    .select('order_id')
    .where('merchant_id', '=', merchant_id)
    .where('team_id', '=', id)
    .where('is_paid', '=', 1)
    .orderBy('order_id')
    .execute()
  for (const { order_id: orderId } of members) await tellShopper(tx, merchant_id, { event: 'group', orderId }, now)
}

async function countSold(tx: Tx, team: TeamRow, { goods_number }: PaidOrder, now: Date): Promise<void> {
  const terms = await tx
    .updateTable('pingtuan_sets')
    .set(({ eb }) => ({ number_sold: eb('number_sold', '+', goods_number) }))
    .where('merchant_id', '=', team.merchant_id)
    .where('id', '=', team.terms_id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const reached = (sold: number) => levelsOf(terms).filter(({ from }) => from <= sold).length
  if (reached(terms.number_sold) > reached(terms.number_sold - goods_number))
    await refreshGroupOffer(tx, team.merchant_id, team.goods_id, now)
}

async function beginTime(tx: Tx, team: TeamRow, now: Date): Promise<void> {
  const { merchant_id: merchantId, id: teamId, terms_id } = team
  const { hours } = (await findTerms(tx, merchantId, terms_id)) ?? { hours: 24 }
  const runAt = new Date(now.getTime() + hours * 3_600_000)
  await tx
    .updateTable('teams')
    .set({ ends_at: runAt.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', teamId)
    .execute()
  await enqueue(tx, { merchantId, kind: 'endTeam', key: `team:${teamId}`, payload: { teamId }, runAt }, now)
}
