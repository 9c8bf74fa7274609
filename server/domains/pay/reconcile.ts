/**
 * A provider's bill of a day against our books: what it says came and went back, each by its number, and what we booked that it
 * does not know. One bill may be that of several shops under one account: lines of others are none of our business.
 */
import type { Selectable } from 'kysely'
import { type Fen, fen, yuanText } from '../../../contract/money'
import { DAY_MS, parseTime } from '../../../contract/time'
import { raiseAlarm } from '../../alarms'
import type { Db, Tx } from '../../db/database'
import type { ReconciliationTable } from '../../db/tables'
import type { BillLine } from '../../gateways/bill'
import { writeJson } from '../../json'
import type { PayProvider } from '../../ledger/ledger'
import { PAYMENT } from './payments'
import { titleOf } from './providers'

export type ReconciliationRow = Selectable<ReconciliationTable>

export const DIFFERENCES = {
  paidUnknown: '账单上有收款，本店没有入账 / in the bill, not in our books',
  paidAmount: '收款金额不同 / another amount came',
  paidMissing: '本店已入账，账单上没有 / in our books, not in the bill',
  refundUnknown: '账单上有退款，本店没有记录 / a refund that we do not know',
  refundAmount: '退款金额不同 / another amount went back',
  refundMissing: '本店已退款，账单上没有 / a refund that the bill does not know',
} as const

export interface Difference {
  kind: keyof typeof DIFFERENCES
  number: string
  /** What the bill says, and what we say. */
  bill?: number | undefined
  books?: number | undefined
}

/** Compares, keeps the report, and calls a person when it is not clean. The same day again replaces the report. */
export async function reconcile(
  tx: Tx,
  { merchantId, provider, day }: { merchantId: number; provider: PayProvider; day: string },
  bill: readonly BillLine[],
  now: Date,
): Promise<ReconciliationRow> {
  const books = await booksOf(tx, merchantId, provider, day, bill)
  const own = bill.filter(({ outTradeNo }) => books.known.has(outTradeNo))
  const differences = [...paidDifferences(own, books), ...refundDifferences(own, books)]
  const report = {
    lines: own.length,
    paid_fen: sumOf(own, 'paid'),
    refunded_fen: sumOf(own, 'refund'),
    differences_json: writeJson(differences),
    checked_at: now.getTime(),
  }
  const row = await tx
    .insertInto('reconciliations')
    .values({ merchant_id: merchantId, provider, day, ...report })
    .onConflict(conflict => conflict.columns(['merchant_id', 'provider', 'day']).doUpdateSet(report))
    .returningAll()
    .executeTakeFirstOrThrow()
  if (differences.length > 0) {
    const text = `${titleOf(provider)} ${day} 的账单与本店有 ${differences.length} 处不同，用 reconcile ${day} 查看。`
    await raiseAlarm(tx, { merchantId, key: `reconcile:${provider}:${day}`, text }, now)
  }
  return row
}

const sumOf = (lines: readonly BillLine[], kind: BillLine['kind']): Fen =>
  fen(lines.filter(line => line.kind === kind).reduce((sum, { amountFen }) => sum + amountFen, 0))

interface Books {
  /** Every number of ours that the bill names or the day holds. */
  known: Set<string>
  /** Booked money by payment number; `inDay` when it was booked on that very day. */
  paid: Map<string, { amountFen: number; inDay: boolean }>
  /** Money given back by refund number. */
  refunds: Map<string, { amountFen: number; isDone: boolean; inDay: boolean }>
}

