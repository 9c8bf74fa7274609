/** Reading groups and opening them. */
import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../db/database'
import type { TeamTable } from '../../db/tables'
import { type PageRequest, windowOf } from '../../paging'
import { TEAM, TEAM_TEXTS } from './states'
import type { TermsRow } from './terms'

export type TeamRow = Selectable<TeamTable>

/** With who leads it. */
type LedTeam = TeamRow & { nick: string | null; avatar_url: string | null; total: number }

const ledTeams = (db: Db, merchantId: number) =>
  db
    .selectFrom('teams')
    .leftJoin('users', join =>
      join.onRef('users.merchant_id', '=', 'teams.merchant_id').onRef('users.id', '=', 'teams.leader_id'),
    )
    .selectAll('teams')
    .select(['users.nick', 'users.avatar_url'])
    .select(({ fn }) => fn.countAll<number>().over().as('total'))
    .where('teams.merchant_id', '=', merchantId)

export const findTeam = (db: Db, merchantId: number, id: number): Promise<LedTeam | undefined> =>
  ledTeams(db, merchantId).where('teams.id', '=', id).executeTakeFirst()

/** Those that others may know of; open ones only while there is time. The shop's own shows when somebody has joined. */
export function listTeams(
  db: Db,
  merchantId: number,
  { goodsId, status, ...page }: { goodsId: number; status: number } & PageRequest,
  now: Date,
): Promise<LedTeam[]> {
  const { limit, offset } = windowOf(page)
  return ledTeams(db, merchantId)
    .where('teams.goods_id', '=', goodsId)
    .where('teams.status', '=', status)
    .where('teams.is_visible', '=', 1)
    .where('teams.paid', '>', 0)
    .$if(status === TEAM.open, query => query.where('teams.ends_at', '>', now.getTime()))
    .orderBy('teams.ends_at')
    .orderBy('teams.id')
    .limit(limit)
    .offset(offset)
    .execute()
}

/** The shop's own group of some terms that has a place. */
export const standingTeam = (db: Db, merchantId: number, termsId: number, now: Date): Promise<LedTeam | undefined> =>
  ledTeams(db, merchantId)
    .where('teams.terms_id', '=', termsId)
    .where('teams.leader_id', '=', 0)
    .where('teams.status', '=', TEAM.open)
    .where('teams.ends_at', '>', now.getTime())
    .whereRef('teams.held', '<', 'teams.persons')
    .orderBy('teams.id')
    .limit(1)
    .executeTakeFirst()

/** A group of one's own that nobody sees yet; the one that waits for its leader's payment when there is one. */
export async function openTeam(tx: Tx, terms: TermsRow, userId: number, now: Date): Promise<number> {
  const { merchant_id, id, goods_id, persons, hours } = terms
  const waiting = await tx
    .updateTable('teams')
    .set({ ends_at: now.getTime() + hours * 3_600_000, updated_at: now.getTime() })
    .where('merchant_id', '=', merchant_id)
    .where('terms_id', '=', id)
    .where('leader_id', '=', userId)
    .where('status', '=', TEAM.open)
    .where('is_visible', '=', 0)
    .returning('id')
    .executeTakeFirst()
  if (waiting) return waiting.id
  const team = await tx
    .insertInto('teams')
    .values({
      ...{ merchant_id, terms_id: id, goods_id, leader_id: userId, persons },
      ends_at: now.getTime() + hours * 3_600_000,
      created_at: now.getTime(),
      updated_at: now.getTime(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return team.id
}

export const teamOf = (row: LedTeam) => ({
  id: row.id,
  pingtuanId: row.terms_id,
  goodsId: row.goods_id,
  uid: row.leader_id,
  helpNumber: row.paid,
  numberPersion: row.persons,
  numberLeft: row.persons - row.held,
  status: row.status,
  statusStr: TEAM_TEXTS[row.status] ?? '',
  dateAdd: new Date(row.created_at),
  dateEnd: new Date(row.ends_at),
  apiExtUser: { nick: row.nick ?? '', avatarUrl: row.avatar_url ?? '' },
})

/** Who have paid, the leader first. */
export const listMembers = (db: Db, merchantId: number, teamId: number) =>
  db
    .selectFrom('team_members as member')
    .innerJoin('teams', join =>
      join.onRef('teams.merchant_id', '=', 'member.merchant_id').onRef('teams.id', '=', 'member.team_id'),
    )
    .innerJoin('users', join =>
      join.onRef('users.merchant_id', '=', 'member.merchant_id').onRef('users.id', '=', 'member.user_id'),
    )
    .select(['member.user_id', 'member.created_at', 'teams.leader_id', 'users.nick', 'users.avatar_url'])
    .where('member.merchant_id', '=', merchantId)
    .where('member.team_id', '=', teamId)
    .where('member.is_paid', '=', 1)
    .orderBy('member.created_at')
    .orderBy('member.order_id')
    .execute()

interface JoinedFilter extends PageRequest {
  goodsId?: number | undefined
  orderId?: number | undefined
  pingtuanId?: number | undefined
  tuanId?: number | undefined
}

/** A shopper's places, the latest first. */
export function listJoined(db: Db, merchantId: number, userId: number, filter: JoinedFilter) {
  const { goodsId, orderId, pingtuanId, tuanId } = filter
  const { limit, offset } = windowOf(filter)
  return db
    .selectFrom('team_members as member')
    .innerJoin('teams', join =>
      join.onRef('teams.merchant_id', '=', 'member.merchant_id').onRef('teams.id', '=', 'member.team_id'),
    )
    .innerJoin('goods', join =>
      join.onRef('goods.merchant_id', '=', 'teams.merchant_id').onRef('goods.id', '=', 'teams.goods_id'),
    )
    .innerJoin('orders', join =>
      join.onRef('orders.merchant_id', '=', 'member.merchant_id').onRef('orders.id', '=', 'member.order_id'),
    )
    .selectAll('teams')
    .select(['member.order_id', 'member.is_paid', 'member.created_at as joined_at', 'orders.amount_fen'])
    .select(['goods.name', 'goods.pic', 'goods.pic_color'])
    .select(({ fn }) => fn.countAll<number>().over().as('total'))
    .where('member.merchant_id', '=', merchantId)
    .where('member.user_id', '=', userId)
    .$if(goodsId !== undefined, query => query.where('teams.goods_id', '=', goodsId ?? 0))
    .$if(orderId !== undefined, query => query.where('member.order_id', '=', orderId ?? 0))
    .$if(pingtuanId !== undefined, query => query.where('teams.terms_id', '=', pingtuanId ?? 0))
    .$if(tuanId !== undefined, query => query.where('teams.id', '=', tuanId ?? 0))
    .orderBy('member.created_at', 'desc')
    .orderBy('member.order_id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}
