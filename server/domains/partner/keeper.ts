/** What the shop keeper says of partner teams. */
import { touch } from '../../cache'
import type { Db, Tx } from '../../db/database'
import { raiseTo } from '../level/rise'
import { findPerson, type Person, place, ROLE, type Terms, termsOf } from './people'

/** What is left out stays as it is. */
export async function setTerms(tx: Tx, merchantId: number, change: Partial<Terms>): Promise<void> {
  const terms = { ...(await termsOf(tx, merchantId)), ...change }
  const { is_open, partner_bp, leader_bp, leader_price_fen, leader_level_id, member_level_id } = terms
  const row = { is_open, partner_bp, leader_bp, leader_price_fen, leader_level_id, member_level_id }
  await tx
    .insertInto('partner_terms')
    .values({ merchant_id: merchantId, ...row })
    .onConflict(conflict => conflict.columns(['merchant_id']).doUpdateSet(row))
    .execute()
  touch(tx, merchantId, 'site')
}

/** Partners first, then leaders, then members. */
export const listPeople = (db: Db, merchantId: number): Promise<(Person & { nick: string })[]> =>
  db
    .selectFrom('partner_people as own')
    .innerJoin('users', join =>
      join.onRef('users.merchant_id', '=', 'own.merchant_id').onRef('users.id', '=', 'own.user_id'),
    )
    .selectAll('own')
    .select('users.nick')
    .where('own.merchant_id', '=', merchantId)
    .orderBy('own.role', 'desc')
    .orderBy('own.created_at')
    .limit(1000)
    .execute()

export const makePartner = (tx: Tx, merchantId: number, userId: number, now: Date): Promise<void> =>
  place(tx, merchantId, { userId, role: ROLE.partner, aboveId: null }, now)

/** Makes a leader, below a partner where one is named; who leads already keeps their partner unless another is named. */
export async function makeLeader(
  tx: Tx,
  merchantId: number,
  { userId, partnerId }: { userId: number; partnerId: number | undefined },
  now: Date,
): Promise<void> {
  const own = await findPerson(tx, merchantId, userId)
  const kept = own?.role === ROLE.leader ? own.above_id : null
  await place(tx, merchantId, { userId, role: ROLE.leader, aboveId: partnerId ?? kept }, now)
  const { leader_level_id } = await termsOf(tx, merchantId)
  if (leader_level_id !== null) await raiseTo(tx, merchantId, userId, leader_level_id, now)
}

/** Nobody in any team any more: what they have earned stays theirs. Answers whether there was anybody. */
export async function dismiss(tx: Tx, merchantId: number, userId: number): Promise<boolean> {
  const row = await tx
    .deleteFrom('partner_people')
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .returning('user_id')
    .executeTakeFirst()
  return row !== undefined
}
