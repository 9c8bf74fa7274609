import { Text, View } from '@tarojs/components'
import type { Order } from '@/api'
import { orderSteps } from '@/lib/order-steps'
import { texts } from '@/texts/order'

/** The way of the order at a glance. */
export function Progress({ order }: { order: Order }) {
  const way = orderSteps(order)
  if (!way) return null
  const { steps, done } = way
  const last = steps[done - 1]
  const said = texts.order.stepsDone(done, steps.length, last ? texts.order.steps[last] : '')
  return (
    <View className="progress" {...{ role: 'img', 'aria-label': said }}>
      {steps.map((step, i) => (
        <View
          key={step}
          className={`progress__step ${i < done ? 'progress__step--done' : ''} ${i === done - 1 ? 'progress__step--now' : ''}`}
        >
          <View className="progress__mark" />
          <Text className="progress__name">{texts.order.steps[step]}</Text>
        </View>
      ))}
    </View>
  )
}
