import { Text, View } from '@tarojs/components'
import { momentText } from '@/lib/dates'
import type { Tone } from '@/lib/order-state'
import './card-list.scss'

/** When it began, and how it stands. */
export const CardHead = ({ at, state, tone }: { at: string; state: string; tone: Tone }) => (
  <View className="card-head">
    <Text className="card-head__date">{momentText(at)}</Text>
    <Text className={`card-head__state card-head__state--${tone}`}>{state}</Text>
  </View>
)
