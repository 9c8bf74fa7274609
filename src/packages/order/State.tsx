import { Text } from '@tarojs/components'
import type { Tone } from '@/lib/order-state'
import './state.scss'

/** Where an order, or what was asked back, stands: the first words of its page. */
export const State = ({ tone, children }: { tone: Tone; children: string }) => (
  <Text className={`state state--${tone}`}>{children}</Text>
)
