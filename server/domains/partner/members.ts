/** Who is below a leader or a partner, and what they have brought. */
import type { Db } from '../../db/database'
import { type PageRequest, windowOf } from '../../paging'
import { SHARE } from '../fx/earning'
import { ROLE } from './people'

/** A person's leaders, or the members of their own team; of a partner the members of all teams. The newest first. */
export function listBelow(db: Db, merchantId: number, userId: number, role: number, request: PageRequest) {
  const { limit, offset } = windowOf(request)
  return below(db, merchantId, userId, role)
    .innerJoin('users', join =>
      join.onRef('users.merchant_id', '=', 'own.merchant_id').onRef('users.id', '=', 'own.user_id'),
    )
    .select(['own.user_id', 'own.role', 'own.created_at', 'users.nick', 'users.avatar_url', 'users.mobile'])
    .select(({ fn }) => fn.countAll<number>().over().as('total'))
    .orderBy('own.created_at', 'desc')
    .orderBy('own.user_id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}

function below(db: Db, merchantId: number, userId: number, role: number) {
  const people = db
    .selectFrom('partner_people as own')
    .where('own.merchant_id', '=', merchantId)
    .where('own.role', '=', role)
  return role === ROLE.leader
    ? people.where('own.above_id', '=', userId)
    : people.where(({ eb, or, selectFrom }) =>
        or([
          eb('own.above_id', '=', userId),
          eb(
            'own.above_id',
            'in',
            selectFrom('partner_people as leader')
              .select('leader.user_id')
              .where('leader.merchant_id', '=', merchantId)
              .where('leader.role', '=', ROLE.leader)
              .where('leader.above_id', '=', userId),
          ),
        ]),
      )
}

export async function countBelow(db: Db, merchantId: number, userId: number, role: number): Promise<number> {
  const row = await below(db, merchantId, userId, role)
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .executeTakeFirstOrThrow()
  return Number(row.people)
}

/** How many members the team of each leader has. */
export const teamSizes = (db: Db, merchantId: number, leaderIds: readonly number[]) =>
  db
    .selectFrom('partner_people')
    .select('above_id')
    .select(({ fn }) => fn.countAll<number>().as('members'))
    .where('merchant_id', '=', merchantId)
    .where('role', '=', ROLE.member)
    .where('above_id', 'in', [...leaderIds, 0])
    .groupBy('above_id')
    .execute()

/**
 * What somebody has earned by the shares of teams, and what was bought for it, by buyer. A leader's row stands for the whole
 * team: what its members bought counts there too.
 */
export async function broughtBelow(
  db: Db,
  merchantId: number,
  earnerId: number,
  rows: ReadonlyArray<{ user_id: number; role: number }>,
) {
  const ids = rows.map(({ user_id }) => user_id)
  const sums = await db
    .selectFrom('fx_commissions as one')
    .innerJoin('partner_people as buyer', join =>
      join.onRef('buyer.merchant_id', '=', 'one.merchant_id').onRef('buyer.user_id', '=', 'one.buyer_id'),
    )
    .select(['buyer.user_id', 'buyer.above_id'])
    .select(({ fn }) => [
      fn.count<number>('one.order_id').distinct().as('orders'),
      fn.sum<number>('one.base_fen').as('base'),
      fn.sum<number>('one.base_returned_fen').as('base_returned'),
      fn.sum<number>('one.amount_fen').as('amount'),
      fn.sum<number>('one.returned_fen').as('returned'),
    ])
    .where('one.merchant_id', '=', merchantId)
    .where('one.seller_id', '=', earnerId)
    .where('one.level', 'in', [SHARE.leader, SHARE.partner])
    .where(({ eb, or }) => or([eb('buyer.user_id', 'in', [...ids, 0]), eb('buyer.above_id', 'in', [...ids, 0])]))
    .groupBy(['buyer.user_id', 'buyer.above_id'])
    .execute()
  return rows.map(({ user_id, role }) => {
    const own = sums.filter(sum => sum.user_id === user_id || (role === ROLE.leader && sum.above_id === user_id))
    const total = (of: (sum: (typeof sums)[number]) => number) => own.reduce((all, sum) => all + of(sum), 0)
    return {
      userId: user_id,
      orders: total(sum => Number(sum.orders)),
      bought: total(sum => Number(sum.base) - Number(sum.base_returned)),
      earned: total(sum => Number(sum.amount) - Number(sum.returned)),
    }
  })
}
