import { Video } from '@tarojs/components'
import type { FilmProps } from './film.h5'

/** A film that plays at once, with WeChat's own controls. */
export const Film = ({ className, src, poster, label, onEnded }: FilmProps) => (
  <Video
    className={className}
    src={src}
    poster={poster}
    title={label}
    autoplay
    controls
    showMuteBtn
    objectFit="contain"
    onEnded={onEnded}
  />
)
