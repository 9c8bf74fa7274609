export interface FilmProps {
  className: string
  src: string
  /** Shown until it plays. */
  poster: string
  label: string
  onEnded(): void
}

/** A film that plays at once, with the browser's own controls; without sound until somebody wants it. */
export const Film = ({ className, src, poster, label, onEnded }: FilmProps) => (
  // biome-ignore lint/a11y/useMediaCaption: what shop keepers film has no captions
  <video
    className={className}
    src={src}
    poster={poster}
    aria-label={label}
    controls
    autoPlay
    playsInline
    preload="auto"
    onEnded={onEnded}
  />
)
