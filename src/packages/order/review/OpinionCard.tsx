import { Text, View } from '@tarojs/components'
import type { OrderLine } from '@/api'
import { AddPictures } from '@/components/AddPictures'
import { Picture } from '@/components/Picture'
import { MOST_PICTURES, MOST_STARS, type Opinion } from '@/lib/opinion'
import { Pressable } from '@/platform/pressable'
import { TextArea } from '@/platform/text-area'
import { texts } from '@/texts/order'

interface Props {
  line: OrderLine
  opinion: Opinion
  onChange(part: Partial<Opinion>): void
}

const MOST_WORDS = 1000

/** Stars, words and pictures for one line of an order. */
export function OpinionCard({ line, opinion: { stars, remark, pics }, onChange }: Props) {
  return (
    <View className="opinion">
      <View className="opinion__goods">
        <Picture src={line.pic} color={line.picColor} size={48} radius={10} />
        <Text className="opinion__name">{line.goodsName}</Text>
      </View>
      <View className="opinion__stars" {...{ role: 'radiogroup', 'aria-label': texts.review.stars }}>
        {Array.from({ length: MOST_STARS }, (_, i) => i + 1).map(count => (
          <Pressable
            key={count}
            className={`opinion__star ${count <= stars ? 'opinion__star--on' : ''}`}
            role="radio"
            isOn={count === stars}
            label={texts.goods.stars(count)}
            onPress={() => onChange({ stars: count })}
          >
            ★
          </Pressable>
        ))}
        <Text className="opinion__word">{texts.review.words[stars - 1]}</Text>
      </View>
      <TextArea
        className="opinion__remark"
        label={texts.review.remark}
        value={remark}
        placeholder={texts.review.remarkHint}
        maxLength={MOST_WORDS}
        onChange={remark => onChange({ remark })}
      />
      <AddPictures pics={pics} most={MOST_PICTURES} onChange={pics => onChange({ pics })} />
    </View>
  )
}
