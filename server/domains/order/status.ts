/** Where an order stands; numbers are WXAPI's. */
export const STATUS = { closed: -1, unpaid: 0, paid: 1, shipped: 2, received: 3, reviewed: 4 } as const

export const STATUS_TEXTS: Record<number, string> = {
  [-1]: '已关闭',
  0: '待付款',
  1: '待发货',
  2: '待收货',
  3: '待评价',
  4: '已完成',
}

/** `pay_channel` of orders that a hosted service was paid for: their money is not ours to give back. */
export const PAID_ELSEWHERE = 'upstream'

/** How far the part of an order is that a supplier delivers. */
export const SUPPLY = { none: 0, onItsWay: 1, delivered: 2, withPerson: 3, refunded: 4 } as const
