import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '@/components/Icon'
import './index.scss'

interface Props {
  /** A sign of ours, or what stands in its place: a face. */
  icon?: IconName
  face?: ReactNode
  what: string
  when: string
  /** It came, which is said by its colour; undefined says nothing of it. */
  isIn?: boolean | undefined
  /** With its sign where it has one. */
  amount?: string | undefined
  /** What was had afterwards, or how it stands. */
  after?: string | undefined
  /** What can be done with it. */
  children?: ReactNode
}

/** One row of what has moved: what it was, when, how much. */
export const Movement = ({ icon, face, what, when, isIn, amount, after, children }: Props) => (
  <View className="movement">
    {icon && (
      <View className={`movement__icon ${isIn ? 'movement__icon--in' : ''}`}>
        <Icon name={icon} size={20} />
      </View>
    )}
    {face}
    <View className="movement__about">
      <Text className="movement__what">{what}</Text>
      <Text className="movement__note">{when}</Text>
    </View>
    {children}
    {(amount || after) && (
      <View className="movement__amounts">
        {amount && <Text className={`movement__amount ${isIn ? 'movement__amount--in' : ''}`}>{amount}</Text>}
        {after && <Text className="movement__note">{after}</Text>}
      </View>
    )}
  </View>
)

/** `+12`, `−12`: as an account's movements are written. */
export const signed = (isIn: boolean, amount: string): string => `${isIn ? '+' : '−'}${amount}`
