import { fen } from '../../../contract/money'
import { Refusal } from '../../http/refusal'
import type { ActionKind, NextAction, Payer } from '../pay/next-actions'
import { type Bill, discountFor, listDiscounts, payBill, refuseUnknownBranch } from './bill'

/** Type 4: pays a bill; `money` is what it says before discounts. */
export const payBillOnline: ActionKind = {
  async amountOf(db, payer, action) {
    const { money, merchantId, shopId } = billOf(payer, action)
    await refuseUnknownBranch(db, merchantId, shopId)
    return fen(money - discountFor(money, await listDiscounts(db, merchantId)))
  },
  async run(tx, payer, action, now) {
    return (await payBill(tx, billOf(payer, action), now)).transfers
  },
}

function billOf({ merchantId, userId }: Payer, { money, shopId = 0 }: NextAction): Bill {
  if (!money) throw new Refusal('payAmountWrong')
  return { merchantId, userId, money, shopId }
}
