/** What the shop asks for goods that cost so much at the supplier. Pure; every amount is fen. */
import { type Fen, fen, toFen } from '../../../../contract/money'

export interface Markup {
  /** On top of the cost, in basis points of it. */
  rateBp: number
  /** On top of that. */
  fixedFen: Fen
  /** Cents that every price ends in, rounding up: 90 for 12.90. */
  ending: number | undefined
}

const RATE = /^(\d{1,4}(?:\.\d{1,2})?)%$/
const FIXED = /^\+(\d{1,6}(?:\.\d{1,2})?)$/
const ENDING = /^\.(\d{1,2})$/

/** `20%`, `+5`, `.9`, or several of them: `20% +1 .9`. Nothing for a text that says something else. */
export function parseMarkup(text: string): Markup | undefined {
  const rule: Markup = { rateBp: 0, fixedFen: fen(0), ending: undefined }
  for (const word of text.trim().split(/\s+/)) {
    const [rate, fixed, ending] = [RATE, FIXED, ENDING].map(pattern => pattern.exec(word)?.[1])
    if (rate !== undefined) rule.rateBp = Math.round(Number(rate) * 100)
    else if (fixed !== undefined) rule.fixedFen = toFen(Number(fixed))
    else if (ending !== undefined) rule.ending = Number(ending.padEnd(2, '0'))
    else return undefined
  }
  return rule
}

/** Rounded up at every step, so it is never below the cost. */
export function priceFor(costFen: Fen, { rateBp, fixedFen, ending }: Markup): Fen {
  const marked = costFen + Math.ceil((costFen * rateBp) / 10_000) + fixedFen
  if (ending === undefined) return fen(marked)
  const yuan = Math.floor(marked / 100) * 100
  return fen(yuan + ending >= marked ? yuan + ending : yuan + 100 + ending)
}
