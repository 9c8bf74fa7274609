/**
 * An order of the hosted service stands among our own orders as one that was paid elsewhere, so that purchases, codes and the
 * shop keeper's tools know one kind of order. Only what a supplier delivers is copied.
 */
import { fen, splitFen } from '../../../../contract/money'
import { type Db, LostRace, type Tx } from '../../../db/database'
import type { UpstreamLine, UpstreamOrder } from '../../../gateways/wxapi'
import { Refusal } from '../../../http/refusal'
import { writeJson } from '../../../json'
import type { Services } from '../../../services'
import { orderNumber } from '../../order/number'
import type { FilledField, OrderAddress } from '../../order/rows'
import { PAID_ELSEWHERE, STATUS, SUPPLY } from '../../order/status'
import { noteSupply } from '../order-state'
import { planPurchases } from '../plan'
import { stopPlanned } from '../stop'
import { buyerOf } from './buyer'
import { isVouchedLately, vouch, wakePlanned } from './fresh'
import { type Link, linksFor, PHYSICAL } from './links'
import { holdPlanned } from './money'

export interface Mirror {
  orderId: number
  userId: number
  checkedAt: number
  /** Our lines by those of the hosted service. */
  lineIds: ReadonlyMap<string, number>
}

/** What is known of an order. Refuses `orderUnknown` when the hosted service now says that it is somebody else's. */
export async function findMirror(db: Db, merchantId: number, seen: UpstreamOrder): Promise<Mirror | undefined> {
  const row = await db
    .selectFrom('upstream_orders as mirror')
    .innerJoin('orders', join =>
      join.onRef('orders.merchant_id', '=', 'mirror.merchant_id').onRef('orders.id', '=', 'mirror.order_id'),
    )
    .innerJoin('user_identities as buyer', join =>
      join.onRef('buyer.merchant_id', '=', 'orders.merchant_id').onRef('buyer.user_id', '=', 'orders.user_id'),
    )
    .select(['mirror.order_id', 'mirror.checked_at', 'orders.user_id', 'buyer.subject'])
    .where('mirror.merchant_id', '=', merchantId)
    .where('mirror.upstream_id', '=', seen.id)
    .executeTakeFirst()
  if (!row) return undefined
  if (row.subject !== buyerOf.subject(seen)) throw new Refusal('orderUnknown')
  const lines = await db
    .selectFrom('upstream_lines')
    .select(['upstream_id', 'order_line_id'])
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', row.order_id)
    .execute()
  const lineIds = new Map(lines.map(({ upstream_id, order_line_id }) => [upstream_id, order_line_id]))
  return { orderId: row.order_id, userId: row.user_id, checkedAt: row.checked_at, lineIds }
}

/** Plans what is due, once for each line however many ask at once. Answers nothing where no supplier has a part. */
export async function mirrorOrder(
  { db, transaction, clock }: Pick<Services, 'db' | 'transaction' | 'clock'>,
  merchantId: number,
  seen: UpstreamOrder,
  known: Mirror | undefined,
): Promise<Mirror | undefined> {
  const now = clock.now()
  if (seen.status === STATUS.closed) {
    if (known) await transaction(tx => stopPlanned(tx, merchantId, [...known.lineIds.values()], now))
    return known
  }
  if (seen.isRefunded) {
    // Asked back or in part given back, which part nobody says: nothing more is begun.
    if (known) await transaction(tx => holdPlanned(tx, merchantId, known.orderId, now))
    return known
  }
  const links = await linksFor(db, merchantId, seen.lines)
  if (known && [...links.keys()].every(({ id }) => known.lineIds.has(id))) {
    if (!isVouchedLately(known, now)) await transaction(tx => vouchAndWake(tx, merchantId, known.orderId, now))
    return known
  }
  if (links.size === 0) return undefined
  return transaction(async tx => {
    const orderId = await insertOrder(tx, merchantId, seen, links, now)
    await insertLines(tx, merchantId, orderId, seen, links, now)
    await planPurchases(tx, merchantId, [orderId], now)
    await noteSupply(tx, merchantId, orderId, now)
    await vouch(tx, merchantId, orderId, now)
    return findMirror(tx, merchantId, seen)
  })
}

async function vouchAndWake(tx: Tx, merchantId: number, orderId: number, now: Date): Promise<void> {
  await vouch(tx, merchantId, orderId, now)
  await wakePlanned(tx, merchantId, orderId, now)
}

