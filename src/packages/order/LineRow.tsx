import { Text, View } from '@tarojs/components'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { type Booked, bookedText, choiceWords } from '@/lib/booked'
import { pages } from '@/lib/pages'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/order'
import './line-row.scss'

interface Props {
  pic: string
  picColor: string | undefined
  name: string
  choice: string
  /** What it is booked for. */
  booked?: Booked | undefined
  price: number
  number: number
  /** Opens this product. */
  goodsId?: number
}

/** One line of an order. */
export function LineRow({ pic, picColor, name, choice, booked = {}, price, number, goodsId }: Props) {
  const words = choiceWords(choice, booked)
  const when = bookedText(booked)
  const content = (
    <>
      <Picture src={pic} color={picColor} size={64} radius={12} />
      <View className="line-row__about">
        <Text className="line-row__name">{name}</Text>
        {words && <Text className="line-row__note">{words}</Text>}
        {when && <Text className="line-row__when">{when}</Text>}
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
