/** Tax numbers of companies: 18 characters with a check (GB 32100-2015), or the older 15 and 20. */

const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** As it is written on an invoice: capitals without spaces. */
export const taxNumberIn = (text: string): string => text.replace(/\s/g, '').toUpperCase()

export function isTaxNumber(text: string): boolean {
  const number = taxNumberIn(text)
  if (/^([0-9A-Z]{15}|[0-9A-Z]{20})$/.test(number)) return true
  if (number.length !== 18) return false
  const values = [...number].map(sign => SIGNS.indexOf(sign))
  if (values.includes(-1)) return false
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * (values[i] ?? 0), 0)
  return values[17] === (31 - (sum % 31)) % 31
}
