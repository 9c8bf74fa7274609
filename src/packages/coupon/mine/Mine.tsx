import { asMe, type Coupon, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { CouponTicket } from '@/components/CouponTicket'
import { lastDay } from '@/lib/coupon-face'
import { open } from '@/lib/pages'
import { say } from '@/stores/saying'
import { texts } from '@/texts/coupon'
import { whereToUse } from './where-to-use'

const USABLE = 0
const USED = 3

interface Props {
  coupon: Coupon
  onGive(): void
  onChange(): unknown
}

/** One of a shopper's own. */
export function Mine({ coupon, onGive, onChange }: Props) {
  const { id, name, scope, status, dateEnd, canSend, isShared, remark } = coupon
  const words = texts.coupon
  const isUsable = status === USABLE
  const day = lastDay(dateEnd)
  const takeBack = async () => {
    await asMe(token => wxapi.couponsShareClose(token, id))
    say(words.tookBack)
    await onChange()
  }
  return (
    <CouponTicket
      face={coupon}
      name={name}
      scope={scope}
      when={status === USED || isUsable ? words.until(day) : words.ended(day)}
      note={(isShared ? words.shared : remark) || undefined}
      isFaded={!isUsable}
    >
      {isUsable && (
        <Button size="s" kind="soft" onPress={() => whereToUse(coupon).then(open).catch(say)}>
          {words.use}
        </Button>
      )}
      {isUsable && canSend && (
        <Button size="s" kind="plain" onPress={isShared ? () => takeBack().catch(say) : onGive}>
          {isShared ? words.takeBack : words.give}
        </Button>
      )}
    </CouponTicket>
  )
}
