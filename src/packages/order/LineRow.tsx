import { Text, View } from '@tarojs/components'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { pages } from '@/lib/pages'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/order'
import './line-row.scss'

interface Props {
  pic: string
  picColor: string | undefined
  name: string
  choice: string
  price: number
  number: number
  /** Opens this product. */
  goodsId?: number
}

/** One line of an order. */
export function LineRow({ pic, picColor, name, choice, price, number, goodsId }: Props) {
  const content = (
    <>
      <Picture src={pic} color={picColor} size={64} radius={12} />
      <View className="line-row__about">
        <Text className="line-row__name">{name}</Text>
        {choice && <Text className="line-row__note">{choice}</Text>}
      </View>
      <View className="line-row__side">
        <Price value={price} size="s" tone="ink" />
        <Text className="line-row__number">{texts.order.lines(number)}</Text>
      </View>
    </>
  )
  if (goodsId === undefined) return <View className="line-row">{content}</View>
  return (
    <Pressable className="line-row" to={pages.goods(goodsId)}>
      {content}
    </Pressable>
  )
}
