/**
 * What we know of our money at a supplier. There is no way to ask for it: it is seen in the answers of purchases alone. When
 * none is under way, the lowest balance seen must be the one before less all that was bought; what is missing went into
 * something that we know nothing of.
 */
import { type Fen, fen, toFen, yuanText } from '../../../contract/money'
import { raiseAlarm } from '../../alarms'
import type { Tx } from '../../db/database'
import { settingOf } from '../site/settings'
import { changeAccount, lockAccount, type SupplyAccount } from './account'

/** `start` and `bought` are what we know, `deviation` is what the supplier took without a word, `toppedUp` what came in. */
export type EntryKind = 'start' | 'bought' | 'deviation' | 'toppedUp'

export interface Spent {
  merchantId: number
  purchaseId: number
  costFen: Fen
  /** What the supplier said was left, if it did. */
  balanceFen: Fen | undefined
}

interface Entry {
  kind: EntryKind
  amountFen: number
  balanceFen?: number | undefined
  shopId?: number
  purchaseId?: number
  note?: string
}

/** Setting, in yuan: below it a person is asked to top up. */
const LOW_WATER = { key: 'weilian_low_water', yuan: 100 }

/** A call has come back, or never will. The account is even again when it was the last one under way. */
export async function endSending(tx: Tx, supplier: string, spent: Spent | undefined, now: Date): Promise<void> {
  const account = await lockAccount(tx, supplier, now)
  const after = {
    in_flight: account.in_flight - 1,
    pending_spent_fen: fen(account.pending_spent_fen + (spent?.costFen ?? 0)),
    pending_low_fen: lowest(account.pending_low_fen, spent?.balanceFen),
  }
  if (spent) {
    const { costFen, balanceFen, merchantId: shopId, purchaseId } = spent
    await write(tx, account, { kind: 'bought', amountFen: -costFen, balanceFen, shopId, purchaseId }, now)
  }
  const isQuiet = after.in_flight === 0 && after.pending_low_fen !== null
  await changeAccount(tx, account, after)
  if (isQuiet) await even(tx, { ...account, ...after }, now)
}

const lowest = (known: Fen | null, seen: Fen | undefined): Fen | null =>
  seen === undefined ? known : known === null || seen < known ? seen : known

/** Nothing is under way: what should be there is held against what is. */
async function even(tx: Tx, account: SupplyAccount, now: Date): Promise<void> {
  const seen = account.pending_low_fen ?? fen(0)
  const expected = account.balance_fen === null ? undefined : account.balance_fen - account.pending_spent_fen
  if (expected === undefined) {
    const before = seen + account.pending_spent_fen
    await write(tx, account, { kind: 'start', amountFen: before, balanceFen: before }, now)
  } else if (seen !== expected) {
    await noteDeviation(tx, account, seen - expected, seen, now)
  }
  const isLow = seen < (await lowWater(tx, account))
  if (isLow && !account.is_low_told) {
    const text = `供货商余额只剩 ¥${yuanText(seen)}，请充值。`
    await raiseAlarm(tx, { merchantId: account.merchant_id, key: `supplier:low:${now.getTime()}`, text }, now)
  }
  await changeAccount(tx, account, {
    balance_fen: seen,
    pending_spent_fen: fen(0),
    pending_low_fen: null,
    is_low_told: isLow ? 1 : 0,
  })
}

async function lowWater(tx: Tx, { merchant_id }: SupplyAccount): Promise<number> {
  const text = (await settingOf(tx, merchant_id, LOW_WATER.key)) ?? ''
  return toFen(/^\d{1,8}(\.\d{1,2})?$/.test(text) ? Number(text) : LOW_WATER.yuan)
}

/** More than expected was topped up; less is money that went into something unknown to us. */
async function noteDeviation(tx: Tx, account: SupplyAccount, amountFen: number, balanceFen: number, now: Date) {
  const kind = amountFen > 0 ? 'toppedUp' : 'deviation'
  const suspects = amountFen < 0 ? await unknownPurchases(tx, account.supplier) : []
  const note = suspects.map(({ id, cost_fen }) => `#${id} ¥${yuanText(cost_fen ?? fen(0))}`).join(' ')
  await write(tx, account, { kind, amountFen, balanceFen, note }, now)
  if (amountFen > 0) return
  const about = note ? `结果不明的购买：${note}` : '没有结果不明的购买，可能是供货商涨价，或有一笔我们不知道的购买'
  const text = `供货商余额比账面少 ¥${yuanText(fen(-amountFen))}。${about}。请到供货商后台核对。`
  await raiseAlarm(tx, { merchantId: account.merchant_id, key: `supplier:deviation:${now.getTime()}`, text }, now)
}

const unknownPurchases = (tx: Tx, supplier: string) =>
  tx
    .selectFrom('supply_purchases')
    .select(['id', 'cost_fen'])
    .where('merchant_id', 'in', ({ selectFrom }) => selectFrom('merchants').select('merchants.id'))
    .where('supplier', '=', supplier)
    .where('state', '=', 'unknown')
    .orderBy('id')
    .limit(10)
    .execute()

/** The shop keeper has paid money in: the next purchase will show it, and nothing is missing or too much then. */
export async function topUp(tx: Tx, supplier: string, amountFen: Fen, note: string, now: Date): Promise<void> {
  const account = await lockAccount(tx, supplier, now)
  if (account.balance_fen === null) return
  const balanceFen = fen(account.balance_fen + amountFen)
  await write(tx, account, { kind: 'toppedUp', amountFen, balanceFen, note }, now)
  await changeAccount(tx, account, { balance_fen: balanceFen })
}

async function write(
  tx: Tx,
  { merchant_id, supplier }: SupplyAccount,
  { kind, amountFen, balanceFen, shopId = 0, purchaseId, note = '' }: Entry,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('supply_entries')
    .values({
      merchant_id,
      supplier,
      kind,
      amount_fen: fen(amountFen),
      balance_fen: balanceFen === undefined ? null : fen(balanceFen),
      shop_id: shopId,
      purchase_id: purchaseId ?? null,
      note,
      created_at: now.getTime(),
    })
    .execute()
}
