import { Text, View } from '@tarojs/components'
import type { OrderDetail } from '@/api'
import { Countdown } from '@/components/Countdown'
import { momentText, type Remaining, twoDigits } from '@/lib/dates'
import { isTopUp, orderState, orderTone } from '@/lib/order-state'
import { texts } from '@/texts/order'
import { State } from '../State'
import { Progress } from './Progress'

interface Props {
  order: OrderDetail
  hasCodes: boolean
  /** The time to pay, or to wait for the receipt, has run out. */
  onEnd(): void
}

/** Where the order stands, and what that means. */
export function Headline({ order, hasCodes, onEnd }: Props) {
  const { orderInfo } = order
  const state = orderState(orderInfo)
  return (
    <View className="order__headline">
      <State tone={orderTone(orderInfo)}>{headlineOf(order, hasCodes)}</State>
      {state === 'unpaid' && orderInfo.dateClose ? (
        <Countdown until={orderInfo.dateClose} onEnd={onEnd}>
          {remaining => texts.order.closesIn(remainingText(remaining))}
        </Countdown>
      ) : (
        <Text className="order__meaning">{meaningOf(order, hasCodes)}</Text>
      )}
      {orderInfo.dateConfirm && (
        <Countdown until={orderInfo.dateConfirm} onEnd={onEnd}>
          {remaining => texts.order.confirmsIn(remainingText(remaining))}
        </Countdown>
      )}
      <Progress order={orderInfo} />
    </View>
  )
}

function headlineOf({ orderInfo, goods }: OrderDetail, hasCodes: boolean): string {
  const state = orderState(orderInfo)
  if (state === 'delivered' && hasCodes) return texts.order.codesDelivered
  if (state === 'delivered' && isTopUp(goods)) return texts.order.toppedUp
  if (state === 'sending' && isTopUp(goods)) return texts.order.toppingUp
  return texts.order.headlines[state]
}

function meaningOf({ orderInfo, goods }: OrderDetail, hasCodes: boolean): string {
  const { datePay, dateDelivery, dateUpdate } = orderInfo
  switch (orderState(orderInfo)) {
    case 'sending':
      return isTopUp(goods) ? texts.order.toppingUpText : texts.order.sendingText
    case 'toTeam':
      return texts.paying.teamText
    case 'toPickUp':
      return texts.order.pickUp
    case 'toVisit':
      return texts.order.visit
    case 'checking':
      return texts.order.checkingText
    case 'closed':
      return texts.order.closedAt(momentText(dateUpdate))
    case 'refunded':
      return texts.order.refundedText
    case 'delivered':
      if (hasCodes) return texts.order.keepSafe(dateDelivery && momentText(dateDelivery))
  }
  if (dateDelivery) return texts.order.sentAt(momentText(dateDelivery))
  return datePay ? texts.order.paidAt(momentText(datePay)) : ''
}

function remainingText({ days, hours, minutes, seconds }: Remaining): string {
  if (days) return texts.order.daysLeft(days, hours)
  if (hours) return texts.order.hoursLeft(hours, minutes)
  return texts.order.minutesLeft(twoDigits(minutes), twoDigits(seconds))
}
