/** Bills (买单): what is bought in the shop itself is paid from the balance, with the shop's discounts. */
import Type from 'typebox'
import { alias, get, post } from './define'
import { Flag, IdOrNone, optional, PaidYuan, row, Text, Token, Yuan } from './fields'
import { IdempotencyKey } from './level'

const payBillV2 = post('api:/{subDomain}/payBill/pay', {
  about: 'Pay a bill from the balance; `calculate` only tells what it comes to',
  args: {
    token: Token,
    money: PaidYuan,
    calculate: optional(Flag),
    pwd: optional(Text),
    shopId: optional(IdOrNone),
    idempotencyKey: optional(IdempotencyKey),
  },
  data: Type.Object({ realMoney: Yuan, discounts: Yuan, orderNumber: optional(Text) }),
  refuses: ['balanceShort', 'billBranchUnknown', 'payPasswordWrong', 'passwordLocked'],
})

export const paybill = {
  payBillDiscounts: get('api:/{subDomain}/payBill/discounts', {
    about: 'What bills are reduced by: from `consume` on, `discounts` less; `loop`: for each full `consume`',
    data: Type.Array(row('BillDiscount', { consume: Yuan, discounts: Yuan, loop: Flag, openScenePay: Flag })),
  }),
  payBillV2,
  payBill: alias(payBillV2, { order: ['token', 'money', 'pwd'] }),
}
