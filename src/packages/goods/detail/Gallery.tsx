import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Picture } from '@/components/Picture'
import { Carousel } from '@/platform/carousel'
import { Pressable } from '@/platform/pressable'
import { previewPictures } from '@/platform/preview'
import { texts } from '@/texts/goods'
import { FilmSlot } from './FilmSlot'

interface Props {
  pictures: string[]
  color: string
  videoId: number | undefined
}

/** Pictures of the product to swipe through and to see large; before them its film, if it has one. */
export function Gallery({ pictures, color, videoId }: Props) {
  const [current, setCurrent] = useState(0)
  return (
    <View className="gallery" style={color ? { backgroundColor: color } : {}}>
      <View className="gallery__frame">
        <Carousel label={texts.goods.photos} onChange={setCurrent}>
          {pictures.map((picture, i) => (
            <Pressable
              key={picture}
              label={texts.goods.photo(i + 1, pictures.length)}
              onPress={() => previewPictures(pictures, picture)}
            >
              <Picture src={picture} color={color} />
            </Pressable>
          ))}
        </Carousel>
        {videoId !== undefined && <FilmSlot videoId={videoId} poster={pictures[0] ?? ''} isInSight={current === 0} />}
      </View>
      {pictures.length > 1 && <Text className="gallery__count">{texts.goods.photo(current + 1, pictures.length)}</Text>}
    </View>
  )
}
