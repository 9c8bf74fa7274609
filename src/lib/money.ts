import { atRate, type Fen, toFen, toYuan, yuanText } from '../../contract/money'

/** The three sizes of a price: `128.5` yuan is `128` and `50`. Nothing is rounded; what is not whole fen throws. */
export function priceParts(yuan: number): { sign: '' | '−'; yuan: string; fen: string } {
  const text = yuanText(Math.abs(toFen(yuan)) as Fen)
  const [whole = '0', parts = '00'] = text.split('.')
  return { sign: yuan < 0 ? '−' : '', yuan: whole, fen: parts }
}

/** `¥128.50`, for running text. */
export function moneyText(yuan: number): string {
  const { sign, yuan: whole, fen } = priceParts(yuan)
  return `${sign}¥${whole}.${fen}`
}

/** `¥8`, `¥8.50`: for running text where whole yuan are the rule. */
export const shortMoneyText = (yuan: number): string => moneyText(yuan).replace(/\.00$/, '')

/** The price at a member's rebate: 10 is the full price, 9.5 is 95 %. */
export const memberPrice = (yuan: number, rebate: number): number =>
  toYuan(atRate(toFen(yuan), Math.round(rebate * 1000)))

/** Adds prices in whole fen. */
export function sumOf(prices: Array<{ price: number; number: number }>): number {
  const total = prices.reduce((sum, { price, number }) => sum + toFen(price) * number, 0)
  return toYuan(total as Fen)
}

/** What is left of a balance when something is paid from it. */
export const restOf = (balance: number, amount: number): number => toYuan((toFen(balance) - toFen(amount)) as Fen)
