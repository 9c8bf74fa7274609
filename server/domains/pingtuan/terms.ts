/** The terms of group buys, as the shop keeper sets them. */
import type { Selectable } from 'kysely'
import type { Fen } from '../../../contract/money'
import { touch } from '../../cache'
import type { Db, Tx } from '../../db/database'
import type { GroupTermsTable } from '../../db/tables'
import { Refusal } from '../../http/refusal'
import { enqueue, type Job } from '../../jobs/queue'
import { readJson, writeJson } from '../../json'
import type { Services } from '../../services'
import { isOver, stopTermsIn } from '../goods/terms'
import { keepOneOpen } from './standing'

export type TermsRow = Selectable<GroupTermsTable>

export const REFUND_TO = { balance: 0, payer: 1 } as const

/** A price from so many sold pieces on. */
export interface Level {
  from: number
  priceFen: Fen
}

export interface TermsDraft {
  goodsId: number
  priceFen: Fen
  persons: number
  hours: number
  refundTo: 0 | 1
  levels?: Level[] | undefined
  endsAt: Date
}

const MOST_PERSONS = 200
const MOST_HOURS = 24 * 30

/** New terms for a product, in place of those before; groups under way keep theirs. Refuses what does not work out. */
export async function setTerms(tx: Tx, merchantId: number, draft: TermsDraft, now: Date): Promise<number> {
  const goods = await tx
    .selectFrom('goods')
    .select('min_price_fen')
    .where('merchant_id', '=', merchantId)
    .where('id', '=', draft.goodsId)
    .executeTakeFirst()
  if (!goods) throw new Refusal('goodsGone')
  const { priceFen, persons, hours, endsAt } = draft
  const levels = (draft.levels ?? []).toSorted((a, b) => a.from - b.from)
  if (priceFen < 0 || priceFen >= goods.min_price_fen)
    throw new Refusal('pingtuanTermsWrong', '拼团价应低于单独购买的价格')
  if (persons < 2 || persons > MOST_PERSONS)
    throw new Refusal('pingtuanTermsWrong', `成团人数应为 2 到 ${MOST_PERSONS}`)
  if (hours < 1 || hours > MOST_HOURS) throw new Refusal('pingtuanTermsWrong', `成团时限应为 1 到 ${MOST_HOURS} 小时`)
  if (endsAt <= now) throw new Refusal('pingtuanTermsWrong', '截止时间应在以后')
  const falls = [{ from: 0, priceFen }, ...levels]
  if (falls.some((level, i) => i > 0 && !isBelow(level, falls[i - 1])))
    throw new Refusal('pingtuanTermsWrong', '多级价格应一级比一级低，销量一级比一级高')
  await tx
    .updateTable('pingtuan_sets')
    .set({ is_stopped: 1, updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('goods_id', '=', draft.goodsId)
    .where('is_stopped', '=', 0)
    .execute()
  const terms = await tx
    .insertInto('pingtuan_sets')
    .values({
      merchant_id: merchantId,
      goods_id: draft.goodsId,
      price_fen: priceFen,
      persons,
      hours,
      refund_type: draft.refundTo,
      levels_json: writeJson(levels),
      ends_at: endsAt.getTime(),
      created_at: now.getTime(),
      updated_at: now.getTime(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await keepOneOpen(tx, terms, now)
  await refreshGroupOffer(tx, merchantId, draft.goodsId, now)
  const payload = { goodsId: draft.goodsId }
  await enqueue(tx, { merchantId, kind: 'endPingtuan', key: `pingtuan:${terms.id}`, payload, runAt: endsAt }, now)
  return terms.id
}

const isBelow = (level: Level, before: Level | undefined): boolean =>
  before !== undefined && level.from > before.from && level.priceFen < before.priceFen && level.priceFen >= 0

/** No new groups from now on; those under way go on. Answers whether there was something to stop. */
export async function stopTerms(tx: Tx, merchantId: number, id: number, now: Date): Promise<boolean> {
  const goodsId = await stopTermsIn(tx, 'pingtuan_sets', merchantId, id, now)
  if (goodsId) await refreshGroupOffer(tx, merchantId, goodsId, now)
  return goodsId !== undefined
}

/** Lists of goods are kept, so a date that has passed must change a row. */
export async function endPingtuan(
  { merchantId, payload: { goodsId } }: Job<'endPingtuan'>,
  { transaction, clock }: Services,
): Promise<void> {
  await transaction(tx => refreshGroupOffer(tx, merchantId, goodsId, clock.now()))
}

/** What lists and pages show as the group's price, or none. */
export async function refreshGroupOffer(tx: Tx, merchantId: number, goodsId: number, now: Date): Promise<void> {
  const terms = await currentTerms(tx, merchantId, goodsId)
  const price = terms && !isOver(terms, now) ? priceNow(terms) : null
  await tx
    .updateTable('goods')
    .set({ pingtuan_price_fen: price })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', goodsId)
    .execute()
  touch(tx, merchantId, 'catalogue', [goodsId])
}

export const levelsOf = ({ levels_json, price_fen }: TermsRow): Level[] => [
  { from: 0, priceFen: price_fen },
  ...readJson<Level[]>(levels_json),
]

/** The price of the cheapest choice by what was sold so far. */
export const priceNow = (terms: TermsRow): Fen =>
  levelsOf(terms).findLast(({ from }) => from <= terms.number_sold)?.priceFen ?? terms.price_fen

/** The newest of a product, which may be over. */
export const currentTerms = (db: Db, merchantId: number, goodsId: number): Promise<TermsRow | undefined> =>
  db
    .selectFrom('pingtuan_sets')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('goods_id', '=', goodsId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const findTerms = (db: Db, merchantId: number, id: number): Promise<TermsRow | undefined> =>
  db
    .selectFrom('pingtuan_sets')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The newest of each product that has some, with the groups of all its terms counted. */
export async function listTerms(db: Db, merchantId: number, goodsIds?: readonly number[]) {
  const newest = await db
    .selectFrom('pingtuan_sets')
    .select(({ fn }) => fn.max('id').as('id'))
    .where('merchant_id', '=', merchantId)
    .$if(goodsIds !== undefined, query => query.where('goods_id', 'in', [...(goodsIds ?? []), 0]))
    .groupBy('goods_id')
    .execute()
  if (newest.length === 0) return []
  const ids = newest.map(({ id }) => id)
  const terms = await db
    .selectFrom('pingtuan_sets')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('id', 'in', ids)
    .orderBy('id', 'desc')
    .execute()
  const counts = await db
    .selectFrom('teams')
    .select(['goods_id', 'status'])
    .select(({ fn }) => [fn.countAll<number>().as('teams'), fn.sum<number | null>('paid').as('orders')])
    .where('merchant_id', '=', merchantId)
    .where(
      'goods_id',
      'in',
      terms.map(({ goods_id }) => goods_id),
    )
    .where('is_visible', '=', 1)
    .where('paid', '>', 0)
    .groupBy(['goods_id', 'status'])
    .execute()
  return terms.map(one => ({ ...one, counts: counts.filter(({ goods_id }) => goods_id === one.goods_id) }))
}
