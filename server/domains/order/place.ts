/** Writing an order down, with the stock that it takes. */
import { randomInt } from 'node:crypto'
import { touch } from '../../cache'
import { LostRace, type Tx } from '../../db/database'
import type { SignedIn } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { enqueue } from '../../jobs/queue'
import { writeJson } from '../../json'
import { spendCoupon } from '../coupon/checkout'
import { spendScore } from '../score/spending'
import { orderAnswer } from './answers'
import type { OrderRequest } from './basket'
import type { Discounted } from './discounts'
import { enforceLimits } from './limits'
import { orderNumber } from './number'
import { markPaid } from './pay'
import type { PricedLine } from './pricing'
import type { Promotion } from './promotion'
import { hashOf, placedBefore } from './repeat'
import type { OrderAddress, OrderRow } from './rows'
import { STATUS, SUPPLY } from './status'
import { takeStock } from './stock'

/** Where the goods go, or are fetched, and what they are taken from beside the stock. */
export interface Destination {
  address: OrderAddress | undefined
  branch: { id: number; name: string } | undefined
  /** What it takes of a promotion. */
  promotion: Promotion
}

/** So many unpaid orders hold stock that others want. */
const MOST_UNPAID = 20

export async function place(
  tx: Tx,
  context: SignedIn,
  request: OrderRequest,
  { price, discounts }: Discounted,
  destination: Destination,
) {
  const { merchant, now } = context
  await refuseHoarding(tx, context)
  const row = await insertOrder(tx, context, request, { price, discounts }, destination)
  if (!row) return firstOrAgain(tx, context, request)
  await destination.promotion.take?.(tx, row.id)
  await enforceLimits(tx, context, price.lines)
  if (discounts.coupon) await spendCoupon(tx, discounts.coupon, row.id, now)
  await takeStock(tx, merchant.id, price.lines)
  await spendScore(tx, row, discounts.score.deduction.score, now)
  const lines = price.lines.map(line => lineRow(row, line, now))
  await tx.insertInto('order_lines').values(lines).execute()
  touch(
    tx,
    merchant.id,
    'catalogue',
    price.lines.map(({ goodsId }) => goodsId),
  )
  if (row.real_fen === 0) return orderAnswer(await paidForNothing(tx, row, now), lines)
  await enqueue(
    tx,
    {
      merchantId: merchant.id,
      kind: 'closeUnpaidOrder',
      key: `order:${row.id}`,
      payload: { orderId: row.id },
      runAt: new Date(row.close_at ?? 0),
    },
    now,
  )
  return orderAnswer(row, lines)
}

/** The row could not be written: this request has placed its order already, or another order drew the same number. */
async function firstOrAgain(tx: Tx, context: SignedIn, request: OrderRequest) {
  const first = await placedBefore(tx, context, request)
  if (!first) throw new LostRace()
  return first
}

async function paidForNothing(tx: Tx, row: OrderRow, now: Date): Promise<OrderRow> {
  const { merchant_id: merchantId, user_id: userId } = row
  const { orders } = await markPaid(tx, { merchantId, userId, orderIds: [row.id], channel: 'free', now })
  return orders[0] ?? row
}

async function insertOrder(
  tx: Tx,
  context: SignedIn,
  request: OrderRequest,
  { price, discounts }: Discounted,
  { address, branch, promotion }: Destination,
): Promise<OrderRow | undefined> {
  const { merchant, user, now, config } = context
  const minutes = request.expireMinutes ?? config.unpaidMinutes
  const shopIds = new Set(price.lines.map(({ shopId }) => shopId))
  const hasSupply = price.lines.some(({ supplyType }) => supplyType !== '')
  return tx
    .insertInto('orders')
    .values({
      merchant_id: merchant.id,
      order_number: orderNumber('OD', now),
      user_id: user.id,
      shop_id: shopIds.size === 1 ? ([...shopIds][0] ?? 0) : 0,
      status: STATUS.unpaid,
      amount_fen: price.goodsFen,
      freight_fen: price.freightFen,
      real_fen: price.realFen,
      parts_json: writeJson(price.parts),
      score_spent: discounts.score.deduction.score,
      goods_number: price.goodsNumber,
      needs_logistics: price.needsLogistics ? 1 : 0,
      has_supply: hasSupply ? 1 : 0,
      supply_state: hasSupply ? SUPPLY.onItsWay : SUPPLY.none,
      delivery: request.peisongType ?? 'kd',
      branch_id: branch?.id ?? 0,
      branch_name: branch?.name ?? '',
      remark: request.remark ?? '',
      address_json: address ? writeJson(address) : null,
      ext_json: writeJson(request.extJsonStr ?? {}),
      hx_number: request.isCanHx ? String(randomInt(1e11, 1e12)) : null,
      kanjia_id: promotion.bargainId ?? null,
      team_id: promotion.teamId ?? null,
      awaits_team: promotion.teamId ? 1 : 0,
      idempotency_key: request.idempotencyKey ?? null,
      input_hash: request.idempotencyKey ? hashOf(request) : '',
      created_at: now.getTime(),
      close_at: now.getTime() + minutes * 60_000,
      updated_at: now.getTime(),
    })
    .onConflict(conflict => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
}

async function refuseHoarding(tx: Tx, { merchant, user }: SignedIn): Promise<void> {
  const { count } = await tx
    .selectFrom('orders')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('merchant_id', '=', merchant.id)
    .where('user_id', '=', user.id)
    .where('status', '=', STATUS.unpaid)
    .executeTakeFirstOrThrow()
  if (count >= MOST_UNPAID) throw new Refusal('tooManyUnpaid')
}

const lineRow = ({ merchant_id, id, user_id }: OrderRow, line: PricedLine, now: Date) => ({
  merchant_id,
  order_id: id,
  user_id,
  goods_id: line.goodsId,
  sku_id: line.skuId,
  goods_name: line.name,
  pic: line.pic,
  pic_color: line.picColor,
  property: [line.property, ...line.additions.map(({ name }) => `+${name}`)].filter(Boolean).join(' '),
  pairs: line.pairs,
  number: line.number,
  unit_fen: line.unitFen,
  amount_fen: line.amountFen,
  paid_fen: line.paidFen,
  original_fen: line.originalFen,
  additions_json: writeJson(line.additions),
  fields_json: writeJson(line.fields),
  bookings_json: writeJson(line.bookings.map(({ day, slot, priceFen }) => ({ day, slot, priceFen }))),
  supply_type: line.supplyType,
  supply_goods_id: line.supplyGoodsId,
  supply_kind: line.supplyKind,
  after_sale: line.afterSale,
  created_at: now.getTime(),
})
