/** Reviews, with the people, orders and money behind them, so that the demo's books balance too. */
import { type Fen, fen, toFen } from '../../contract/money'
import { DAY_MS } from '../../contract/time'
import { orderNumber } from '../../server/domains/order/number'
import { STATUS } from '../../server/domains/order/status'
import { insertUser } from '../../server/domains/user/users'
import { writeJson } from '../../server/json'
import { book, userAccount } from '../../server/ledger/ledger'
import type { DemoCatalog, DemoGoods, DemoReview } from './catalog/types'
import type { Seeding } from './seed'

/** Answers the people, in the order of the catalogue. */
export async function seedReviews(
  seeding: Seeding,
  { goods, reviewers }: DemoCatalog,
  goodsIds: Map<string, number>,
): Promise<number[]> {
  const { tx, merchantId, now, picture } = seeding
  const userIds: number[] = []
  for (const { nick, avatar, province, city } of reviewers) {
    const user = await insertUser(
      tx,
      merchantId,
      { source: 0, nick, avatarUrl: picture(avatar), province, city },
      new Date(now.getTime() - 200 * DAY_MS),
    )
    userIds.push(user.id)
  }
  for (const product of goods) {
    const goodsId = goodsIds.get(product.key) ?? 0
    for (const review of product.reviews ?? [])
      await seedReview(seeding, product, goodsId, userIds[review.user] ?? 0, review)
    await countReviews(seeding, goodsId, product.reviews ?? [])
  }
  return userIds
}

async function seedReview(
  { tx, merchantId, now, picture }: Seeding,
  product: DemoGoods,
  goodsId: number,
  userId: number,
  review: DemoReview,
): Promise<void> {
  const at = now.getTime() - review.daysAgo * DAY_MS
  const price = toFen(product.price)
  const order = await tx
    .insertInto('orders')
    .values({
      merchant_id: merchantId,
      order_number: orderNumber('OD', new Date(at - 7 * DAY_MS)),
      user_id: userId,
      status: STATUS.reviewed,
      amount_fen: price,
      freight_fen: fen(0),
      real_fen: price,
      goods_number: 1,
      needs_logistics: product.freight ? 1 : 0,
      ext_json: '{}',
      pay_channel: 'wechatpay',
      created_at: at - 7 * DAY_MS,
      paid_at: at - 7 * DAY_MS,
      shipped_at: at - 6 * DAY_MS,
      received_at: at - 3 * DAY_MS,
      reviewed_at: at,
      updated_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const line = await tx
    .insertInto('order_lines')
    .values({
      merchant_id: merchantId,
      order_id: order.id,
      user_id: userId,
      goods_id: goodsId,
      sku_id: 0,
      goods_name: product.name,
      pic: picture(product.picture),
      pic_color: product.ground,
      property: (review.property ?? '').replaceAll(',', ' ').replaceAll(':', '：'),
      number: 1,
      unit_fen: price,
      amount_fen: price,
      paid_fen: price,
      original_fen: price,
      additions_json: '[]',
      fields_json: '[]',
      created_at: at - 7 * DAY_MS,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await book(tx, merchantId, new Date(at - 7 * DAY_MS), moneyBehind(order.id, userId, price))
  await tx
    .insertInto('reviews')
    .values({
      merchant_id: merchantId,
      order_line_id: line.id,
      order_id: order.id,
      goods_id: goodsId,
      user_id: userId,
      rating: review.rating,
      stars: review.stars,
      remark: review.text,
      pics_json: writeJson((review.pictures ?? []).map(picture)),
      reply: review.reply ?? '',
      created_at: at,
    })
    .execute()
}

export const moneyBehind = (orderId: number, userId: number, price: Fen) => [
  {
    key: `demo:${orderId}:received`,
    kind: 'recharge' as const,
    about: '在线支付',
    ref: String(orderId),
    entries: [
      { account: userAccount(userId), unit: 'CNY' as const, amount: price },
      { account: 'shop:wechatpay' as const, unit: 'CNY' as const, amount: -price },
    ],
  },
  {
    key: `order:${orderId}:paid`,
    kind: 'orderPaid' as const,
    about: '支付订单',
    ref: String(orderId),
    entries: [
      { account: userAccount(userId), unit: 'CNY' as const, amount: -price },
      { account: 'shop:sales' as const, unit: 'CNY' as const, amount: price },
    ],
  },
]

async function countReviews(
  { tx, merchantId }: Seeding,
  goodsId: number,
  reviews: readonly DemoReview[],
): Promise<void> {
  await tx
    .updateTable('goods')
    .set({ review_count: reviews.length, good_review_count: reviews.filter(({ rating }) => rating === 2).length })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', goodsId)
    .execute()
}
