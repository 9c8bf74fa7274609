/**
 * Who is what in partner teams, and below whom: members below a leader, leaders below a partner. Three tiers, so no circle can
 * come about.
 */
import type { Selectable } from 'kysely'
import { fen } from '../../../contract/money'
import type { Db, Tx } from '../../db/database'
import type { PartnerPersonTable, PartnerTermsTable } from '../../db/tables'

export type Person = Selectable<PartnerPersonTable>
export type Terms = Omit<Selectable<PartnerTermsTable>, 'merchant_id'>

export const ROLE = { member: 1, leader: 2, partner: 3 } as const
export const ROLE_TEXTS: Readonly<Record<number, string>> = { 1: '团队成员', 2: '团队长', 3: '合伙人' }

const NO_TERMS: Terms = {
  is_open: 0,
  partner_bp: 0,
  leader_bp: 0,
  leader_price_fen: fen(0),
  leader_level_id: null,
  member_level_id: null,
}

/** A shop that has set none has no teams. */
export async function termsOf(db: Db, merchantId: number): Promise<Terms> {
  const row = await db.selectFrom('partner_terms').selectAll().where('merchant_id', '=', merchantId).executeTakeFirst()
  return row ?? NO_TERMS
}

export const findPerson = (db: Db, merchantId: number, userId: number): Promise<Person | undefined> =>
  db
    .selectFrom('partner_people')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .executeTakeFirst()

/** Somebody who has that role now. */
export async function findAs(db: Db, merchantId: number, userId: number | null, role: number) {
  const person = userId === null ? undefined : await findPerson(db, merchantId, userId)
  return person?.role === role ? person : undefined
}

export interface TeamRates {
  leaderId: number | undefined
  leaderRate: number
  partnerId: number | undefined
  partnerRate: number
}

/**
 * Who earns by what `buyerId` buys, now: a member's leader and that leader's partner; by a leader the partner alone. `undefined`
 * where nobody does.
 */
export async function earnersBy(db: Db, merchantId: number, buyerId: number): Promise<TeamRates | undefined> {
  const { is_open, leader_bp: leaderRate, partner_bp: partnerRate } = await termsOf(db, merchantId)
  if (!is_open) return undefined
  const buyer = await findPerson(db, merchantId, buyerId)
  if (!buyer || buyer.role === ROLE.partner) return undefined
  const leader = buyer.role === ROLE.leader ? buyer : await findAs(db, merchantId, buyer.above_id, ROLE.leader)
  if (!leader) return undefined
  const above = await findAs(db, merchantId, leader.above_id, ROLE.partner)
  const leaderId = leader === buyer ? undefined : leader.user_id
  return { leaderId, leaderRate, partnerId: above?.user_id, partnerRate }
}

/** Puts somebody into a role, below somebody or nobody. What they were before does not matter. */
export async function place(
  tx: Tx,
  merchantId: number,
  { userId, role, aboveId }: { userId: number; role: number; aboveId: number | null },
  now: Date,
): Promise<void> {
  const row = { role, above_id: aboveId, updated_at: now.getTime() }
  await tx
    .insertInto('partner_people')
    .values({ merchant_id: merchantId, user_id: userId, ...row, created_at: now.getTime() })
    .onConflict(conflict => conflict.columns(['merchant_id', 'user_id']).doUpdateSet(row))
    .execute()
}

/** Somebody's place: their role, the leader and the partner above them. */
export async function teamOf(db: Db, merchantId: number, userId: number) {
  const own = await findPerson(db, merchantId, userId)
  const leader = own?.role === ROLE.member ? await findAs(db, merchantId, own.above_id, ROLE.leader) : undefined
  const partner = await findAs(
    db,
    merchantId,
    (own?.role === ROLE.leader ? own : leader)?.above_id ?? null,
    ROLE.partner,
  )
  return { role: own?.role, leaderId: leader?.user_id, partnerId: partner?.user_id }
}
