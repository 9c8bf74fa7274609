/** Money that came and is not what was asked for: nothing is booked, a person is called and decides. */
import type { Selectable } from 'kysely'
import { yuanText } from '../../../contract/money'
import { raiseAlarm } from '../../alarms'
import type { Tx } from '../../db/database'
import type { PaymentQuarantineTable } from '../../db/tables'
import { Refusal } from '../../http/refusal'
import { book, type PayProvider, userAccount } from '../../ledger/ledger'
import type { PaymentRow } from './payments'
import type { Received } from './port'
import { titleOf } from './providers'

export type QuarantineRow = Selectable<PaymentQuarantineTable>

/** In the words of the shop keeper's tool. */
export const REASONS = {
  unknown: '没有这笔支付单 / no such payment',
  payee: '收款账号不是本店的 / not our account',
  currency: '币种不是人民币 / not in yuan',
  amount: '金额与支付单不同 / another amount',
  twice: '这笔支付单已经付过，这是又一笔交易 / paid before, by another transaction',
} as const
export type Reason = keyof typeof REASONS

/** Told again, or found again by a query, it is one row and one alarm. */
export async function quarantine(
  tx: Tx,
  merchantId: number,
  received: Received,
  { reason, payment }: { reason: Reason; payment: PaymentRow | undefined },
  now: Date,
): Promise<void> {
  const { provider, transactionId, outTradeNo, amountFen, currency } = received
  const row = await tx
    .insertInto('payment_quarantine')
    .values({
      merchant_id: merchantId,
      provider,
      transaction_id: transactionId,
      out_trade_no: outTradeNo,
      payment_id: payment?.id ?? null,
      reason,
      amount_fen: amountFen,
      currency,
      received_at: now.getTime(),
    })
    .onConflict(conflict => conflict.columns(['merchant_id', 'provider', 'transaction_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return
  const text = `${titleOf(provider)}收到一笔对不上的款项，支付单 ${outTradeNo}，${yuanText(amountFen)} ${currency}：${REASONS[reason]}。用 payments quarantine 查看，payments resolve ${row.id} 处理。`
  await raiseAlarm(tx, { merchantId, key: `quarantine:${row.id}`, text }, now)
}

/**
 * A person has looked. `isCredited`: the money is the payer's and goes to their balance; otherwise it was dealt with
 * elsewhere. Refuses `payUnknown` when it is not open, or when nobody is known to credit.
 */
export async function resolveQuarantine(
  tx: Tx,
  merchantId: number,
  id: number,
  { note, isCredited }: { note: string; isCredited: boolean },
  now: Date,
): Promise<QuarantineRow> {
  const row = await tx
    .updateTable('payment_quarantine')
    .set(({ ref }) => ({ resolved_at: now.getTime(), note, ...(isCredited && { credited_fen: ref('amount_fen') }) }))
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .where('resolved_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new Refusal('payUnknown')
  if (isCredited) await credit(tx, row, now)
  return row
}

async function credit(tx: Tx, row: QuarantineRow, now: Date): Promise<void> {
  const { merchant_id: merchantId, amount_fen: amount, transaction_id: transactionId } = row
  const provider = row.provider as PayProvider
  const payment = await tx
    .selectFrom('payments')
    .select('user_id')
    .where('merchant_id', '=', merchantId)
    .where('id', '=', row.payment_id ?? 0)
    .executeTakeFirst()
  if (!payment || row.currency !== 'CNY') throw new Refusal('payUnknown')
  const booked = await book(tx, merchantId, now, [
    {
      // The key under which it would have been booked: money that was set right meanwhile is not counted twice.
      key: `${provider}:${transactionId}`,
      kind: 'recharge',
      about: '店家核对后入账',
      ref: row.out_trade_no,
      entries: [
        { account: userAccount(payment.user_id), unit: 'CNY', amount },
        { account: `shop:${provider}`, unit: 'CNY', amount: -amount },
      ],
    },
  ])
  if (booked.size === 0) throw new Refusal('payUnknown')
}
