import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Checkbox } from '@/components/Checkbox'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { Tag } from '@/components/Tag'
import { pages } from '@/lib/pages'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts'

export interface Kept {
  goodsId: number
  name: string
  pic: string
  picColor?: string
  /** yuan */
  price: number
  was?: number
  isGone: boolean
  /** A time of the server. */
  at: string
  note?: string
}

interface Props {
  kept: Kept
  /** Undefined while nothing is marked. */
  isMarked: boolean | undefined
  onMark(): void
  aside?: ReactNode
}

export function KeptRow({ kept, isMarked, onMark, aside }: Props) {
  const { goodsId, name, pic, picColor, price, was, isGone, note } = kept
  const content = (
    <>
      <Picture src={pic} color={picColor} size={84} radius={12} />
      <View className="kept__about">
        <Text className="kept__name">{name}</Text>
        {note && <Text className="kept__note">{note}</Text>}
        <View className="kept__foot">
          {isGone ? <Tag tone="plain">{texts.favourites.gone}</Tag> : <Price value={price} was={was} />}
        </View>
      </View>
    </>
  )
  if (isMarked !== undefined) {
    return (
      <View className="kept__row" onClick={onMark}>
        <View className="kept__mark">
          <Checkbox isOn={isMarked} label={name} onChange={onMark} />
        </View>
        {content}
      </View>
    )
  }
  return (
    <View className={`kept__row ${isGone ? 'kept__row--gone' : ''}`}>
      <Pressable className="kept__link" role="link" to={pages.goods(goodsId)}>
        {content}
      </Pressable>
      {aside && <View className="kept__aside">{aside}</View>}
    </View>
  )
}
