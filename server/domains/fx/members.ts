/** Who belongs to a distributor, and what they have bought. */
import { DAY_MS, parseTime } from '../../../contract/time'
import type { Db } from '../../db/database'
import { type PageRequest, windowOf } from '../../paging'
import { CHAIN } from './earning'
import { SELLER } from './sellers'

export interface MemberFilter extends PageRequest {
  level?: number | undefined
  uids?: number[] | undefined
  dateAddBegin?: string | undefined
  dateAddEnd?: string | undefined
}

/** The newest first, a row each, with the count of all. */
export function listMembers(db: Db, merchantId: number, sellerId: number, filter: MemberFilter) {
  const { level = 1, uids = [], dateAddBegin, dateAddEnd } = filter
  const { limit, offset } = windowOf(filter)
  return belongingTo(db, merchantId, sellerId, level)
    .innerJoin('users', join =>
      join.onRef('users.merchant_id', '=', 'own.merchant_id').onRef('users.id', '=', 'own.user_id'),
    )
    .leftJoin('fx_sellers', join =>
      join.onRef('fx_sellers.merchant_id', '=', 'own.merchant_id').onRef('fx_sellers.user_id', '=', 'own.user_id'),
    )
    .select(['own.user_id', 'own.created_at', 'users.nick', 'users.avatar_url', 'users.mobile', 'fx_sellers.state'])
    .select(({ fn }) => fn.countAll<number>().over().as('total'))
    .$if(uids.length > 0, query => query.where('own.user_id', 'in', uids))
    .$if(dateAddBegin !== undefined, query => query.where('own.created_at', '>=', startOf(dateAddBegin)))
    .$if(dateAddEnd !== undefined, query => query.where('own.created_at', '<', startOf(dateAddEnd) + DAY_MS))
    .orderBy('own.created_at', 'desc')
    .orderBy('own.user_id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}

const startOf = (day = '1970-01-01'): number => parseTime(day).getTime()

/** Directly, or through somebody who does. */
function belongingTo(db: Db, merchantId: number, sellerId: number, level: number) {
  const direct = db.selectFrom('fx_bindings as own').where('own.merchant_id', '=', merchantId)
  return level === 1
    ? direct.where('own.seller_id', '=', sellerId)
    : direct.where('own.seller_id', 'in', ({ selectFrom }) =>
        selectFrom('fx_bindings as between')
          .select('between.user_id')
          .where('between.merchant_id', '=', merchantId)
          .where('between.seller_id', '=', sellerId),
      )
}

/** Paid orders of some shoppers, less what was given back. */
export const boughtBy = (db: Db, merchantId: number, userIds: readonly number[]) =>
  db
    .selectFrom('orders')
    .select('user_id')
    .select(({ fn }) => [
      fn.countAll<number>().as('orders'),
      fn.sum<number>('real_fen').as('paid'),
      fn.sum<number>('refunded_fen').as('refunded'),
      fn.max('paid_at').as('last_at'),
    ])
    .where('merchant_id', '=', merchantId)
    .where('user_id', 'in', [...userIds, 0])
    .where('paid_at', 'is not', null)
    .groupBy('user_id')
    .execute()

/** What a distributor's members have brought, by member. */
export const broughtBy = (db: Db, merchantId: number, sellerId: number, userIds: readonly number[]) =>
  db
    .selectFrom('fx_commissions')
    .select('buyer_id')
    .select(({ fn }) => [
      fn.count<number>('order_id').distinct().as('orders'),
      fn.sum<number>('base_fen').as('base'),
      fn.sum<number>('base_returned_fen').as('returned'),
    ])
    .where('merchant_id', '=', merchantId)
    .where('seller_id', '=', sellerId)
    .where('level', 'in', [...CHAIN])
    .where('buyer_id', 'in', [...userIds, 0])
    .groupBy('buyer_id')
    .execute()

/** Of one level: all of them, and those who distribute themselves. */
export async function countMembers(db: Db, merchantId: number, sellerId: number, level: number) {
  const row = await belongingTo(db, merchantId, sellerId, level)
    .leftJoin('fx_sellers', join =>
      join
        .onRef('fx_sellers.merchant_id', '=', 'own.merchant_id')
        .onRef('fx_sellers.user_id', '=', 'own.user_id')
        .on('fx_sellers.state', '=', SELLER.approved),
    )
    .select(({ fn }) => [
      fn.count<number>('own.user_id').as('members'),
      fn.count<number>('fx_sellers.user_id').as('sellers'),
    ])
    .executeTakeFirstOrThrow()
  return { members: Number(row.members), sellers: Number(row.sellers) }
}
