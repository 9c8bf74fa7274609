/** What a code on a table or at a counter says to the page that it opens. */
import type { Params } from './inviter'
import { typedAmount } from './recharge'

/**
 * The parameters of a page. A code that is an ordinary link opens the mini-program with the whole link as `q`; what the
 * page's own address says comes first.
 */
export function fromCode(params: Params): Params {
  const query =
    decoded(params.q ?? '')
      .split('?')[1]
      ?.split('#')[0] ?? ''
  const pairs = query.split('&').map(pair => pair.split('=').map(decoded) as [string, string?])
  return { ...Object.fromEntries(pairs.filter(([name, value]) => name && value)), ...params }
}

/** At which branch a bill is paid; 0 is the shop itself. A mini-program code has `3,0` for a scene: branch, inviter. */
export function branchIn(params: Params): number {
  const { shopId, scene = '' } = fromCode(params)
  const [first = '', ...more] = decoded(scene).split(',')
  const text = shopId ?? (more.length === 1 ? first : '')
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0
}

export interface AskedDeposit {
  /** yuan; undefined lets the shopper say it. */
  amount: number | undefined
  refCode: string
  remark: string
}

/** What the shop asks a deposit for, and how much. */
export function depositIn(params: Params): AskedDeposit {
  const { amount = '', refCode = '', remark = '' } = fromCode(params)
  return { amount: typedAmount(decoded(amount)), refCode: decoded(refCode), remark: decoded(remark) }
}

/** A mini-program hands over what is in an address as it is written there, a browser reads it. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
