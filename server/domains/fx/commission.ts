/**
 * What distributors earn: booked unsettled when an order is paid, theirs when it is complete, taken back with refunds. The
 * ledger holds what is unsettled in an account of its own.
 */
import type { Selectable } from 'kysely'
import { atRate, type Fen, fen } from '../../../contract/money'
import type { Db, Tx } from '../../db/database'
import type { FxCommissionTable } from '../../db/tables'
import { type Account, book, lockedBalance, type Transfer, userAccount } from '../../ledger/ledger'
import { sellerOf } from './belonging'
import { isSeller, termsOf } from './sellers'

export type CommissionRow = Selectable<FxCommissionTable>

export const COMMISSION = { unsettled: 0, settled: 1, gone: 2 } as const
export const COMMISSION_TEXTS: Readonly<Record<number, string>> = { 0: '待结算', 1: '已结算', 2: '已退回' }

export const unsettledAccount = (userId: number): Account => `user:${userId}:commission`

interface PaidOrder {
  merchant_id: number
  id: number
  user_id: number
  order_number: string
}

/** In the transaction in which orders are paid, before any of them may be complete. */
export async function holdCommission(
  tx: Tx,
  merchantId: number,
  orders: readonly PaidOrder[],
  now: Date,
): Promise<void> {
  const terms = await termsOf(tx, merchantId)
  const rates = [terms.rate1_bp, terms.rate2_bp, terms.rate3_bp]
  if (rates.every(rate => rate === 0)) return
  const transfers: Transfer[] = []
  for (const order of orders) {
    const sellers = await sellersAbove(tx, merchantId, order.user_id, rates)
    if (sellers.length === 0) continue
    const rows = await earnedBy(tx, order, sellers, now)
    if (rows.length === 0) continue
    await tx.insertInto('fx_commissions').values(rows).execute()
    for (const { sellerId } of sellers) {
      const amount = sumOf(rows.filter(({ seller_id }) => seller_id === sellerId).map(({ amount_fen }) => amount_fen))
      if (amount > 0) transfers.push(heldTransfer(order, sellerId, amount))
    }
  }
  await book(tx, merchantId, now, transfers)
}

interface Earner {
  sellerId: number
  level: number
  rate: number
}

/** Up the chain, as long as distributors are in it. Nobody earns by what they buy themselves. */
async function sellersAbove(db: Db, merchantId: number, buyerId: number, rates: readonly number[]): Promise<Earner[]> {
  const earners: Earner[] = []
  let current = await sellerOf(db, merchantId, buyerId)
  for (const [i, rate] of rates.entries()) {
    if (current === undefined || current === buyerId) break
    if (rate > 0 && (await isSeller(db, merchantId, current))) earners.push({ sellerId: current, level: i + 1, rate })
    current = await sellerOf(db, merchantId, current)
  }
  return earners
}

/** Of what was paid for each line, without freight. */
async function earnedBy(db: Db, order: PaidOrder, earners: readonly Earner[], now: Date) {
  const lines = await db
    .selectFrom('order_lines')
    .select(['id', 'paid_fen'])
    .where('merchant_id', '=', order.merchant_id)
    .where('order_id', '=', order.id)
    .orderBy('id')
    .execute()
  return lines.flatMap(line =>
    earners
      .map(({ sellerId, level, rate }) => ({
        merchant_id: order.merchant_id,
        order_id: order.id,
        order_line_id: line.id,
        buyer_id: order.user_id,
        seller_id: sellerId,
        level,
        rate_bp: rate,
        base_fen: line.paid_fen,
        amount_fen: atRate(line.paid_fen, rate),
        created_at: now.getTime(),
      }))
      .filter(({ amount_fen }) => amount_fen > 0),
  )
}

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
    const due = sumOf(rows.filter(({ seller_id }) => seller_id === sellerId).map(leftOf))
    if (due === 0) continue
    const kept = await takeOwed(tx, order.merchant_id, sellerId, due)
    transfers.push(settledTransfer(order, sellerId, due, kept))
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
    .updateTable('fx_sellers')
    .set(({ ref }) => ({ owed_fen: ref('owed_fen') }))
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', sellerId)
    .returning('owed_fen')
    .executeTakeFirst()
  const kept = Math.min(row?.owed_fen ?? 0, most)
  if (kept > 0) await addOwed(tx, merchantId, sellerId, -kept)
  return kept
}

const addOwed = (tx: Tx, merchantId: number, sellerId: number, amount: number) =>
  tx
    .updateTable('fx_sellers')
    .set(({ eb }) => ({ owed_fen: eb('owed_fen', '+', fen(amount)) }))
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', sellerId)
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

const settledTransfer = (order: PaidOrder, sellerId: number, amount: number, kept: number): Transfer =>
  movement(order, `order:${order.id}:commission:${sellerId}:settled`, '分销佣金', [
    [unsettledAccount(sellerId), -amount],
    [userAccount(sellerId), amount - kept],
    ['shop:commission', kept],
  ])

const backTransfer = (order: PaidOrder, refundId: number, sellerId: number, unsettled: number, taken: number) =>
  movement(order, `refund:${refundId}:commission:${sellerId}`, '退款收回佣金', [
    [unsettledAccount(sellerId), -unsettled],
    [userAccount(sellerId), -taken],
    ['shop:commission', unsettled + taken],
  ])
