import { Text, View } from '@tarojs/components'
import type { Order, OrderLine } from '@/api'
import { Button } from '@/components/Button'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { amountMeaning, isTopUp, type OrderAction, orderActions, orderState, orderTone } from '@/lib/order-state'
import { pages } from '@/lib/pages'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/order'
import { ActionButtons } from '../ActionButtons'
import { CardHead } from '../CardHead'
import { LineRow } from '../LineRow'
import type { OrderActions } from '../use-order-actions'

interface Props {
  order: Order
  lines: OrderLine[]
  actions: OrderActions
}

export function OrderCard({ order, lines, actions }: Props) {
  const { id, dateAdd, goodsNumber, amountReal, status } = order
  // Deleting is the order's own page's business, away from the thumb.
  const without: OrderAction[] = isTopUp(lines) ? ['codes', 'delete'] : ['delete']
  const hasActions = orderActions(order).some(action => !without.includes(action))
  return (
    <Pressable className="order-card" role="link" to={pages.order(id)}>
      <CardHead at={dateAdd} state={texts.orders.states[orderState(order)]} tone={orderTone(order)} />
      {lines.length === 1 ? <OnlyLine line={lines[0]} /> : <Pictures lines={lines} />}
      <View className="order-card__total">
        <Text className="order-card__pieces">{texts.orders.pieces(goodsNumber)}</Text>
        <Text>{texts.orders.amounts[amountMeaning(order)]}</Text>
        <Price value={amountReal} size="m" tone={status === 0 ? 'accent' : 'ink'} />
      </View>
      {(hasActions || order.hasRefund) && (
        <View className="order-card__actions">
          {order.hasRefund && (
            <Button kind="line" size="s" to={pages.refund({ orderId: id })}>
              {texts.refund.progress}
            </Button>
          )}
          <ActionButtons order={order} lines={lines} actions={actions} without={without} />
        </View>
      )}
    </Pressable>
  )
}

const OnlyLine = ({ line }: { line: OrderLine | undefined }) =>
  line ? (
    <LineRow
      pic={line.pic}
      picColor={line.picColor}
      name={line.goodsName}
      choice={line.property}
      booked={line}
      price={line.amountSingle}
      number={line.number}
    />
  ) : null

const Pictures = ({ lines }: { lines: OrderLine[] }) => (
  <View className="order-card__pictures">
    {lines.slice(0, 5).map(({ id, pic, picColor, goodsName }) => (
      <Picture key={id} src={pic} color={picColor} size={56} radius={10} alt={goodsName} />
    ))}
  </View>
)