/** Of several who ask at once one writes the order; the others throw `LostRace` and find it. */
async function insertOrder(
  tx: Tx,
  merchantId: number,
  seen: UpstreamOrder,
  links: ReadonlyMap<UpstreamLine, Link>,
  now: Date,
): Promise<number> {
  const known = await lockMirror(tx, merchantId, seen.id, now)
  if (known !== undefined) return known
  const at = now.getTime()
  const needsParcel = [...links.values()].some(({ kind }) => kind === PHYSICAL)
  const { id } = await tx
    .insertInto('orders')
    .values({
      merchant_id: merchantId,
      // Two services may draw the same number.
      order_number: orderNumber('UP', now),
      user_id: await buyerOf.user(tx, merchantId, seen, now),
      status: STATUS.paid,
      pay_channel: PAID_ELSEWHERE,
      paid_at: at,
      amount_fen: fen(seen.lines.reduce((sum, { amountFen }) => sum + amountFen, 0)),
      freight_fen: seen.freightFen,
      real_fen: seen.realFen,
      goods_number: [...links.keys()].reduce((sum, { number }) => sum + number, 0),
      needs_logistics: needsParcel ? 1 : 0,
      has_supply: 1,
      supply_state: SUPPLY.onItsWay,
      remark: `托管服务订单 ${seen.number}`.slice(0, 200),
      address_json: seen.address ? writeJson(addressFrom(seen.address)) : null,
      ext_json: '{}',
      created_at: at,
      updated_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('upstream_orders')
    .values({ merchant_id: merchantId, upstream_id: seen.id, order_id: id, checked_at: at })
    .onConflict(conflict => conflict.columns(['merchant_id', 'upstream_id']).doNothing())
    .executeTakeFirstOrThrow()
  if (!numInsertedOrUpdatedRows) throw new LostRace()
  return id
}

async function lockMirror(tx: Tx, merchantId: number, upstreamId: string, now: Date): Promise<number | undefined> {
  const row = await tx
    .updateTable('upstream_orders')
    .set({ checked_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('upstream_id', '=', upstreamId)
    .returning('order_id')
    .executeTakeFirst()
  return row?.order_id
}

/** The hosted service tells regions in words; ours are numbers. All of it goes where the street stands. */
const addressFrom = ({ linkMan, mobile, place }: NonNullable<UpstreamOrder['address']>): OrderAddress => ({
  linkMan,
  mobile,
  address: place,
  code: '',
  province_id: '',
  city_id: '',
  district_id: '',
  street_id: '',
})

async function insertLines(
  tx: Tx,
  merchantId: number,
  orderId: number,
  seen: UpstreamOrder,
  links: ReadonlyMap<UpstreamLine, Link>,
  now: Date,
): Promise<void> {
  const { user_id } = await tx
    .selectFrom('orders')
    .select('user_id')
    .where('merchant_id', '=', merchantId)
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow()
  const known = await tx
    .selectFrom('upstream_lines')
    .select('upstream_id')
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', orderId)
    .execute()
  const paid = paidFor(seen)
  for (const [line, link] of links) {
    if (known.some(({ upstream_id }) => upstream_id === line.id)) continue
    const { id } = await tx
      .insertInto('order_lines')
      .values({
        merchant_id: merchantId,
        order_id: orderId,
        user_id,
        goods_id: 0,
        sku_id: 0,
        goods_name: line.name.slice(0, 200),
        property: line.choice.slice(0, 200),
        number: line.number,
        unit_fen: fen(Math.floor(line.amountFen / line.number)),
        amount_fen: line.amountFen,
        paid_fen: paid.get(line) ?? fen(0),
        original_fen: line.amountFen,
        additions_json: '[]',
        fields_json: writeJson(fieldsOf(link, seen.told)),
        supply_type: link.supplier,
        supply_goods_id: link.supplierGoodsId,
        supply_kind: link.kind,
        created_at: now.getTime(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('upstream_lines')
      .values({ merchant_id: merchantId, order_id: orderId, upstream_id: line.id, order_line_id: id })
      .execute()
  }
}

/** What the buyer paid for each line: the whole without the freight, shared by their prices, and never more than a price. */
function paidFor({ lines, realFen, freightFen }: UpstreamOrder): Map<UpstreamLine, ReturnType<typeof fen>> {
  const amounts = lines.map(({ amountFen }) => amountFen)
  const whole = fen(
    Math.min(
      Math.max(realFen - freightFen, 0),
      amounts.reduce((sum, one) => sum + one, 0),
    ),
  )
  const parts = splitFen(whole, amounts)
  return new Map(lines.map((line, i) => [line, fen(Math.min(parts[i] ?? 0, line.amountFen))]))
}

const fieldsOf = ({ fields }: Link, told: Readonly<Record<string, string>>): FilledField[] =>
  fields.flatMap(name => (told[name] ? [{ key: name, label: name, value: told[name].slice(0, 200) }] : []))