async function booksOf(
  db: Db,
  merchantId: number,
  provider: string,
  day: string,
  bill: readonly BillLine[],
): Promise<Books> {
  const from = parseTime(day).getTime()
  const until = from + DAY_MS
  const isIn = (at: number | null) => at !== null && at >= from && at < until
  const named = new Set(bill.map(({ outTradeNo }) => outTradeNo))
  const payments = (
    await db
      .selectFrom('payments')
      .select(['id', 'out_trade_no', 'amount_fen', 'state', 'paid_at', 'back_state', 'updated_at'])
      .where('merchant_id', '=', merchantId)
      .where('provider', '=', provider)
      .execute()
  ).filter(({ out_trade_no, paid_at, updated_at }) => named.has(out_trade_no) || isIn(paid_at) || isIn(updated_at))
  const refunds = await db
    .selectFrom('refunds')
    .innerJoin('payments', join =>
      join.onRef('payments.merchant_id', '=', 'refunds.merchant_id').onRef('payments.id', '=', 'refunds.payment_id'),
    )
    .select(['refunds.refund_no', 'refunds.online_fen', 'refunds.money_state', 'refunds.ended_at'])
    .where('refunds.merchant_id', '=', merchantId)
    .where('payments.provider', '=', provider)
    .where('refunds.online_fen', '>', fen(0))
    .execute()
  const returned = payments.filter(({ back_state }) => back_state !== '' && back_state !== 'failed')
  return {
    known: new Set(payments.map(({ out_trade_no }) => out_trade_no)),
    paid: new Map(
      payments
        .filter(({ state }) => state === PAYMENT.paid)
        .map(row => [row.out_trade_no, { amountFen: row.amount_fen, inDay: isIn(row.paid_at) }]),
    ),
    refunds: new Map([
      ...refunds.map(
        row =>
          [
            row.refund_no,
            { amountFen: row.online_fen, isDone: row.money_state === 'done', inDay: isIn(row.ended_at) },
          ] as const,
      ),
      ...returned.map(
        row =>
          [
            `${row.out_trade_no}B`,
            { amountFen: row.amount_fen, isDone: row.back_state === 'done', inDay: isIn(row.updated_at) },
          ] as const,
      ),
    ]),
  }
}

function paidDifferences(bill: readonly BillLine[], { paid }: Books): Difference[] {
  const lines = new Map(bill.filter(({ kind }) => kind === 'paid').map(line => [line.outTradeNo, line.amountFen]))
  const told = [...lines].flatMap(([number, amountFen]): Difference[] => {
    const booked = paid.get(number)
    if (!booked) return [{ kind: 'paidUnknown', number, bill: amountFen }]
    return booked.amountFen === amountFen
      ? []
      : [{ kind: 'paidAmount', number, bill: amountFen, books: booked.amountFen }]
  })
  const missing = [...paid].filter(([number, { inDay }]) => inDay && !lines.has(number))
  return [
    ...told,
    ...missing.map(([number, { amountFen: books }]) => ({ kind: 'paidMissing' as const, number, books })),
  ]
}

function refundDifferences(bill: readonly BillLine[], { refunds }: Books): Difference[] {
  const lines = new Map(
    bill.filter(({ kind }) => kind === 'refund').map(line => [line.outRefundNo ?? '', line.amountFen]),
  )
  const told = [...lines].flatMap(([number, amountFen]): Difference[] => {
    const booked = refunds.get(number)
    if (!booked) return [{ kind: 'refundUnknown', number, bill: amountFen }]
    return booked.amountFen === amountFen
      ? []
      : [{ kind: 'refundAmount', number, bill: amountFen, books: booked.amountFen }]
  })
  const missing = [...refunds].filter(([number, { isDone, inDay }]) => isDone && inDay && !lines.has(number))
  return [
    ...told,
    ...missing.map(([number, { amountFen: books }]) => ({ kind: 'refundMissing' as const, number, books })),
  ]
}

/** One line for a person. */
export const differenceText = ({ kind, number, bill, books }: Difference): string =>
  `${number}  ${DIFFERENCES[kind]}${bill === undefined ? '' : `  账单 ¥${yuanText(fen(bill))}`}${books === undefined ? '' : `  本店 ¥${yuanText(fen(books))}`}`
