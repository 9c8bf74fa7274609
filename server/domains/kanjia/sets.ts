/** The terms of bargains, as the shop keeper sets them. */
import type { Selectable } from 'kysely'
import type { Fen } from '../../../contract/money'
import { touch } from '../../cache'
import type { Db, Tx } from '../../db/database'
import type { BargainSetTable } from '../../db/tables'
import { Refusal } from '../../http/refusal'
import { enqueue, type Job } from '../../jobs/queue'
import type { Services } from '../../services'
import { stopTermsIn } from '../goods/terms'
import { boundsFor, isReachable } from './cut'

export type SetRow = Selectable<BargainSetTable>

/** More would make the page of one bargain long, and no friend list reaches there. */
export const MOST_HELPS = 500

export interface SetDraft {
  goodsId: number
  /** The product's own price when left out. */
  originalFen?: Fen | undefined
  floorFen: Fen
  helps: number
  /** Bounds of one cut; around the mean when left out. */
  cutFen?: { minFen: Fen; maxFen: Fen } | undefined
  /** How many may be bought this way. */
  number: number
  endsAt: Date
}

/** Sets new terms beside those that run. Refuses `goodsGone`, and `kanjiaTermsWrong` when the floor cannot be reached. */
export async function addSet(tx: Tx, merchantId: number, draft: SetDraft, now: Date): Promise<number> {
  const goods = await tx
    .selectFrom('goods')
    .select('min_price_fen')
    .where('merchant_id', '=', merchantId)
    .where('id', '=', draft.goodsId)
    .executeTakeFirst()
  if (!goods) throw new Refusal('goodsGone')
  const { floorFen, helps, originalFen = goods.min_price_fen, number, endsAt } = draft
  const total = originalFen - floorFen
  const bounds = draft.cutFen ?? boundsFor(total, helps)
  if (floorFen < 0 || total <= 0) throw new Refusal('kanjiaTermsWrong', '底价应低于原价')
  if (helps < 1 || helps > MOST_HELPS) throw new Refusal('kanjiaTermsWrong', `帮砍人数应为 1 到 ${MOST_HELPS}`)
  if (!isReachable(total, helps, bounds)) throw new Refusal('kanjiaTermsWrong', '按这样的每刀金额，这些人砍不到底价')
  if (number < 1 || endsAt <= now) throw new Refusal('kanjiaTermsWrong', '数量应至少为 1，截止时间应在以后')
  const { id } = await tx
    .insertInto('kanjia_sets')
    .values({
      merchant_id: merchantId,
      goods_id: draft.goodsId,
      original_price_fen: originalFen,
      min_price_fen: floorFen,
      help_min_fen: bounds.minFen,
      help_max_fen: bounds.maxFen,
      helps_planned: helps,
      number,
      ends_at: endsAt.getTime(),
      created_at: now.getTime(),
      updated_at: now.getTime(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await refreshOffer(tx, merchantId, draft.goodsId, now)
  const payload = { goodsId: draft.goodsId }
  await enqueue(tx, { merchantId, kind: 'endKanjia', key: `kanjia:${id}`, payload, runAt: endsAt }, now)
  return id
}

/** Ends a bargain early; answers whether it ran. */
export async function stopSet(tx: Tx, merchantId: number, id: number, now: Date): Promise<boolean> {
  const goodsId = await stopTermsIn(tx, 'kanjia_sets', merchantId, id, now)
  if (goodsId) await refreshOffer(tx, merchantId, goodsId, now)
  return goodsId !== undefined
}

/** Lists of goods are kept, so a date that has passed must change a row. Buying and helping look at the date themselves. */
export async function endKanjia(
  { merchantId, payload: { goodsId } }: Job<'endKanjia'>,
  { transaction, clock }: Services,
): Promise<void> {
  await transaction(tx => refreshOffer(tx, merchantId, goodsId, clock.now()))
}

/** What lists show of a product's bargains: the lowest floor that can be reached now, or none. */
export async function refreshOffer(tx: Tx, merchantId: number, goodsId: number, now: Date): Promise<void> {
  await tx
    .updateTable('goods')
    .set(({ selectFrom }) => ({
      kanjia_price_fen: selectFrom('kanjia_sets')
        .select(({ fn }) => fn.min('min_price_fen').as('floor'))
        .where('kanjia_sets.merchant_id', '=', merchantId)
        .where('kanjia_sets.goods_id', '=', goodsId)
        .where('is_stopped', '=', 0)
        .where('ends_at', '>', now.getTime())
        .whereRef('number_bought', '<', 'kanjia_sets.number'),
    }))
    .where('merchant_id', '=', merchantId)
    .where('id', '=', goodsId)
    .execute()
  touch(tx, merchantId, 'catalogue', [goodsId])
}

export const isSoldOut = ({ number, number_bought }: SetRow): boolean => number_bought >= number

interface SetFilter {
  goodsIds?: readonly number[] | undefined
  ids?: readonly number[] | undefined
  /** Only what can be started at this moment. */
  openAt?: Date | undefined
}

/** Those that end last come first. */
export const listSets = (db: Db, merchantId: number, { goodsIds, ids, openAt }: SetFilter): Promise<SetRow[]> =>
  db
    .selectFrom('kanjia_sets')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .$if(goodsIds !== undefined, query => query.where('goods_id', 'in', [...(goodsIds ?? []), 0]))
    .$if(ids !== undefined, query => query.where('id', 'in', [...(ids ?? []), 0]))
    .$if(openAt !== undefined, query =>
      query
        .where('is_stopped', '=', 0)
        .where('ends_at', '>', openAt?.getTime() ?? 0)
        .whereRef('number_bought', '<', 'kanjia_sets.number'),
    )
    .orderBy('is_stopped')
    .orderBy('ends_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()

export const findSet = (db: Db, merchantId: number, id: number): Promise<SetRow | undefined> =>
  db.selectFrom('kanjia_sets').selectAll().where('merchant_id', '=', merchantId).where('id', '=', id).executeTakeFirst()
