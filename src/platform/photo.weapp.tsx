import { Image } from '@tarojs/components'
import type { PhotoProps } from './photo.h5'

/** A picture that fills its frame and loads when it comes near. */
export function Photo({ className, src, alt, onShown, onFailed }: PhotoProps) {
  return (
    <Image
      className={className}
      src={src}
      mode="aspectFill"
      lazyLoad
      ariaLabel={alt}
      onLoad={onShown}
      onError={onFailed}
    />
  )
}
