import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import './goods-row.scss'

interface Props {
  name: string
  pic: string
  picColor: string
  price: number
  /** What kind of price it is. */
  priceName?: string
  was?: number | undefined
  children?: ReactNode
  /** What can be done with it. */
  action?: ReactNode
}

/** A product beside its picture. */
export const GoodsRow = ({ name, pic, picColor, price, priceName, was, children, action }: Props) => (
  <View className="promoted">
    <Picture src={pic} color={picColor} size={88} radius={12} />
    <View className="promoted__about">
      <Text className="promoted__name">{name}</Text>
      <View className="promoted__words">{children}</View>
      <View className="promoted__foot">
        <View className="promoted__price">
          {priceName && <Text>{priceName}</Text>}
          <Price value={price} was={was} />
        </View>
        {action}
      </View>
    </View>
  </View>
)
