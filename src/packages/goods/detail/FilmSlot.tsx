import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { dataOf, wxapi } from '@/api'
import { Icon } from '@/components/Icon'
import { Film } from '@/platform/film'
import { Pressable } from '@/platform/pressable'
import { say } from '@/stores/saying'
import { texts } from '@/texts/goods'

interface Props {
  videoId: number
  /** The picture that it starts from. */
  poster: string
  /** The button stands on the first picture alone. */
  isInSight: boolean
}

/** A button that plays the film over the pictures: nothing of it is fetched before. */
export function FilmSlot({ videoId, poster, isInSight }: Props) {
  const [src, setSrc] = useState<string>()
  const play = async () => {
    try {
      setSrc((await dataOf(wxapi.videoDetail(videoId))).fdMp4)
    } catch (error) {
      say(error)
    }
  }
  const stop = () => setSrc(undefined)
  if (src) {
    return (
      <View className="film">
        <Film className="film__picture" src={src} poster={poster} label={texts.goods.film} onEnded={stop} />
        <Pressable className="film__close" label={texts.close} onPress={stop}>
          <Icon name="close" size={18} />
        </Pressable>
      </View>
    )
  }
  if (!isInSight) return null
  return (
    <Pressable className="film__play" onPress={play}>
      <Icon name="play" size={16} />
      <Text>{texts.goods.film}</Text>
    </Pressable>
  )
}
