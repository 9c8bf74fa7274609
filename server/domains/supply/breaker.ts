/** Stops the sale of a supplier's goods while it cannot deliver, in all shops, and lets it go on again. */
import { raiseAlarm } from '../../alarms'
import { touch } from '../../cache'
import type { Tx } from '../../db/database'
import { GatewayError } from '../../gateways/error'
import { enqueue, hurry } from '../../jobs/queue'
import type { Services } from '../../services'
import { changeAccount, findAccount, lockAccount } from './account'

export const STOP_TEXTS = {
  credentials: '供货商说账号信息不对',
  noApiRight: '供货商账号没有 API 权限',
  frozen: '供货商账号被冻结',
  balanceShort: '供货商余额不足，请充值',
  unreachable: '供货商连续联系不上',
  unknowns: '结果不明的购买太多',
  keeper: '店主暂停',
} as const

export type StopReason = keyof typeof STOP_TEXTS

/** Refusals that are about the account: the next purchase would fare no better. */
const ACCOUNT_TROUBLES: readonly string[] = ['credentials', 'noApiRight', 'frozen', 'balanceShort']
/** A reading call finds out whether these are over; the others are for a person. */
const FOUND_OUT_BY_READING: readonly StopReason[] = ['credentials', 'noApiRight', 'frozen', 'unreachable']

/** So many failed calls in a row are no accident. */
const MOST_FAILURES = 5
const MOST_UNKNOWN = 3
const CHECK_EVERY_MS = 5 * 60_000
const AGAIN_MS = 10_000

/** Purchases wait and goods show as sold out, from this transaction on. Answers whether sale had been going on. */
export async function stopSale(tx: Tx, supplier: string, reason: StopReason, now: Date): Promise<boolean> {
  const account = await lockAccount(tx, supplier, now)
  if (account.stopped_reason) return false
  await changeAccount(tx, account, { stopped_reason: reason, stopped_at: now.getTime() })
  for (const merchantId of await shopsOf(tx)) await moveStock(tx, merchantId, supplier, 'hold')
  const merchantId = account.merchant_id
  const key = `supplier:stopped:${now.getTime()}`
  await raiseAlarm(tx, { merchantId, key, text: `${STOP_TEXTS[reason]}，供货商品已停售，已付款的订单在等待。` }, now)
  if (FOUND_OUT_BY_READING.includes(reason)) await planCheck(tx, merchantId, supplier, now)
  return true
}

/** Sale goes on, and what waited is bought now. Answers whether it had been stopped. */
export async function resumeSale(tx: Tx, supplier: string, now: Date): Promise<boolean> {
  const account = await lockAccount(tx, supplier, now)
  if (!account.stopped_reason) return false
  await changeAccount(tx, account, { stopped_reason: '', stopped_at: null, failures: 0 })
  for (const merchantId of await shopsOf(tx)) await moveStock(tx, merchantId, supplier, 'release')
  await hurryPurchases(tx, now)
  // Those that found sale stopped a moment ago, and are being put back for much later, are hurried a little later.
  await planCheck(tx, account.merchant_id, supplier, now, AGAIN_MS)
  return true
}

/** What waits to be bought is due now. */
export async function hurryPurchases(tx: Tx, now: Date): Promise<void> {
  for (const merchantId of await shopsOf(tx)) await hurry(tx, { merchantId, kind: 'buySupply' }, now)
}

export async function planCheck(
  tx: Tx,
  merchantId: number,
  supplier: string,
  now: Date,
  afterMs = CHECK_EVERY_MS,
): Promise<void> {
  const runAt = new Date(now.getTime() + afterMs)
  const key = `${supplier}:${runAt.getTime()}`
  await enqueue(tx, { merchantId, kind: 'checkSupplier', key, payload: { supplier }, runAt }, now)
}

/** What a failed call says of the supplier. */
export async function noteTrouble({ transaction, clock }: Services, supplier: string, error: unknown): Promise<void> {
  if (!(error instanceof GatewayError)) return
  const { code, sent } = error
  const now = clock.now()
  if (ACCOUNT_TROUBLES.includes(code)) {
    await transaction(tx => stopSale(tx, supplier, code as StopReason, now))
  } else if (sent !== 'yes') {
    await transaction(async tx => {
      const account = await lockAccount(tx, supplier, now)
      await changeAccount(tx, account, { failures: account.failures + 1 })
      if (account.failures + 1 >= MOST_FAILURES) await stopSale(tx, supplier, 'unreachable', now)
    })
  }
}

/** The supplier has answered: failures before were no row. */
export async function noteAnswer({ db, transaction, clock }: Services, supplier: string): Promise<void> {
  if (!(await findAccount(db, supplier))?.failures) return
  await transaction(async tx => changeAccount(tx, await lockAccount(tx, supplier, clock.now()), { failures: 0 }))
}

/** Several purchases that nobody knows the end of: something is wrong over there. */
export async function stopWhenManyUnknown(tx: Tx, supplier: string, now: Date): Promise<void> {
  if ((await countUnknown(tx, supplier)) >= MOST_UNKNOWN) await stopSale(tx, supplier, 'unknowns', now)
}

/** The other way round, when one of them was cleared up. */
export async function resumeWhenFewUnknown(tx: Tx, supplier: string, now: Date): Promise<void> {
  const account = await lockAccount(tx, supplier, now)
  if (account.stopped_reason === 'unknowns' && (await countUnknown(tx, supplier)) < MOST_UNKNOWN)
    await resumeSale(tx, supplier, now)
}

async function countUnknown(tx: Tx, supplier: string): Promise<number> {
  const { count } = await tx
    .selectFrom('supply_purchases')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('merchant_id', 'in', ({ selectFrom }) => selectFrom('merchants').select('merchants.id'))
    .where('supplier', '=', supplier)
    .where('state', '=', 'unknown')
    .executeTakeFirstOrThrow()
  return Number(count)
}

async function shopsOf(tx: Tx): Promise<number[]> {
  const rows = await tx.selectFrom('merchants').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** Stock on hold is beside the shelf: every answer that names a stock says none, and no order can take it. */
async function moveStock(tx: Tx, merchantId: number, supplier: string, where: 'hold' | 'release'): Promise<void> {
  const moved = await tx
    .updateTable('skus')
    .set(({ ref, eb, val }) =>
      where === 'hold'
        ? { held_stock: ref('stock'), stock: 0 }
        : { stock: eb('stock', '+', ref('held_stock')) as never, held_stock: val(null) },
    )
    .where('merchant_id', '=', merchantId)
    .where('held_stock', where === 'hold' ? 'is' : 'is not', null)
    .where('goods_id', 'in', ({ selectFrom }) =>
      selectFrom('goods')
        .select('goods.id')
        .where('goods.merchant_id', '=', merchantId)
        .where('supply_type', '=', supplier),
    )
    .returning('goods_id')
    .execute()
  const ids = [...new Set(moved.map(({ goods_id }) => goods_id))]
  if (ids.length) touch(tx, merchantId, 'catalogue', ids)
}
