import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asMe, type OrderLine, wxapi } from '@/api'
import { Icon } from '@/components/Icon'
import { Picture } from '@/components/Picture'
import { MOST_PICTURES, MOST_STARS, type Opinion } from '@/lib/opinion'
import { choosePictures } from '@/platform/pictures'
import { Pressable } from '@/platform/pressable'
import { TextArea } from '@/platform/text-area'
import { say } from '@/stores/saying'
import { texts } from '@/texts'

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
      <Pictures pics={pics} onChange={pics => onChange({ pics })} />
    </View>
  )
}

function Pictures({ pics, onChange }: { pics: readonly string[]; onChange(pics: string[]): void }) {
  const [isBusy, setBusy] = useState(false)
  const add = async () => {
    const paths = await choosePictures(MOST_PICTURES - pics.length)
    if (paths.length === 0 || isBusy) return
    setBusy(true)
    try {
      const files = await Promise.all(paths.map(path => asMe(token => wxapi.uploadFile(token, path))))
      onChange([...pics, ...files.map(({ url }) => url)])
    } catch (error) {
      say(error)
    }
    setBusy(false)
  }
  return (
    <View className="opinion__pictures">
      {pics.map(pic => (
        <Pressable
          key={pic}
          className="opinion__picture"
          label={texts.review.removePicture}
          onPress={() => onChange(pics.filter(other => other !== pic))}
        >
          <Picture src={pic} size={72} radius={10} />
          <View className="opinion__remove">
            <Icon name="close" size={12} />
          </View>
        </Pressable>
      ))}
      {pics.length < MOST_PICTURES && (
        <Pressable className="opinion__add" label={texts.review.addPicture} isDisabled={isBusy} onPress={add}>
          <Icon name={isBusy ? 'clock' : 'picture'} size={22} />
          <Text>{isBusy ? texts.review.uploading : texts.review.addPicture}</Text>
        </Pressable>
      )}
    </View>
  )
}
