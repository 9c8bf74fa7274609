import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '@/components/Icon'
import { Price } from '@/components/Price'
import './index.scss'

interface Props {
  icon: IconName
  isGood?: boolean
  /** It is not decided yet. */
  isWaiting?: boolean
  title: string
  /** yuan */
  amount: number | undefined
  text: string
  /** What can be done now; the first is the thing to do. */
  children: ReactNode
}

/** What became of a payment. Its parts have their places before they are known, so that nothing moves. */
export const Outcome = ({ icon, isGood, isWaiting, title, amount, text, children }: Props) => (
  <View className="outcome">
    <View className="outcome__said" {...{ role: 'status', 'aria-live': 'polite' }}>
      <View
        className={`outcome__mark ${isGood ? 'outcome__mark--good' : ''} ${isWaiting ? 'outcome__mark--waiting' : ''}`}
      >
        <Icon name={icon} size={34} />
      </View>
      <Text className="outcome__title">{title}</Text>
      <View className="outcome__amount">{amount !== undefined && <Price value={amount} size="xl" tone="ink" />}</View>
      <Text className="outcome__text">{text}</Text>
    </View>
    <View className="outcome__next">{children}</View>
  </View>
)
