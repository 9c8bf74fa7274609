/** Bargains that shoppers have started. */
import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../db/database'
import type { BargainTable } from '../../db/tables'
import { isOver } from '../goods/terms'
import type { SetRow } from './sets'

export type BargainRow = Selectable<BargainTable>

export const findBargain = (
  db: Db,
  merchantId: number,
  { setId, userId }: { setId: number; userId: number },
): Promise<BargainRow | undefined> =>
  db
    .selectFrom('kanjias')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('set_id', '=', setId)
    .where('user_id', '=', userId)
    .executeTakeFirst()

/** What a bargain, once started, was about. */
export async function setOfBargain(db: Db, merchantId: number, id: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('kanjias')
    .select('set_id')
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.set_id
}

/** A shopper's own, the latest first. */
export const listBargains = (db: Db, merchantId: number, userId: number): Promise<BargainRow[]> =>
  db
    .selectFrom('kanjias')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()

/** Nobody else changes it until this transaction ends. */
export const lockBargain = (
  tx: Tx,
  merchantId: number,
  { setId, userId }: { setId: number; userId: number },
  now: Date,
): Promise<BargainRow | undefined> =>
  tx
    .updateTable('kanjias')
    .set({ updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('set_id', '=', setId)
    .where('user_id', '=', userId)
    .returningAll()
    .executeTakeFirst()

/** The one that was started, or a new one. */
export async function startBargain(tx: Tx, set: SetRow, userId: number, now: Date): Promise<BargainRow> {
  const { merchant_id, id, goods_id, original_price_fen, min_price_fen, help_min_fen, help_max_fen, helps_planned } =
    set
  const started = await tx
    .insertInto('kanjias')
    .values({
      ...{ merchant_id, set_id: id, goods_id, user_id: userId },
      ...{ original_price_fen, min_price_fen, help_min_fen, help_max_fen, helps_planned },
      current_price_fen: original_price_fen,
      created_at: now.getTime(),
      updated_at: now.getTime(),
    })
    .onConflict(conflict => conflict.columns(['merchant_id', 'set_id', 'user_id']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (started) return started
  return tx
    .selectFrom('kanjias')
    .selectAll()
    .where('merchant_id', '=', merchant_id)
    .where('set_id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow()
}

/** Gone with all its cuts; answers whether there was one that nobody has ordered. */
export async function clearBargain(tx: Tx, { merchant_id, id }: BargainRow): Promise<void> {
  await tx.deleteFrom('kanjia_helps').where('merchant_id', '=', merchant_id).where('kanjia_id', '=', id).execute()
  await tx.deleteFrom('kanjias').where('merchant_id', '=', merchant_id).where('id', '=', id).execute()
}

export const BARGAIN = { underWay: 0, atFloor: 1, ordered: 2, over: 3 } as const
const STATUS_TEXTS = ['进行中', '已砍到底价', '已下单', '已结束']

export const isAtFloor = ({ current_price_fen, min_price_fen }: BargainRow): boolean =>
  current_price_fen <= min_price_fen

export function statusOf(row: BargainRow, set: SetRow, now: Date): 0 | 1 | 2 | 3 {
  if (row.order_id !== null) return BARGAIN.ordered
  if (isOver(set, now)) return BARGAIN.over
  return isAtFloor(row) ? BARGAIN.atFloor : BARGAIN.underWay
}

export function bargainOf(row: BargainRow, set: SetRow, now: Date) {
  const status = statusOf(row, set, now)
  return {
    kjId: row.set_id,
    goodsId: row.goods_id,
    uid: row.user_id,
    curPrice: row.current_price_fen,
    minPrice: row.min_price_fen,
    originalPrice: row.original_price_fen,
    helpNumber: row.help_count,
    numberHelp: row.helps_planned,
    status,
    statusStr: STATUS_TEXTS[status] ?? '',
    orderId: row.order_id ?? undefined,
    dateAdd: new Date(row.created_at),
    dateUpdate: new Date(row.updated_at),
    dateEnd: new Date(set.ends_at),
  }
}
