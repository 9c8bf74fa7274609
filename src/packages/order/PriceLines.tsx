import type { PricePart } from '@/api'
import { SumRow } from '@/components/SumRow'
import { moneyText } from '@/lib/money'
import { texts } from '@/texts/order'

interface Props {
  parts: readonly PricePart[]
  /** Says more of each part: how many pieces, which coupon, by which template. */
  isExplained?: boolean
  pieces?: number
  /** Freight is not known before it is known where to. */
  isEstimate?: boolean
}

/** What a price is made of, a row for each part, as the server has counted it. A new kind of part is a new word in the texts. */
export function PriceLines({ parts, isExplained, pieces, isEstimate }: Props) {
  const names: Record<PricePart['type'], string> = texts.checkout.parts
  const hints: Partial<Record<string, string>> = {
    goods: pieces === undefined ? undefined : texts.checkout.pieces(pieces),
    level: texts.checkout.levelHint,
    freight: isEstimate ? undefined : texts.checkout.freightHint,
  }
  const valueFor = ({ type, amount }: PricePart) => {
    if (type !== 'freight') return amount
    if (isEstimate) return amount ? texts.checkout.estimate(moneyText(amount)) : texts.checkout.afterAddress
    return amount || texts.checkout.freeFreight
  }
  return parts.map((part, i) => (
    <SumRow
      // biome-ignore lint/suspicious/noArrayIndexKey: several parts may be of one type, and they come in their order
      key={i}
      name={names[part.type] ?? texts.checkout.otherPart}
      hint={aboutOf(part) ?? (isExplained ? hints[part.type] : undefined)}
      value={valueFor(part)}
    />
  ))
}

/** Which one it is, where there are several. */
function aboutOf({ type, about }: PricePart): string | undefined {
  return about && type === 'score' ? texts.checkout.scoreSpent(about) : about
}
