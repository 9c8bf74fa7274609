/**
 * What distributors and teams earn: booked unsettled when an order is paid, theirs when it is complete, taken back with refunds. The
 * ledger holds what is unsettled in an account of its own.
 */
import type { Selectable } from 'kysely'
import { type Fen, fen } from '../../../contract/money'
import type { Tx } from '../../db/database'
import type { FxCommissionTable } from '../../db/tables'
import { type Account, book, lockedBalance, type Transfer, userAccount } from '../../ledger/ledger'
import { CHAIN, earnedBy, type PaidOrder } from './earning'

export type CommissionRow = Selectable<FxCommissionTable>

export const COMMISSION = { unsettled: 0, settled: 1, gone: 2 } as const
export const COMMISSION_TEXTS: Readonly<Record<number, string>> = { 0: '待结算', 1: '已结算', 2: '已退回' }

export const unsettledAccount = (userId: number): Account => `user:${userId}:commission`

/** In the transaction in which orders are paid, before any of them may be complete. */
export async function holdCommission(
  tx: Tx,
  merchantId: number,
  orders: readonly PaidOrder[],
  now: Date,
): Promise<void> {
  const transfers: Transfer[] = []
  for (const order of orders) {
    const rows = await earnedBy(tx, order, now)
    if (rows.length === 0) continue
    const booked = await tx.insertInto('fx_commissions').values(rows).returningAll().execute()
    for (const sellerId of sellersIn(booked)) transfers.push(heldTransfer(order, sellerId, ofSeller(booked, sellerId)))
  }
  await book(tx, merchantId, now, transfers)
}

const ofSeller = (rows: readonly CommissionRow[], sellerId: number): number =>
  sumOf(rows.filter(({ seller_id }) => seller_id === sellerId).map(leftOf))

/** In the transaction in which an order becomes complete. What is owed from before is kept back first. */
export async function settleCommission(tx: Tx, order: PaidOrder, now: Date): Promise<void> {
  const rows = await tx
    .updateTable('fx_commissions')
    .set({ state: COMMISSION.settled })
    .where('merchant_id', '=', order.merchant_id)
    .where('order_id', '=', order.id)
    .where('state', '=', COMMISSION.unsettled)
    .returningAll()
    .execute()
  const transfers: Transfer[] = []
  for (const sellerId of sellersIn(rows)) {
    const due = ofSeller(rows, sellerId)
    if (due === 0) continue
    const kept = await takeOwed(tx, order.merchant_id, sellerId, due)
    const isTeam = rows.every(({ seller_id, level }) => seller_id !== sellerId || level > CHAIN.length)
    transfers.push(settledTransfer(order, sellerId, { due, kept, about: isTeam ? '团队佣金' : '分销佣金' }))
  }
  await book(tx, order.merchant_id, now, transfers)
}

export const leftOf = ({ amount_fen, returned_fen }: Pick<CommissionRow, 'amount_fen' | 'returned_fen'>): number =>
  amount_fen - returned_fen

export const sellersIn = (rows: readonly CommissionRow[]): number[] =>
  [...new Set(rows.map(({ seller_id }) => seller_id))].sort((a, b) => a - b)

/** Answers how much of it is kept. */
async function takeOwed(tx: Tx, merchantId: number, sellerId: number, most: number): Promise<number> {
  const row = await tx
    .updateTable('fx_debts')
    .set(({ ref }) => ({ owed_fen: ref('owed_fen') }))
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', sellerId)
    .returning('owed_fen')
    .executeTakeFirst()
  const kept = Math.min(row?.owed_fen ?? 0, most)
  if (kept > 0) await addOwed(tx, merchantId, sellerId, -kept)
  return kept
}

const addOwed = (tx: Tx, merchantId: number, userId: number, amount: number) =>
  tx
    .insertInto('fx_debts')
    .values({ merchant_id: merchantId, user_id: userId, owed_fen: fen(amount) })
    .onConflict(conflict =>
      conflict
        .columns(['merchant_id', 'user_id'])
        .doUpdateSet(({ eb, ref }) => ({ owed_fen: eb('fx_debts.owed_fen', '+', ref('excluded.owed_fen')) })),
    )
    .execute()

