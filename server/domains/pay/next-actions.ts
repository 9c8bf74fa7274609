/** What a payment can be for: `nextAction.type`, one line each. Numbers are WXAPI's. */
import type { Fen } from '../../../contract/money'
import type { Db, Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import type { PayProvider, Transfer } from '../../ledger/ledger'
import { buyCoupon } from '../coupon/next-action'
import { payDepositOnline } from '../deposit/next-action'
import { payToSell } from '../fx/next-action'
import { payLevel } from '../level/next-action'
import { payOrders } from '../order/next-action'
import { payToLead } from '../partner/next-action'
import { payBillOnline } from '../paybill/next-action'

export interface NextAction {
  type: number
  id?: number[] | undefined
  couponRuleId?: number | undefined
  pwd?: string | undefined
  userLevelPriceId?: number | undefined
  isAutoRenew?: boolean | undefined
  remark?: string | undefined
  money?: Fen | undefined
  shopId?: number | undefined
  amount?: Fen | undefined
  refCode?: string | undefined
}

export interface Payer {
  merchantId: number
  userId: number
}

/** Whose money has come, and through whom. */
export interface Paid extends Payer {
  provider: PayProvider
}

export interface ActionKind {
  /** Before any money moves: what the action costs. Refuses what cannot be paid for (any more). */
  amountOf(db: Db, payer: Payer, action: NextAction, now: Date): Promise<Fen>
  /** In the transaction that credits the payment: does it, and answers the transfers that take the money from the balance. */
  run(tx: Tx, paid: Paid, action: NextAction, now: Date): Promise<Transfer[]>
}

/** Every purpose that clients of WXAPI know. Those without a kind above are refused by name, before any money moves. */
const PURPOSES: Readonly<Record<number, string>> = {
  0: '商城订单',
  1: '知识付费',
  2: '短信',
  3: '报名费',
  4: '优惠买单',
  5: '押金',
  6: '会员',
  7: '优惠券',
  8: '京东订单',
  9: '点餐订单',
  10: '会员卡',
  13: '分销资格',
  14: '团长资格',
  15: '课程',
}

/** Refuses a purpose that is not served here, and says which. */
export function kindOf({ type }: NextAction): ActionKind {
  const kind = nextActions[type]
  if (kind) return kind
  const name = PURPOSES[type]
  throw new Refusal('nextActionUnknown', name && `这家店暂不支持在线支付${name}`)
}

export const nextActions: Readonly<Record<number, ActionKind>> = {
  0: payOrders,
  4: payBillOnline,
  5: payDepositOnline,
  6: payLevel,
  7: buyCoupon,
  13: payToSell,
  14: payToLead,
}
