/** What was earned and sold, by time and by distributor. */
import { type Fen, fen } from '../../../contract/money'
import { DAY_MS, parseTime } from '../../../contract/time'
import type { Db } from '../../db/database'
import { type PageRequest, windowOf } from '../../paging'
import { laterBy } from '../level/period'
import { COMMISSION } from './commission'

export interface Span {
  from: number
  until: number
}

/** `0` all time, `2026`, `202601`, `20260131`; undefined for a day that does not exist. Pure. */
export function spanOf(text: string): Span | undefined {
  if (text === '0') return { from: 0, until: Number.MAX_SAFE_INTEGER }
  const digits = text.replaceAll('-', '')
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6) || '01', digits.slice(6, 8) || '01']
  try {
    const from = parseTime(`${year}-${month}-${day}`)
    const until =
      digits.length === 8 ? new Date(from.getTime() + DAY_MS) : laterBy(from, 1, digits.length === 6 ? 1 : 2)
    return { from: from.getTime(), until: until.getTime() }
  } catch {
    return undefined
  }
}

export interface Figures {
  commission: Fen
  unsettled: Fen
  saleroom: Fen
  orders: number
}

/**
 * Of one person, in a span of time; what went back counts no more. A line by which they earn twice, as distributor and for a team,
 * was bought once.
 */
export async function figuresOf(db: Db, merchantId: number, sellerId: number, { from, until }: Span): Promise<Figures> {
  const rows = await db
    .selectFrom(({ selectFrom }) =>
      selectFrom('fx_commissions')
        .select(['order_id', 'order_line_id', 'state'])
        .select(({ fn }) => [
          fn.sum<number>('amount_fen').as('amount'),
          fn.sum<number>('returned_fen').as('returned'),
          fn.max('base_fen').as('base'),
          fn.max('base_returned_fen').as('base_returned'),
        ])
        .where('merchant_id', '=', merchantId)
        .where('seller_id', '=', sellerId)
        .where('created_at', '>=', from)
        .where('created_at', '<', until)
        .where('state', '!=', COMMISSION.gone)
        .groupBy(['order_id', 'order_line_id', 'state'])
        .as('line'),
    )
    .select('state')
    .select(({ fn }) => [
      fn.count<number>('order_id').distinct().as('orders'),
      fn.sum<number>('amount').as('amount'),
      fn.sum<number>('returned').as('returned'),
      fn.sum<number>('base').as('base'),
      fn.sum<number>('base_returned').as('base_returned'),
    ])
    .groupBy('state')
    .execute()
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0)
  const left = (row: (typeof rows)[number]) => Number(row.amount) - Number(row.returned)
  return {
    commission: fen(sum(left)),
    unsettled: fen(sum(row => (row.state === COMMISSION.unsettled ? left(row) : 0))),
    saleroom: fen(sum(row => Number(row.base) - Number(row.base_returned))),
    orders: sum(row => Number(row.orders)),
  }
}

/** Distributors by what their own members have bought, in a span of time. */
export async function rankOf(db: Db, merchantId: number, { from, until }: Span, request: PageRequest) {
  const { limit, offset } = windowOf(request)
  const rows = await db
    .selectFrom('fx_commissions as one')
    .innerJoin('users', join =>
      join.onRef('users.merchant_id', '=', 'one.merchant_id').onRef('users.id', '=', 'one.seller_id'),
    )
    .select(['one.seller_id', 'users.nick', 'users.avatar_url'])
    .select(({ fn }) => [
      fn.count<number>('one.order_id').distinct().as('orders'),
      fn.sum<number>('one.base_fen').as('base'),
      fn.sum<number>('one.base_returned_fen').as('returned'),
    ])
    .where('one.merchant_id', '=', merchantId)
    .where('one.level', '=', 1)
    .where('one.created_at', '>=', from)
    .where('one.created_at', '<', until)
    .groupBy(['one.seller_id', 'users.nick', 'users.avatar_url'])
    .execute()
  const ranked = rows
    .map(row => ({
      uid: row.seller_id,
      nick: row.nick,
      avatarUrl: row.avatar_url,
      saleroom: fen(Number(row.base) - Number(row.returned)),
      numberOrder: Number(row.orders),
    }))
    .filter(({ saleroom }) => saleroom > 0)
    .sort((a, b) => b.saleroom - a.saleroom || a.uid - b.uid)
  return { rows: ranked.slice(offset, offset + limit), total: ranked.length }
}
