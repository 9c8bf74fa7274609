import type { CouponRule } from '@/api'
import { lastDay } from '@/lib/coupon-face'
import { texts } from '@/texts/coupon'
import { CouponTicket } from '.'
import { FetchButton } from './FetchButton'

interface Props {
  rule: CouponRule
  isBusy: boolean
  onPress(): void
}

/** A coupon that can be fetched. */
export function RuleTicket({ rule, isBusy, onPress }: Props) {
  const { name, scope, dateEndType, dateEnd, dateEndDays = 0, fetchState, pwd, needSignedContinuous } = rule
  const words = texts.coupon
  const when = dateEndType === 0 && dateEnd ? words.until(lastDay(dateEnd)) : words.forDays(dateEndDays)
  const note = needSignedContinuous ? words.needs.streak(needSignedContinuous) : pwd ? words.needs.word : rule.remark
  return (
    <CouponTicket
      face={rule}
      name={name}
      scope={scope}
      when={when}
      note={note || undefined}
      isFaded={fetchState !== 'open'}
    >
      <FetchButton rule={rule} isBusy={isBusy} onPress={onPress} />
    </CouponTicket>
  )
}
