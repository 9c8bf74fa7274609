/** What a payment can be for: `nextAction.type`, one line each. Numbers are WXAPI's. */
import type { Fen } from '../../../contract/money'
import type { Db, Tx } from '../../db/database'
import type { Transfer } from '../../ledger/ledger'
import { payOrders } from '../order/next-action'

export interface NextAction {
  type: number
  id?: number[] | undefined
}

export interface Payer {
  merchantId: number
  userId: number
}

export interface ActionKind {
  /** Before any money moves: what the action costs. Refuses what cannot be paid for (any more). */
  amountOf(db: Db, payer: Payer, action: NextAction): Promise<Fen>
  /** In the transaction that credits the payment: does it, and answers the transfers that take the money from the balance. */
  run(tx: Tx, payer: Payer, action: NextAction, now: Date): Promise<Transfer[]>
}

export const nextActions: Readonly<Record<number, ActionKind>> = {
  0: payOrders,
}