interface GivenLine {
  id: number
  number: number
  taken: number
}

/** When goods were given back: the same part of what they earned goes. `lines`: how many pieces of each are back by now. */
export async function unwindCommission(
  tx: Tx,
  order: PaidOrder,
  { refundId, lines }: { refundId: number; lines: readonly GivenLine[] },
  now: Date,
): Promise<void> {
  const rows = await tx
    .updateTable('fx_commissions')
    .set(({ ref }) => ({ state: ref('state') }))
    .where('merchant_id', '=', order.merchant_id)
    .where('order_id', '=', order.id)
    .returningAll()
    .execute()
  const back = rows.map(row => ({ row, ...backOf(row, lines) })).filter(({ due, base }) => due > 0 || base > 0)
  for (const { row, due, base } of back) {
    const isGone = row.state === COMMISSION.unsettled && leftOf(row) === due
    await tx
      .updateTable('fx_commissions')
      .set({
        returned_fen: fen(row.returned_fen + due),
        base_returned_fen: fen(row.base_returned_fen + base),
        ...(isGone && { state: COMMISSION.gone }),
      })
      .where('merchant_id', '=', row.merchant_id)
      .where('id', '=', row.id)
      .execute()
  }
  const transfers: Transfer[] = []
  for (const sellerId of sellersIn(back.map(({ row }) => row))) {
    const own = back.filter(({ row }) => row.seller_id === sellerId)
    const total = (isSettled: boolean) =>
      sumOf(own.filter(({ row }) => (row.state === COMMISSION.settled) === isSettled).map(({ due }) => due))
    const unsettled = total(false)
    const settled = total(true)
    const there = settled > 0 ? await lockedBalance(tx, order.merchant_id, userAccount(sellerId), 'CNY') : 0
    const taken = Math.min(settled, there)
    if (settled > taken) await addOwed(tx, order.merchant_id, sellerId, settled - taken)
    if (unsettled + taken > 0) transfers.push(backTransfer(order, refundId, sellerId, unsettled, taken))
  }
  await book(tx, order.merchant_id, now, transfers)
}

/** What goes back now of a row, and of what it was counted from. Whole lines go back to the fen. */
function backOf(row: CommissionRow, lines: readonly GivenLine[]): { due: number; base: number } {
  const line = lines.find(({ id }) => id === row.order_line_id)
  if (!line || line.taken === 0) return { due: 0, base: 0 }
  const part = (whole: number) => Math.floor((whole * line.taken) / line.number)
  return { due: part(row.amount_fen) - row.returned_fen, base: part(row.base_fen) - row.base_returned_fen }
}

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)

const movement = (order: PaidOrder, key: string, about: string, moves: ReadonlyArray<[Account, number]>): Transfer => ({
  key,
  kind: 'commission',
  about: `${about} 订单 ${order.order_number}`,
  ref: String(order.id),
  entries: moves
    .filter(([, amount]) => amount !== 0)
    .map(([account, amount]) => ({ account, unit: 'CNY' as const, amount: amount as Fen })),
})

const heldTransfer = (order: PaidOrder, sellerId: number, amount: number): Transfer =>
  movement(order, `order:${order.id}:commission:${sellerId}`, '待结算佣金', [
    [unsettledAccount(sellerId), amount],
    ['shop:commission', -amount],
  ])

interface Settled {
  due: number
  kept: number
  about: string
}

const settledTransfer = (order: PaidOrder, sellerId: number, { due, kept, about }: Settled): Transfer =>
  movement(order, `order:${order.id}:commission:${sellerId}:settled`, about, [
    [unsettledAccount(sellerId), -due],
    [userAccount(sellerId), due - kept],
    ['shop:commission', kept],
  ])

const backTransfer = (order: PaidOrder, refundId: number, sellerId: number, unsettled: number, taken: number) =>
  movement(order, `refund:${refundId}:commission:${sellerId}`, '退款收回佣金', [
    [unsettledAccount(sellerId), -unsettled],
    [userAccount(sellerId), -taken],
    ['shop:commission', unsettled + taken],
  ])
