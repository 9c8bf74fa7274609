/** How much of a product a shopper may buy in a time. */
import { dayOf, parseTime } from '../../../contract/time'
import type { Db, Tx } from '../../db/database'
import type { SignedIn } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { listLimitations } from '../goods/store'
import type { BasketLine } from './basket'

/** Start of the running period in Beijing: `duration` calendar days, months or years, this one included. Pure. */
export function periodStart(now: Date, duration: number, unit: number): Date {
  const [year = 0, month = 1, day = 1] = dayOf(now).split('-').map(Number)
  const back = Math.max(duration, 1) - 1
  const start =
    unit === 0
      ? new Date(Date.UTC(year, month - 1, day - back))
      : unit === 1
        ? new Date(Date.UTC(year, month - 1 - back, 1))
        : new Date(Date.UTC(year - back, 0, 1))
  return parseTime(start.toISOString().slice(0, 10))
}

/** Refuses lines beyond their limit. Takes a lock for limited goods, so that two orders at once count each other. */
export async function enforceLimits(tx: Tx, context: SignedIn, lines: readonly BasketLine[]): Promise<void> {
  const { merchant, now } = context
  for (const goodsId of limitedGoods(lines)) {
    await tx
      .updateTable('goods')
      .set({ updated_at: now.getTime() })
      .where('merchant_id', '=', merchant.id)
      .where('id', '=', goodsId)
      .execute()
  }
  await checkLimits(tx, context, lines)
}

/** The same for a price that reserves nothing. */
export async function checkLimits(db: Db, context: SignedIn, lines: readonly BasketLine[]): Promise<void> {
  const { merchant, user, now } = context
  for (const goodsId of limitedGoods(lines)) {
    const wanted = lines.filter(line => line.goodsId === goodsId)
    const name = wanted[0]?.name ?? '该商品'
    const rules = await rulesFor(db, merchant.id, goodsId, user.levelId ?? 0)
    if (rules.length === 0) throw new Refusal('limitLevel', `${name} 仅限指定会员购买`)
    for (const { sku_id, buy_numbers, duration, unit } of rules) {
      const counted = wanted.filter(line => sku_id === 0 || sku_id === line.skuId)
      if (counted.length === 0) continue
      const number = counted.reduce((sum, line) => sum + line.number, 0)
      const before = await boughtSince(db, merchant.id, user.id, goodsId, sku_id, periodStart(now, duration, unit))
      if (before + number > buy_numbers) throw new Refusal('limitReached', `${name} 每人限购 ${buy_numbers} 件`)
    }
  }
}

const limitedGoods = (lines: readonly BasketLine[]): number[] =>
  [...new Set(lines.filter(({ hasLimitation }) => hasLimitation).map(({ goodsId }) => goodsId))].sort((a, b) => a - b)

/** Those of the shopper's own level, or else those of shoppers without one. */
async function rulesFor(db: Db, merchantId: number, goodsId: number, levelId: number) {
  const rules = await listLimitations(db, merchantId, goodsId)
  const own = rules.filter(rule => rule.level_id === levelId)
  return own.length ? own : rules.filter(rule => rule.level_id === 0)
}

async function boughtSince(
  db: Db,
  merchantId: number,
  userId: number,
  goodsId: number,
  skuId: number,
  since: Date,
): Promise<number> {
  const row = await db
    .selectFrom('order_lines as line')
    .innerJoin('orders', join =>
      join.onRef('orders.merchant_id', '=', 'line.merchant_id').onRef('orders.id', '=', 'line.order_id'),
    )
    .select(({ fn }) => fn.sum<number | null>('line.number').as('number'))
    .where('line.merchant_id', '=', merchantId)
    .where('line.user_id', '=', userId)
    .where('line.goods_id', '=', goodsId)
    .$if(skuId !== 0, query => query.where('line.sku_id', '=', skuId))
    .where('line.created_at', '>=', since.getTime())
    .where('orders.status', '!=', -1)
    .executeTakeFirst()
  return Number(row?.number ?? 0)
}
