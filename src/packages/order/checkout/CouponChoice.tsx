import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { PlacedOrder, UnfitCoupon } from '@/api'
import { Cell } from '@/components/Cell'
import { CouponTicket } from '@/components/CouponTicket'
import { Icon } from '@/components/Icon'
import { Sheet } from '@/components/Sheet'
import { lastDay } from '@/lib/coupon-face'
import { dayText } from '@/lib/dates'
import { moneyText, shortMoneyText } from '@/lib/money'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/coupon'
import { NO_COUPON } from './use-checkout'

interface Props {
  price: PlacedOrder
  onChoose(id: number): void
}

/** Which coupon is counted in: the best unless the shopper chooses another, or none. */
export function CouponChoice({ price, onChoose }: Props) {
  const { couponId, couponAmount, couponUserList, couponUnfitList } = price
  const [isOpen, setOpen] = useState(false)
  const words = texts.coupon
  if (couponUserList.length + couponUnfitList.length === 0)
    return (
      <Cell name={words.name} isWide>
        {words.chooseEmpty}
      </Cell>
    )
  const [chosen] = couponId
  const choose = (id: number) => {
    setOpen(false)
    onChoose(id)
  }
  return (
    <>
      <Cell name={words.name} isWide onPress={() => setOpen(true)}>
        {chosen !== undefined
          ? moneyText(-couponAmount)
          : couponUserList.length
            ? words.chooseHint(couponUserList.length)
            : words.unfitHint(couponUnfitList.length)}
      </Cell>
      <Sheet isOpen={isOpen} onClose={() => setOpen(false)} title={words.choose}>
        {couponUserList.length > 0 && <Usable price={price} onChoose={choose} />}
        {couponUnfitList.length > 0 && <Unfit coupons={couponUnfitList} />}
      </Sheet>
    </>
  )
}

/** A choice among them, or of none. */
function Usable({ price: { couponId, couponUserList }, onChoose }: Props) {
  const words = texts.coupon
  const [chosen] = couponId
  return (
    <View className="checkout__coupons" {...{ role: 'radiogroup', 'aria-label': words.choose }}>
      {couponUserList.map((coupon, i) => (
        <Pressable
          key={coupon.id}
          className="checkout__coupon"
          role="radio"
          isOn={coupon.id === chosen}
          label={`${coupon.name} ${words.takesOff(shortMoneyText(coupon.amount))}`}
          onPress={() => onChoose(coupon.id)}
        >
          <CouponTicket
            face={coupon}
            name={coupon.name}
            scope={coupon.scope}
            when={words.until(lastDay(coupon.dateEnd))}
            note={[words.takesOff(shortMoneyText(coupon.amount)), i === 0 ? words.proposed : '']
              .filter(Boolean)
              .join(' · ')}
            isChosen={coupon.id === chosen}
          />
        </Pressable>
      ))}
      <Pressable
        className="checkout__no-coupon"
        role="radio"
        isOn={chosen === undefined}
        onPress={() => onChoose(NO_COUPON)}
      >
        {words.chooseNone}
        {chosen === undefined && <Icon name="check" size={18} />}
      </Pressable>
    </View>
  )
}

/** Each with what keeps it from being used. */
const Unfit = ({ coupons }: { coupons: readonly UnfitCoupon[] }) => (
  <View className="checkout__unfit">
    <Text className="checkout__unfit-title">{texts.coupon.unfitTitle}</Text>
    {coupons.map(coupon => (
      <CouponTicket
        key={coupon.id}
        face={coupon}
        name={coupon.name}
        scope={coupon.scope}
        when={texts.coupon.until(lastDay(coupon.dateEnd))}
        note={reasonOf(coupon)}
        isFaded
      />
    ))}
  </View>
)

function reasonOf({ reason, missing, dateStart }: UnfitCoupon): string {
  const words = texts.coupon.unfit
  if (reason === 'threshold') return words.threshold(moneyText(missing))
  return reason === 'notYet' ? words.notYet(dayText(dateStart)) : words[reason]
}
