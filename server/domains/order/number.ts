import { randomInt } from 'node:crypto'
import { formatTime } from '../../../contract/time'

/** Shops share one merchant number at the payment gateway, where a number must not come twice: hence more digits. */
const DIGITS = { OD: 6, UP: 12, ZF: 12, TK: 12, ZZ: 12, HY: 12, TX: 12, YJ: 12, MD: 12 } as const

/**
 * `OD` for orders, `UP` for those of a hosted service, `ZF` for payments, `TK` for refunds, `ZZ` for transfers, `HY` for levels, `TX` for withdrawals, `YJ` for deposits, `MD` for bills; the moment in Beijing, random
 * digits.
 */
export function orderNumber(prefix: keyof typeof DIGITS, now: Date): string {
  const digits = DIGITS[prefix]
  const moment = formatTime(now).replace(/\D/g, '').slice(2)
  return `${prefix}${moment}${String(randomInt(0, 10 ** digits)).padStart(digits, '0')}`
}
