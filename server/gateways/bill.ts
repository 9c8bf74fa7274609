/** One line of a party's bill: money that came, or went back. */
export interface BillLine {
  kind: 'paid' | 'refund'
  outTradeNo: string
  /** Of a refund alone. */
  outRefundNo?: string | undefined
  transactionId: string
  amountFen: number
}

/** `12.30` to 1230, also with a sign or with more zeros behind it; undefined for anything else. */
export function fenIn(text: string): number | undefined {
  const [, sign, whole, decimals = ''] = /^(-?)(\d{1,9})(?:\.(\d{1,2})0*)?$/.exec(text.trim()) ?? []
  if (whole === undefined) return undefined
  const fen = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  return sign ? -fen : fen
}

/** Finds columns by what stands above them: parties add new ones in between. Throws on a missing one. */
export function columnsOf(header: readonly string[], ...names: string[]): number[] {
  const titles = header.map(title => title.replace(/^\uFEFF/, '').trim())
  return names.map(name => {
    const at = titles.indexOf(name)
    if (at < 0) throw new TypeError(`the bill has no column ${name}`)
    return at
  })
}
