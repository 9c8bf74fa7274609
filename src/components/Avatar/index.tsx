import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { Picture } from '@/components/Picture'
import './index.scss'

interface Props {
  src: string
  name: string
  size: number
}

/** A person: their picture, else the first sign of their name. */
export function Avatar({ src, name, size }: Props) {
  if (src) return <Picture src={src} size={size} radius={size / 2} />
  const initial = [...name][0]
  return (
    <View className="avatar" style={{ width: `${size}px`, height: `${size}px`, fontSize: `${size * 0.4}px` }}>
      {initial ? <Text>{initial}</Text> : <Icon name="person" size={size * 0.5} />}
    </View>
  )
}
