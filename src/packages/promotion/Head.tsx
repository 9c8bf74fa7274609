import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './cards.scss'

interface Props {
  /** A face, or a sign. */
  sign?: ReactNode
  title: string
  children?: ReactNode
}

/** What the page of one promotion begins with, on the accent. */
export const Head = ({ sign, title, children }: Props) => (
  <View className="festive-head" {...{ role: 'status' }}>
    {sign}
    <View className="festive-head__words">
      <Text className="festive-head__title">{title}</Text>
      <View className="festive-head__note">{children}</View>
    </View>
  </View>
)
