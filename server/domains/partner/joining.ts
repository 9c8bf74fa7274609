/** Joining a team, leading one, coming below a partner. */
import type { Fen } from '../../../contract/money'
import type { Db, Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { type Transfer, userAccount } from '../../ledger/ledger'
import { raiseTo } from '../level/rise'
import { findAs, findPerson, ROLE, termsOf } from './people'

interface Joining {
  userId: number
  uid: number
}

/** Once: whoever has a leader stays. Refuses `partnerClosed`, `partnerLeaderUnknown`, `partnerBound`, `partnerAlready`. */
export async function joinTeam(tx: Tx, merchantId: number, { userId, uid }: Joining, now: Date): Promise<void> {
  const terms = await openTerms(tx, merchantId)
  const own = await findPerson(tx, merchantId, userId)
  if (own && own.role !== ROLE.member) throw new Refusal('partnerAlready')
  if (own?.above_id === uid) return
  if (uid === userId || !(await findAs(tx, merchantId, uid, ROLE.leader))) throw new Refusal('partnerLeaderUnknown')
  if (await findAs(tx, merchantId, own?.above_id ?? null, ROLE.leader)) throw new Refusal('partnerBound')
  const joined = await tx
    .insertInto('partner_people')
    .values({
      merchant_id: merchantId,
      user_id: userId,
      role: ROLE.member,
      above_id: uid,
      created_at: now.getTime(),
      updated_at: now.getTime(),
    })
    .onConflict(conflict =>
      conflict
        .columns(['merchant_id', 'user_id'])
        .doUpdateSet({ above_id: uid, updated_at: now.getTime() })
        // Somebody with two invitations answers both at once: the first holds.
        .where('partner_people.role', '=', ROLE.member)
        .where('partner_people.updated_at', '=', own?.updated_at ?? -1),
    )
    .returning('user_id')
    .executeTakeFirst()
  if (!joined && (await findPerson(tx, merchantId, userId))?.above_id !== uid) throw new Refusal('partnerBound')
  if (terms.member_level_id !== null) await raiseTo(tx, merchantId, userId, terms.member_level_id, now)
}

/** A leader whom the shop keeper has made comes below a partner. Refuses `partnerNotLeader`, `partnerUnknown`, `partnerBound`. */
export async function joinPartner(tx: Tx, merchantId: number, { userId, uid }: Joining, now: Date): Promise<void> {
  await openTerms(tx, merchantId)
  const own = await findAs(tx, merchantId, userId, ROLE.leader)
  if (!own) throw new Refusal('partnerNotLeader')
  if (own.above_id === uid) return
  if (!(await findAs(tx, merchantId, uid, ROLE.partner))) throw new Refusal('partnerUnknown')
  if (await findAs(tx, merchantId, own.above_id, ROLE.partner)) throw new Refusal('partnerBound')
  const joined = await tx
    .updateTable('partner_people')
    .set({ above_id: uid, updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('role', '=', ROLE.leader)
    .where('above_id', own.above_id === null ? 'is' : '=', own.above_id)
    .returning('user_id')
    .executeTakeFirst()
  if (!joined) throw new Refusal('partnerBound')
}

/** What it costs a member to become a leader. Refuses `partnerClosed`, `partnerAlready`, `partnerNotMember`. */
export async function priceToLead(db: Db, merchantId: number, userId: number): Promise<Fen> {
  const { leader_price_fen } = await openTerms(db, merchantId)
  const own = await findPerson(db, merchantId, userId)
  if (!own) throw new Refusal('partnerNotMember')
  if (own.role !== ROLE.member) throw new Refusal('partnerAlready')
  return leader_price_fen
}

/** Makes a leader below the partner of their leader, and answers the transfers that take the price: the caller books them. */
export async function buyToLead(tx: Tx, merchantId: number, userId: number, now: Date): Promise<Transfer[]> {
  const price = await priceToLead(tx, merchantId, userId)
  const own = await findPerson(tx, merchantId, userId)
  const leader = await findAs(tx, merchantId, own?.above_id ?? null, ROLE.leader)
  const risen = await tx
    .updateTable('partner_people')
    .set({ role: ROLE.leader, above_id: leader?.above_id ?? null, updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('role', '=', ROLE.member)
    .returning('user_id')
    .executeTakeFirst()
  if (!risen) throw new Refusal('partnerAlready')
  const { leader_level_id } = await termsOf(tx, merchantId)
  if (leader_level_id !== null) await raiseTo(tx, merchantId, userId, leader_level_id, now)
  if (price === 0) return []
  const entries = [
    { account: userAccount(userId), unit: 'CNY' as const, amount: -price },
    { account: 'shop:commission' as const, unit: 'CNY' as const, amount: price },
  ]
  // A leader whom the shop keeper has sent back among the members may buy it again.
  const key = `partner:${userId}:${now.getTime()}:bought`
  return [{ key, kind: 'leaderBought', about: '购买团队长', ref: String(userId), entries }]
}

async function openTerms(db: Db, merchantId: number) {
  const terms = await termsOf(db, merchantId)
  if (!terms.is_open) throw new Refusal('partnerClosed')
  return terms
}
