/** How a coupon stands; numbers are WXAPI's. That one is over follows from the time and is never written. */
export const COUPON = { usable: 0, void: 1, over: 2, used: 3 } as const

export const COUPON_TEXTS: Record<number, string> = { 0: '可使用', 1: '已失效', 2: '已过期', 3: '已使用' }

export const stateAt = ({ state, valid_until }: { state: number; valid_until: number }, now: Date): number =>
  state === COUPON.usable && valid_until <= now.getTime() ? COUPON.over : state

/** What a coupon may be used for. */
export type Scope = 'all' | 'goods' | 'category' | 'shop'
/** How WXAPI numbers what a scope refers to; branches are ours. */
export const SCOPE_KINDS: Record<Exclude<Scope, 'all'>, number> = { category: 0, goods: 1, shop: 2 }

/** A face value in basis points of the price instead of fen. */
export const PERCENT = 1
