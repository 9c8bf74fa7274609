import { useEffect, useRef } from 'react'

export interface PhotoProps {
  className: string
  src: string
  /** Empty for decoration. */
  alt: string
  onShown(): void
  onFailed(): void
}

/** A picture that fills its frame and loads when it comes near. */
export function Photo({ className, src, alt, onShown, onFailed }: PhotoProps) {
  const image = useRef<HTMLImageElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a picture from the cache may be there before React listens
  useEffect(() => {
    if (image.current?.complete && image.current.naturalWidth > 0) onShown()
  }, [src])
  return (
    <img
      ref={image}
      className={className}
      src={src}
      alt={alt}
      loading="lazy"
      decoding="async"
      draggable={false}
      onLoad={onShown}
      onError={onFailed}
    />
  )
}
