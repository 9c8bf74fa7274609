import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Tag } from '@/components/Tag'
import { type Face, faceText } from '@/lib/coupon-face'
import { shortMoneyText } from '@/lib/money'
import { texts } from '@/texts/coupon'
import './index.scss'

interface Props {
  face: Face
  name: string
  scope: keyof typeof texts.coupon.scopes
  /** Until when, or for how long. */
  when: string
  /** A word about it: what it asks for, or that it is the best. */
  note?: string | undefined
  /** Over, used, or none left. */
  isFaded?: boolean
  isChosen?: boolean
  /** The action, at the right. */
  children?: ReactNode
}

/** A coupon as a ticket: what it is worth at the left of the perforation, what it is at the right. */
export function CouponTicket({ face, name, scope, when, note, isFaded, isChosen, children }: Props) {
  const { moneyHreshold } = face
  return (
    <View className={`ticket ${isFaded ? 'ticket--faded' : ''} ${isChosen ? 'ticket--chosen' : ''}`}>
      <View className="ticket__worth">
        <Text className={`ticket__face ${faceText(face, texts.coupon).length > 5 ? 'ticket__face--long' : ''}`}>
          {faceText(face, texts.coupon)}
        </Text>
        <Text className="ticket__from">
          {moneyHreshold ? texts.coupon.from(shortMoneyText(moneyHreshold)) : texts.coupon.noThreshold}
        </Text>
      </View>
      <View className="ticket__about">
        <Text className="ticket__name">{name}</Text>
        <Text className="ticket__line">{texts.coupon.scopes[scope]}</Text>
        <Text className="ticket__line">{when}</Text>
        {note && (
          <View className="ticket__note">
            <Tag tone="gold">{note}</Tag>
          </View>
        )}
      </View>
      {children && <View className="ticket__action">{children}</View>}
    </View>
  )
}
