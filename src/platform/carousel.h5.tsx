import { Children, type ReactNode, useEffect, useRef } from 'react'
import './carousel.scss'

export interface CarouselProps {
  className?: string
  label: string
  /** Moves on by itself after so many milliseconds. */
  pause?: number
  onChange?(index: number): void
  children: ReactNode
}

/** Slides side by side, moved by the browser's own scrolling: no library, and right with any pointer. */
export function Carousel({ className = '', label, pause, onChange, children }: CarouselProps) {
  const rail = useRef<HTMLDivElement>(null)
  const current = useRef(0)
  const count = Children.count(children)

  const noticeSlide = () => {
    const { scrollLeft = 0, clientWidth = 1 } = rail.current ?? {}
    const index = Math.round(scrollLeft / clientWidth)
    if (index !== current.current) onChange?.(index)
    current.current = index
  }

  useEffect(() => {
    if (!pause || count < 2 || matchMedia('(prefers-reduced-motion: reduce)').matches) return
    const timer = setInterval(() => {
      const { current: element } = rail
      if (!element?.offsetParent || element.matches(':hover, :active, :focus-within')) return
      element.scrollTo({ left: ((current.current + 1) % count) * element.clientWidth, behavior: 'smooth' })
    }, pause)
    return () => clearInterval(timer)
  }, [pause, count])

  return (
    <section
      ref={rail}
      className={`carousel ${className}`}
      aria-roledescription="carousel"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it
      tabIndex={0}
      onScroll={noticeSlide}
    >
      {Children.map(children, slide => (
        <div className="carousel__slide">{slide}</div>
      ))}
    </section>
  )
}
