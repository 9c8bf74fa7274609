/**
 * Finding out what became of a purchase whose answer was lost, by looking at the supplier's orders. It is not known whether
 * they show what we bought at all, so finding proves something and not finding proves nothing: that is for two persons.
 */
import { yuanText } from '../../../contract/money'
import { raiseAlarm } from '../../alarms'
import type { Db, Tx } from '../../db/database'
import { GatewayError } from '../../gateways/error'
import type { Weilian, WeilianOrder } from '../../gateways/weilian'
import { enqueue, type Job } from '../../jobs/queue'
import { readJson } from '../../json'
import type { Services } from '../../services'
import { resumeWhenFewUnknown } from './breaker'
import { fits } from './matching'
import { noteSupply } from './order-state'
import { followParcel } from './parcels'
import { findPurchase, mobileOf, move, type PurchaseRow } from './purchases'

const MINUTE_MS = 60_000
/** After the call was sent: then every six hours for a week. */
const LOOKS_AFTER_MS = [MINUTE_MS / 2, 2 * MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, 60 * MINUTE_MS]
const THEN_EVERY_MS = 6 * 60 * MINUTE_MS
const MOST_LOOKS = LOOKS_AFTER_MS.length + 28
const TOLD_AT_LOOK = 3
/** The first look a day later. */
const DAY_OLD_AT_LOOK = LOOKS_AFTER_MS.length + 4

/** In the transaction that makes a purchase unknown. */
export async function planLook(tx: Tx, purchase: PurchaseRow, looks: number, now: Date): Promise<void> {
  if (looks >= MOST_LOOKS) return
  const { merchant_id: merchantId, id: purchaseId } = purchase
  const last = LOOKS_AFTER_MS.at(-1) ?? 0
  const afterMs = LOOKS_AFTER_MS[looks] ?? last + (looks - LOOKS_AFTER_MS.length + 1) * THEN_EVERY_MS
  const runAt = new Date(Math.max((purchase.sent_at ?? now.getTime()) + afterMs, now.getTime()))
  const key = `purchase:${purchaseId}:${purchase.attempts}:${looks}`
  await enqueue(tx, { merchantId, kind: 'reconcileSupply', key, payload: { purchaseId }, runAt }, now)
}

export async function reconcileSupply(job: Job<'reconcileSupply'>, services: Services): Promise<void> {
  const { db, transaction, gateways, clock, log } = services
  const purchase = await findPurchase(db, job.merchantId, job.payload.purchaseId)
  if (purchase?.state !== 'unknown' || !gateways.weilian) return
  const seen = await look(db, gateways.weilian, purchase, mobileOf(purchase, gateways)).catch(error => {
    if (!(error instanceof GatewayError)) throw error
    log.warn({ err: error, purchase: purchase.id }, 'the orders of the supplier could not be read')
    return { sure: [], possible: [] }
  })
  const [only, ...others] = seen.sure
  if (only && others.length === 0 && !(await isRivalled(db, purchase))) return settleFound(services, purchase, only)
  await transaction(tx => noteLook(tx, purchase, seen, clock.now()))
}

interface Seen {
  /** Orders that are like this purchase in all that the supplier tells, and no other's. */
  sure: WeilianOrder[]
  /** The same without a time: a hint for a person, no more. */
  possible: WeilianOrder[]
}

async function look(db: Db, weilian: Weilian, purchase: PurchaseRow, mobile: string): Promise<Seen> {
  const sent = { ...purchase, mobile, fields: readJson<Record<string, string>>(purchase.fields_json) }
  const orders = await weilian.orders()
  const mall = await weilian.mallOrders()
  const all = [...orders, ...mall.filter(({ id }) => !orders.some(order => order.id === id))]
  const alike = all.filter(order => fits(order, sent) !== 'no')
  const ids = alike.map(({ id }) => id)
  const claimed = await claimedIds(db, purchase.supplier, ids)
  const free = alike.filter(({ id }) => !claimed.has(id))
  return {
    sure: free.filter(order => fits(order, sent) === 'yes'),
    possible: free.filter(order => fits(order, sent) === 'maybe'),
  }
}

