import { View } from '@tarojs/components'
import { Picture } from '@/components/Picture'
import { Pressable } from '@/platform/pressable'
import { previewPictures } from '@/platform/preview'
import { texts } from '@/texts'
import './index.scss'

/** Small pictures that a tap shows large. */
export const PictureRow = ({ urls, size = 72 }: { urls: readonly string[]; size?: number }) => (
  <View className="picture-row">
    {urls.map((url, i) => (
      <Pressable key={url} label={texts.preview.open(i + 1)} onPress={() => previewPictures(urls, url)}>
        <Picture src={url} size={size} radius={10} />
      </Pressable>
    ))}
  </View>
)
