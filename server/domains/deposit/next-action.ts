import { Refusal } from '../../http/refusal'
import type { ActionKind, NextAction, Payer } from '../pay/next-actions'
import { type Paying, payDeposit } from './deposits'

/** Type 5: leaves a deposit. */
export const payDepositOnline: ActionKind = {
  async amountOf(_, payer, action) {
    return payingOf(payer, action).amountFen
  },
  async run(tx, payer, action, now) {
    return (await payDeposit(tx, payingOf(payer, action), now)).transfers
  },
}

function payingOf({ merchantId, userId }: Payer, { amount, refCode, remark }: NextAction): Paying {
  if (!amount) throw new Refusal('payAmountWrong')
  return { merchantId, userId, amountFen: amount, refCode, remark }
}
