/**
 * A request for after-sale; numbers are WXAPI's.
 *
 * asked → withdrawn | refused
 * asked → agreed → done                                  money back
 * asked → agreed (waits → sent) → done                   goods and money back, or exchange
 *         agreed (waits) → withdrawn, agreed → refused   while no money is on its way
 */
export const REFUND = { asked: 0, withdrawn: 1, refused: 2, agreed: 3, done: 4 } as const
/** Whether goods are to be sent back. */
export const BACK = { none: 0, waits: 1, sent: 2 } as const
export const TYPE = { money: 0, goodsAndMoney: 1, exchange: 2 } as const

/** Where online money is: nowhere yet, on its way at the gateway, with the payer, or held up for a person. */
export type MoneyState = '' | 'sending' | 'done' | 'stuck'

export const TYPE_TEXTS: Record<number, string> = { 0: '仅退款', 1: '退货退款', 2: '换货' }
export const REFUND_TEXTS: Record<number, string> = {
  0: '待商家处理',
  1: '已撤销',
  2: '商家已拒绝',
  3: '处理中',
  4: '已完成',
}
export const LOGISTICS_TEXTS: Record<number, string> = { 0: '未收到货', 1: '已收到货' }
