import type { ErrorName } from '../../../contract/errors'
import type { Input } from '../../../contract/index'
import type { order } from '../../../contract/order'
import { touch } from '../../cache'
import type { Db, Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { writeJson } from '../../json'
import { type Check, mustWait, UNCHECKED } from '../content/check'
import { hold } from '../content/held'
import { storedUrl } from '../file/stored-url'
import { rewardReviews } from '../score/rewards'
import { STATUS } from './status'

type Reputation = Input<typeof order.orderReputation>['postJsonString']['reputations'][number]

const GOOD = 2
const STARS: Record<number, number> = { 0: 1, 1: 3, 2: 5 }

export interface Reviewing {
  merchantId: number
  userId: number
  orderId: number
  reputations: readonly Reputation[]
  /** What WeChat said of the words, by order line. */
  checkById?: ReadonlyMap<number, Check>
  origin: string
  now: Date
}

/** Writes the reviews of an order's lines, each once. When the last line has one, the order is done. */
export async function reviewOrder(
  tx: Tx,
  { merchantId, userId, orderId, reputations, checkById, origin, now }: Reviewing,
): Promise<void> {
  // Locks the order: two reviews at once would each miss that the other makes it complete.
  const order = await tx
    .updateTable('orders')
    .set({ updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', orderId)
    .where('user_id', '=', userId)
    .where('status', '=', STATUS.received)
    .returning('id')
    .executeTakeFirst()
  if (!order) throw new Refusal(await whyNotReviewable(tx, merchantId, userId, orderId))
  const lines = await tx
    .selectFrom('order_lines')
    .select(['id', 'goods_id'])
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', orderId)
    .execute()
  for (const reputation of reputations) {
    const line = lines.find(({ id }) => id === reputation.id)
    if (!line) throw new Refusal('orderUnknown')
    const check = checkById?.get(line.id) ?? UNCHECKED
    await insertReview(tx, { merchantId, userId, orderId, origin, now }, line.goods_id, reputation, check)
  }
  const lineIds = reputations.filter(({ reputation }) => reputation === GOOD).map(({ id }) => id)
  await rewardReviews(tx, merchantId, { userId, lineIds }, now)
  const { count } = await tx
    .selectFrom('reviews')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', orderId)
    .executeTakeFirstOrThrow()
  if (count === lines.length) {
    await tx
      .updateTable('orders')
      .set({ status: STATUS.reviewed, reviewed_at: now.getTime(), updated_at: now.getTime() })
      .where('merchant_id', '=', merchantId)
      .where('id', '=', orderId)
      .where('status', '=', STATUS.received)
      .execute()
  }
}

async function whyNotReviewable(db: Db, merchantId: number, userId: number, orderId: number): Promise<ErrorName> {
  const order = await db
    .selectFrom('orders')
    .select('status')
    .where('merchant_id', '=', merchantId)
    .where('id', '=', orderId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  if (!order) return 'orderUnknown'
  return order.status === STATUS.reviewed ? 'alreadyReviewed' : 'orderNotFinished'
}

async function insertReview(
  tx: Tx,
  { merchantId, userId, orderId, origin, now }: Omit<Reviewing, 'reputations'>,
  goodsId: number,
  { id, reputation, reputationNumber, remark = '', pics = [] }: Reputation,
  check: Check,
): Promise<void> {
  const pictures = pics.map(pic => storedUrl(pic, origin))
  const isHeld = mustWait(check, pictures)
  const inserted = await tx
    .insertInto('reviews')
    .values({
      merchant_id: merchantId,
      order_line_id: id,
      order_id: orderId,
      goods_id: goodsId,
      user_id: userId,
      rating: reputation,
      stars: reputationNumber ?? STARS[reputation] ?? 5,
      remark,
      pics_json: writeJson(pictures),
      is_held: Number(isHeld),
      created_at: now.getTime(),
    })
    .onConflict(conflict => conflict.columns(['merchant_id', 'order_line_id']).doNothing())
    .returning('order_line_id')
    .executeTakeFirst()
  if (!inserted) throw new Refusal('alreadyReviewed')
  if (isHeld) await hold(tx, { merchantId, userId, kind: 'review', refId: id, text: remark, pictures, check }, now)
  else await countReview(tx, merchantId, goodsId, reputation)
}

/** A review that was held is seen by everybody from now on, and counts. */
export async function showReview(tx: Tx, merchantId: number, lineId: number): Promise<void> {
  const review = await tx
    .updateTable('reviews')
    .set({ is_held: 0 })
    .where('merchant_id', '=', merchantId)
    .where('order_line_id', '=', lineId)
    .where('is_held', '=', 1)
    .returning(['goods_id', 'rating'])
    .executeTakeFirst()
  if (review) await countReview(tx, merchantId, review.goods_id, review.rating)
}

async function countReview(tx: Tx, merchantId: number, goodsId: number, rating: number): Promise<void> {
  await tx
    .updateTable('goods')
    .set(({ eb }) => ({
      review_count: eb('review_count', '+', 1),
      good_review_count: eb('good_review_count', '+', rating === GOOD ? 1 : 0),
    }))
    .where('merchant_id', '=', merchantId)
    .where('id', '=', goodsId)
    .execute()
  touch(tx, merchantId, 'catalogue', [goodsId])
}
