import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PlacedOrder } from '@/api'
import { Cell } from '@/components/Cell'
import { CouponTicket } from '@/components/CouponTicket'
import { Icon } from '@/components/Icon'
import { Sheet } from '@/components/Sheet'
import { lastDay } from '@/lib/coupon-face'
import { moneyText, shortMoneyText } from '@/lib/money'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/coupon'
import { NO_COUPON } from './use-checkout'

interface Props {
  price: PlacedOrder
  onChoose(id: number): void
}

/** Which coupon is counted in: the best unless the shopper chooses another, or none. */
export function CouponChoice({ price: { couponId, couponAmount, couponUserList }, onChoose }: Props) {
  const [isOpen, setOpen] = useState(false)
  const words = texts.coupon
  if (couponUserList.length === 0)
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
        {chosen === undefined ? words.chooseHint(couponUserList.length) : moneyText(-couponAmount)}
      </Cell>
      <Sheet isOpen={isOpen} onClose={() => setOpen(false)} title={words.choose}>
        <View className="checkout__coupons" {...{ role: 'radiogroup', 'aria-label': words.choose }}>
          {couponUserList.map((coupon, i) => (
            <Pressable
              key={coupon.id}
              className="checkout__coupon"
              role="radio"
              isOn={coupon.id === chosen}
              label={`${coupon.name} ${words.takesOff(shortMoneyText(coupon.amount))}`}
              onPress={() => choose(coupon.id)}
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
            onPress={() => choose(NO_COUPON)}
          >
            {words.chooseNone}
            {chosen === undefined && <Icon name="check" size={18} />}
          </Pressable>
        </View>
      </Sheet>
    </>
  )
}
