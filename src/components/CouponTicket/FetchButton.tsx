import type { CouponRule } from '@/api'
import { Button } from '@/components/Button'
import { Tag } from '@/components/Tag'
import { shortMoneyText } from '@/lib/money'
import { texts } from '@/texts/coupon'

/** What can be done about a kind of coupon: fetch it, or why not. */
export function FetchButton({ rule, isBusy, onPress }: { rule: CouponRule; isBusy: boolean; onPress(): void }) {
  const words = texts.coupon
  const { fetchState, needScore, needAmount, numberFetched = 0 } = rule
  if (fetchState !== 'open')
    return (
      <Tag tone="plain">
        {{ limit: words.fetched, none: words.none, soon: words.soon, over: words.over }[fetchState]}
      </Tag>
    )
  const price = needAmount
    ? words.moneyPrice(shortMoneyText(needAmount))
    : needScore
      ? words.scorePrice(needScore)
      : undefined
  return (
    <Button size="s" kind="soft" isBusy={isBusy} onPress={onPress}>
      {price ?? (numberFetched > 0 ? words.again : words.fetch)}
    </Button>
  )
}