async function claimedIds(db: Db, supplier: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('supply_purchases')
    .select('supplier_order_id')
    .where('merchant_id', 'in', ({ selectFrom }) => selectFrom('merchants').select('merchants.id'))
    .where('supplier', '=', supplier)
    .where('supplier_order_id', 'in', [...ids])
    .execute()
  return new Set(rows.flatMap(({ supplier_order_id }) => supplier_order_id ?? []))
}

/** Another purchase that is not settled either could be the one that was found. */
async function isRivalled(db: Db, purchase: PurchaseRow): Promise<boolean> {
  const rival = await db
    .selectFrom('supply_purchases')
    .select('id')
    .where('merchant_id', 'in', ({ selectFrom }) => selectFrom('merchants').select('merchants.id'))
    .where('supplier', '=', purchase.supplier)
    .where('state', 'in', ['sending', 'unknown'])
    .where('id', '!=', purchase.id)
    .where('quantity', '=', purchase.quantity)
    .where('cost_fen', '=', purchase.cost_fen)
    .where('mobile', '=', purchase.mobile)
    .where('fields_json', '=', purchase.fields_json)
    .executeTakeFirst()
  return rival !== undefined
}

/** It was bought. Card codes are not in the supplier's list: a person brings them from its back office. */
async function settleFound(services: Services, purchase: PurchaseRow, order: WeilianOrder): Promise<void> {
  const { transaction, clock } = services
  const hasCodes = purchase.goods_kind === 0
  const note = hasCodes ? '供货商已出货，卡密待补录' : '在供货商的订单里找到'
  await transaction(async tx => {
    const now = clock.now()
    const outcome = { note, supplier_order_id: order.id }
    if (!(await move(tx, purchase, ['unknown'], hasCodes ? 'incomplete' : 'bought', now, outcome))) return
    await noteSupply(tx, purchase.merchant_id, purchase.order_id, now)
    await resumeWhenFewUnknown(tx, purchase.supplier, now)
    if (!hasCodes) return followParcel(tx, purchase, now)
    const text = `购买 #${purchase.id} 供货商其实已经出货（订单 ${order.id}），请到供货商后台取出卡密，用 weilian resolve 补录。`
    await raiseAlarm(tx, { merchantId: purchase.merchant_id, key: `purchase:${purchase.id}:found`, text }, now)
  })
}

async function noteLook(tx: Tx, purchase: PurchaseRow, seen: Seen, now: Date): Promise<void> {
  const looks = purchase.looks + 1
  const note = noteFor(seen)
  const { numUpdatedRows } = await tx
    .updateTable('supply_purchases')
    .set({ looks, ...(note && { note }) })
    .where('merchant_id', '=', purchase.merchant_id)
    .where('id', '=', purchase.id)
    .where('state', '=', 'unknown')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  if (looks === TOLD_AT_LOOK || looks === DAY_OLD_AT_LOOK) await tell(tx, purchase, looks, now)
  await planLook(tx, purchase, looks, now)
}

const noteFor = ({ sure, possible }: Seen): string =>
  sure.length
    ? `供货商有 ${sure.length} 张相似的订单，分不清是哪张`
    : possible.length
      ? `mallorder 里有可能是它的订单：${possible
          .slice(0, 3)
          .map(({ id }) => id)
          .join('、')}`
      : ''

function tell(tx: Tx, { merchant_id: merchantId, id, cost_fen }: PurchaseRow, looks: number, now: Date): Promise<void> {
  const age = looks === TOLD_AT_LOOK ? '' : '一天过去，'
  const amount = cost_fen === null ? '' : `（¥${yuanText(cost_fen)}）`
  const text = `${age}购买 #${id}${amount} 仍然结果不明，供货商的订单里没有认出它。请到供货商后台核对，再用 weilian resolve 了结。`
  return raiseAlarm(tx, { merchantId, key: `purchase:${id}:unknown:${looks}`, text }, now)
}
