/** One friend, one cut. However many tap at once, each cut is decided from where the one before it left the price. */
import { randomInt } from 'node:crypto'
import type { Selectable } from 'kysely'
import { fen } from '../../../contract/money'
import type { Db, Tx } from '../../db/database'
import type { BargainHelpTable } from '../../db/tables'
import type { SignedIn } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { inTurn } from '../../turns'
import { isOver } from '../goods/terms'
import { tellShopper } from '../template/send'
import { type BargainRow, isAtFloor, lockBargain } from './bargains'
import { cutOf } from './cut'
import { findSet } from './sets'

export type HelpRow = Selectable<BargainHelpTable>

interface Wanted {
  setId: number
  /** Whose bargain it is. */
  userId: number
  remark: string
}

/** The caller's cut, and the bargain after it. Refuses what is over, ordered or at its floor; a repeat answers the first cut. */
export function helpBargain({ transaction, merchant, user, now }: SignedIn, { setId, userId, remark }: Wanted) {
  // Waiting here instead of for the row's lock: two hundred friends must not hold two hundred connections.
  return inTurn(`kanjia ${merchant.id} ${setId} ${userId}`, () =>
    transaction(async tx => {
      const bargain = orRefuse(await lockBargain(tx, merchant.id, { setId, userId }, now), 'kanjiaUnknown')
      const before = await findHelp(tx, bargain, user.id)
      if (before) return { bargain, help: before }
      const set = orRefuse(await findSet(tx, merchant.id, setId), 'kanjiaUnknown')
      if (bargain.order_id !== null) throw new Refusal('kanjiaOrdered')
      if (isAtFloor(bargain)) throw new Refusal('kanjiaAtFloor')
      if (isOver(set, now)) throw new Refusal('kanjiaOver')
      return { bargain, help: await cut(tx, bargain, user.id, remark, now) }
    }),
  )
}

/** Decides and writes a cut. The caller holds the lock of the bargain. */
export async function cut(tx: Tx, bargain: BargainRow, helperId: number, remark: string, now: Date): Promise<HelpRow> {
  const { merchant_id, id, current_price_fen, min_price_fen, helps_planned, help_count } = bargain
  const cutFen = cutOf(
    {
      leftFen: current_price_fen - min_price_fen,
      helpsLeft: helps_planned - help_count,
      minFen: bargain.help_min_fen,
      maxFen: bargain.help_max_fen,
    },
    (from, to) => randomInt(from, to + 1),
  )
  await tx
    .updateTable('kanjias')
    .set({ current_price_fen: fen(current_price_fen - cutFen), help_count: help_count + 1 })
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .execute()
  // Whoever makes the last cut oneself sees it.
  if (current_price_fen - cutFen <= min_price_fen && helperId !== bargain.user_id)
    await tellShopper(tx, merchant_id, { event: 'bargain', bargainId: id }, now)
  return tx
    .insertInto('kanjia_helps')
    .values({ merchant_id, kanjia_id: id, user_id: helperId, cut_fen: cutFen, remark, created_at: now.getTime() })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export const findHelp = (
  db: Db,
  { merchant_id, id }: Pick<BargainRow, 'merchant_id' | 'id'>,
  userId: number,
): Promise<HelpRow | undefined> =>
  db
    .selectFrom('kanjia_helps')
    .selectAll()
    .where('merchant_id', '=', merchant_id)
    .where('kanjia_id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst()

/** Who has helped, the latest first. */
export const listHelps = (db: Db, { merchant_id, id }: BargainRow) =>
  db
    .selectFrom('kanjia_helps as help')
    .innerJoin('users', join =>
      join.onRef('users.merchant_id', '=', 'help.merchant_id').onRef('users.id', '=', 'help.user_id'),
    )
    .select(['help.user_id', 'help.cut_fen', 'help.remark', 'help.created_at', 'users.nick', 'users.avatar_url'])
    .where('help.merchant_id', '=', merchant_id)
    .where('help.kanjia_id', '=', id)
    .orderBy('help.created_at', 'desc')
    .orderBy('help.user_id', 'desc')
    .execute()

/** A helper who leaves: the cut stays, the words go. */
export const forgetHelper = (tx: Tx, merchantId: number, userId: number): Promise<unknown> =>
  tx
    .updateTable('kanjia_helps')
    .set({ remark: '' })
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .execute()
