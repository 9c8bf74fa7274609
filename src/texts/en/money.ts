import type { money as zh } from '../zh/money'
import { shared } from './shared'

/** English: balance and recharge. */
export const money: typeof zh = {
  recharge: {
    ...shared.recharge,
    balance: 'Balance',
    howMuch: 'How much',
    gift: amount => `+${amount} free`,
    own: 'Another amount',
    ownHint: least => `From ${least}`,
    wrong: least => `Please enter ${least} or more, with at most two decimals`,
    pay: amount => `Top up ${amount}`,
    payAndGet: (amount, total) => `Pay ${amount}, get ${total}`,
    rules: 'The balance can be spent in this shop only; bonuses cannot be withdrawn. By topping up you accept the',
    outcomes: {
      waiting: { title: 'Confirming the payment', text: 'A few seconds as a rule. Please do not pay twice' },
      paid: { title: 'Topped up', text: 'The money has arrived' },
      unpaid: { title: 'No payment received yet', text: 'If you have paid, wait a moment and look again' },
      closed: { title: 'This top-up is closed', text: 'Nothing was charged. You can start again' },
    },
    balanceNow: amount => `Your balance is now ${amount}`,
    anew: 'Start again',
    seeLog: 'See the balance log',
  },

  cashLog: {
    title: 'Balance log',
    kinds: {
      0: 'Top-up',
      2: 'Order paid',
      3: 'Refund',
      4: 'Adjusted by the shop',
      6: 'Commission',
      8: 'Bill in the shop',
      9: 'Bonus',
      11: 'Withdrawal',
      12: 'Withdrawal back',
      100: 'Deposit',
      101: 'Deposit back',
      110: 'Level',
      111: 'Right to distribute',
      112: 'Team leader bought',
      140: 'For points',
      150: 'Coupon',
    },
    after: amount => `Left ${amount}`,
    empty: 'Nothing here yet',
    emptyText: 'Top-ups, payments and refunds will be listed here',
  },
}
