import type { Order, OrderLine } from '@/api'
import { Button } from '@/components/Button'
import { type OrderAction, orderActions } from '@/lib/order-state'
import { texts } from '@/texts/order'
import type { OrderActions } from './use-order-actions'

interface Props {
  order: Order
  lines: readonly OrderLine[]
  actions: OrderActions
  /** What the page shows already, or there is none of. */
  without?: readonly OrderAction[]
  size?: 'm' | 's'
}

/** Done for its own sake, not because the order waits for it. */
const quiet = ['cancel', 'again', 'delete']

/** What can be done with an order; the thing to do next stands last, under the thumb. */
export function ActionButtons({ order, lines, actions, without = [], size = 's' }: Props) {
  const all = orderActions(order)
  const shown = all.filter(action => !without.includes(action))
  return (
    <>
      {[...shown].reverse().map(action => (
        <Button
          key={action}
          size={size}
          kind={action === all[0] && !quiet.includes(action) ? 'primary' : 'line'}
          onPress={() => actions.run(action, order, lines)}
        >
          {texts.orders.actions[action]}
        </Button>
      ))}
    </>
  )
}
