import { Swiper, SwiperItem } from '@tarojs/components'
import { Children } from 'react'
import type { CarouselProps } from './carousel.h5'
import './carousel.scss'

export function Carousel({ className = '', pause, onChange, children }: CarouselProps) {
  const isLoop = Children.count(children) > 1 && pause !== undefined
  return (
    <Swiper
      className={`carousel ${className}`}
      circular={isLoop}
      autoplay={isLoop}
      interval={pause ?? 0}
      duration={240}
      onChange={({ detail }) => onChange?.(detail.current)}
    >
      {Children.map(children, slide => (
        <SwiperItem className="carousel__slide">{slide}</SwiperItem>
      ))}
    </Swiper>
  )
}
