import { View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '@/components/Icon'
import { Photo } from '@/platform/photo'
import './index.scss'

interface Props {
  src: string
  /** The ground, until the picture has loaded and where it has none. */
  color?: string | undefined
  /** Said aloud; empty when the text beside it says the same. */
  alt?: string
  /** Side in px; fills the width when absent. */
  size?: number
  radius?: number
  className?: string
}

/** A square picture: the ground comes first, so that nothing jumps or flashes. */
export function Picture({ src, color, alt = '', size, radius = 0, className = '' }: Props) {
  /** By address: what was said of one picture says nothing of the next. */
  const [shown, setShown] = useState('')
  const [failed, setFailed] = useState('')
  const isMissing = !src || failed === src
  return (
    <View
      className={`picture ${size ? '' : 'picture--fluid'} ${className}`}
      style={{
        ...(size && { width: `${size}px`, height: `${size}px` }),
        ...(color && { backgroundColor: color }),
        borderRadius: `${radius}px`,
      }}
    >
      {isMissing ? (
        <View className="picture__missing">
          <Icon name="picture" size={Math.min(32, (size ?? 96) / 2.4)} />
        </View>
      ) : (
        <Photo
          className={`picture__photo ${shown === src ? 'picture__photo--shown' : ''}`}
          src={src}
          alt={alt}
          onShown={() => setShown(src)}
          onFailed={() => setFailed(src)}
        />
      )}
    </View>
  )
}
