/** Payments that were started, and what became of them. */
import type { Selectable } from 'kysely'
import type { Fen } from '../../../contract/money'
import { type Db, LostRace, type Tx } from '../../db/database'
import type { PaymentTable } from '../../db/tables'
import { writeJson } from '../../json'
import type { PayProvider } from '../../ledger/ledger'
import { orderNumber } from '../order/number'
import type { NextAction } from './next-actions'

export type PaymentRow = Selectable<PaymentTable>

export const PAYMENT = { open: 0, paid: 1, closed: 2 } as const
export const PAYMENT_TEXTS: Record<number, string> = { 0: '未支付', 1: '支付成功', 2: '已关闭' }

/** What became of money that has come, and how its payer reads it. */
export const OUTCOME_TEXTS = {
  done: '支付成功',
  balance: '未能成交，款项已存入余额',
  returning: '未能成交，款项正在原路退回',
  returned: '未能成交，款项已原路退回',
} as const

export function outcomeOf({ outcome, back_state }: PaymentRow): keyof typeof OUTCOME_TEXTS {
  if (outcome === 'done') return 'done'
  if (back_state === 'sending') return 'returning'
  return back_state === 'done' ? 'returned' : 'balance'
}

/** A gateway keeps a prepared payment for two hours. */
const LIFE_MS = 2 * 3_600_000

export interface NewPayment {
  merchantId: number
  userId: number
  channel: string
  provider: PayProvider
  amountFen: Fen
  payName: string
  remark: string
  nextAction: NextAction | undefined
}

export async function insertPayment(tx: Tx, payment: NewPayment, now: Date): Promise<PaymentRow> {
  const row = await tx
    .insertInto('payments')
    .values({
      merchant_id: payment.merchantId,
      out_trade_no: orderNumber('ZF', now),
      user_id: payment.userId,
      channel: payment.channel,
      provider: payment.provider,
      amount_fen: payment.amountFen,
      pay_name: payment.payName,
      remark: payment.remark,
      next_action_json: payment.nextAction ? writeJson(payment.nextAction) : null,
      created_at: now.getTime(),
      expires_at: now.getTime() + LIFE_MS,
      updated_at: now.getTime(),
    })
    .onConflict(conflict => conflict.columns(['merchant_id', 'out_trade_no']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new LostRace()
  return row
}

export const findPayment = (db: Db, merchantId: number, outTradeNo: string): Promise<PaymentRow | undefined> =>
  db
    .selectFrom('payments')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('out_trade_no', '=', outTradeNo)
    .executeTakeFirst()

/** Nobody can pay it any more. A payment that has come stays paid. */
export const markClosed = (tx: Tx, { merchant_id, id }: PaymentRow, now: Date): Promise<unknown> =>
  tx
    .updateTable('payments')
    .set({ state: PAYMENT.closed, updated_at: now.getTime() })
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .where('state', '=', PAYMENT.open)
    .execute()

/** Money came, but not what was asked for. Nothing is booked before a person has looked. */
export const setAside = (tx: Tx, { merchant_id, id }: PaymentRow, now: Date): Promise<unknown> =>
  tx
    .updateTable('payments')
    .set({ state: PAYMENT.closed, outcome: 'amountWrong', updated_at: now.getTime() })
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .where('state', '!=', PAYMENT.paid)
    .execute()
