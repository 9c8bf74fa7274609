/** What coupons say of themselves, in the words of whoever shows them. */
import { dayText } from './dates'
import { shortMoneyText } from './money'

/** Both a coupon and the kind that it is of. */
export interface Face {
  moneyType: number
  moneyHreshold: number
  /** A coupon's own. */
  money?: number
  /** Of a kind: drawn between these. */
  moneyMin?: number
  moneyMax?: number
}

interface Words {
  percentOff(percent: number): string
  short(from: string, face: string): string
  shortAny(face: string): string
  shortPercent(from: string, face: string): string
}

const PERCENT = 1

/** `¥10`, `¥1–20`, `9 折`. */
export function faceText({ moneyType, money, moneyMin = 0, moneyMax = 0 }: Face, words: Words): string {
  const [least, most] = money === undefined ? [moneyMin, moneyMax] : [money, money]
  const text = moneyType === PERCENT ? words.percentOff : shortMoneyText
  return least === most ? text(least) : `${text(least)}–${text(most).replace(/^¥/, '')}`
}

/** `满 ¥100 减 ¥10`: a whole coupon in a chip. */
export function shortText(face: Face, words: Words): string {
  const value = faceText(face, words)
  if (face.moneyHreshold === 0) return face.moneyType === PERCENT ? value : words.shortAny(value)
  const from = shortMoneyText(face.moneyHreshold)
  return face.moneyType === PERCENT ? words.shortPercent(from, value) : words.short(from, value)
}

/** The last day on which it is good: what ends at midnight ends with the day before. */
export function lastDay(wire: string): string {
  const midnight = / 00:00:00$/.test(wire)
  if (!midnight) return dayText(wire)
  const [year = 0, month = 1, day = 1] = wire.slice(0, 10).split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, day - 1)).toISOString().slice(0, 10)
}
