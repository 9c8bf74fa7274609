/** Bargains, group buys and flash sales that run, with people in them. */
import { type Fen, fen, toFen } from '../../contract/money'
import { DAY_MS } from '../../contract/time'
import { setLadder, setSale } from '../../server/domains/goods/sales'
import { startBargain } from '../../server/domains/kanjia/bargains'
import { cut } from '../../server/domains/kanjia/help'
import { addSet, findSet } from '../../server/domains/kanjia/sets'
import { orderNumber } from '../../server/domains/order/number'
import { STATUS } from '../../server/domains/order/status'
import { holdPlace, payPlace } from '../../server/domains/pingtuan/places'
import { openTeam } from '../../server/domains/pingtuan/teams'
import { findTerms, setTerms } from '../../server/domains/pingtuan/terms'
import { book } from '../../server/ledger/ledger'
import type { DemoBargain, DemoCatalog, DemoGoods, DemoGroup } from './catalog/types'
import type { Seeding } from './seed'
import { moneyBehind } from './seed-reviews'

const HOUR_MS = 3_600_000

export async function seedPromotions(
  seeding: Seeding,
  { goods, promotions }: DemoCatalog,
  goodsIds: Map<string, number>,
  userIds: readonly number[],
): Promise<void> {
  const { tx, merchantId, now } = seeding
  const idOf = (key: string) => goodsIds.get(key) ?? 0
  const later = (ms: number) => new Date(now.getTime() + ms)
  for (const { goods: key, price, hours } of promotions.sales)
    await setSale(
      tx,
      merchantId,
      { goodsId: idOf(key), priceFen: toFen(price), from: now, until: later(hours * HOUR_MS) },
      now,
    )
  for (const { goods: key, steps } of promotions.ladders) {
    const usual = toFen(goods.find(one => one.key === key)?.price ?? 0)
    const ladder = steps.map(({ number, off }) => ({ number, priceFen: fen(usual - toFen(off)) }))
    await setLadder(tx, merchantId, idOf(key), ladder)
  }
  for (const bargain of promotions.bargains) await seedBargain(seeding, bargain, idOf(bargain.goods), userIds)
  for (const group of promotions.groups) {
    const product = goods.find(({ key }) => key === group.goods)
    if (product) await seedGroup(seeding, group, product, idOf(group.goods), userIds)
  }
}

async function seedBargain(
  { tx, merchantId, now }: Seeding,
  { floor, helpers, quota, days, by, helped = [] }: DemoBargain,
  goodsId: number,
  userIds: readonly number[],
): Promise<void> {
  const endsAt = new Date(now.getTime() + days * DAY_MS)
  const draft = { goodsId, floorFen: toFen(floor), helps: helpers, number: quota, endsAt }
  const set = await findSet(tx, merchantId, await addSet(tx, merchantId, draft, now))
  const owner = by === undefined ? undefined : userIds[by]
  if (!set || owner === undefined) return
  let bargain = await startBargain(tx, set, owner, now)
  for (const helper of helped) {
    const { cut_fen } = await cut(tx, bargain, userIds[helper] ?? 0, '', now)
    const current_price_fen = fen(bargain.current_price_fen - cut_fen)
    bargain = { ...bargain, current_price_fen, help_count: bargain.help_count + 1 }
  }
}

async function seedGroup(
  seeding: Seeding,
  { price, people, hours, days, joined, levels = [] }: DemoGroup,
  product: DemoGoods,
  goodsId: number,
  userIds: readonly number[],
): Promise<void> {
  const { tx, merchantId, now } = seeding
  const draft = {
    goodsId,
    priceFen: toFen(price),
    persons: people,
    hours,
    refundTo: 0 as const,
    levels: levels.map(level => ({ from: level.from, priceFen: toFen(level.price) })),
    endsAt: new Date(now.getTime() + days * DAY_MS),
  }
  const terms = await findTerms(tx, merchantId, await setTerms(tx, merchantId, draft, now))
  const members = joined.flatMap(one => userIds[one] ?? [])
  const [leader] = members
  if (!terms || leader === undefined) return
  const teamId = await openTeam(tx, terms, leader, now)
  for (const userId of members) await seedMember(seeding, product, goodsId, { teamId, userId, priceFen: toFen(price) })
}

/** A place with its paid order and the money behind it, which goes back should the group not be filled. */
async function seedMember(
  { tx, merchantId, now, picture }: Seeding,
  product: DemoGoods,
  goodsId: number,
  { teamId, userId, priceFen }: { teamId: number; userId: number; priceFen: Fen },
): Promise<void> {
  const at = now.getTime()
  const order = await tx
    .insertInto('orders')
    .values({
      ...{ merchant_id: merchantId, order_number: orderNumber('OD', now), user_id: userId, status: STATUS.paid },
      ...{ amount_fen: priceFen, freight_fen: fen(0), real_fen: priceFen, goods_number: 1 },
      ...{ needs_logistics: product.freight ? 1 : 0, ext_json: '{}', pay_channel: 'balance' },
      ...{ team_id: teamId, awaits_team: 1, created_at: at, paid_at: at, updated_at: at },
    })
    .returning(['id', 'merchant_id', 'team_id', 'goods_number'])
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('order_lines')
    .values({
      ...{ merchant_id: merchantId, order_id: order.id, user_id: userId, goods_id: goodsId, sku_id: 0, number: 1 },
      ...{ goods_name: product.name, pic: picture(product.picture), pic_color: product.ground },
      ...{ unit_fen: priceFen, amount_fen: priceFen, paid_fen: priceFen, original_fen: toFen(product.price) },
      ...{ additions_json: '[]', fields_json: '[]', created_at: at },
    })
    .execute()
  await book(tx, merchantId, now, moneyBehind(order.id, userId, priceFen))
  await holdPlace(tx, merchantId, { teamId, userId, orderId: order.id }, now)
  await payPlace(tx, order, now)
}
