import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asMe, wxapi } from '@/api'
import { Icon } from '@/components/Icon'
import { Picture } from '@/components/Picture'
import { choosePictures } from '@/platform/pictures'
import { Pressable } from '@/platform/pressable'
import { say } from '@/stores/saying'
import { texts } from '@/texts'
import './index.scss'

interface Props {
  pics: readonly string[]
  most: number
  onChange(pics: string[]): void
}

/** Pictures that the shopper adds: uploaded at once, taken away by pressing them. */
export function AddPictures({ pics, most, onChange }: Props) {
  const [isBusy, setBusy] = useState(false)
  const add = async () => {
    const paths = await choosePictures(most - pics.length)
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
  return <PicturesToAdd pics={pics} most={most} isBusy={isBusy} onAdd={add} onChange={onChange} />
}

export const PicturesToAdd = ({ pics, most, isBusy, onAdd, onChange }: Props & { isBusy: boolean; onAdd(): void }) => (
  <View className="add-pictures">
    {pics.map(pic => (
      <Pressable
        key={pic}
        className="add-pictures__picture"
        label={texts.pictures.remove}
        onPress={() => onChange(pics.filter(other => other !== pic))}
      >
        <Picture src={pic} size={72} radius={10} />
        <View className="add-pictures__remove">
          <Icon name="close" size={12} />
        </View>
      </Pressable>
    ))}
    {pics.length < most && (
      <Pressable className="add-pictures__add" isDisabled={isBusy} onPress={onAdd}>
        <Icon name={isBusy ? 'clock' : 'picture'} size={22} />
        <Text>{isBusy ? texts.pictures.uploading : texts.pictures.add}</Text>
      </Pressable>
    )}
  </View>
)
