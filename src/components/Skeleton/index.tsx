import { View } from '@tarojs/components'
import './index.scss'

interface Props {
  width?: number | string
  height: number | string
  radius?: number
  /** Room below. */
  gap?: number
}

const sized = (length: number | string) => (typeof length === 'number' ? `${length}px` : length)

/** The place of something that is still loading. */
export const Skeleton = ({ width = '100%', height, radius = 8, gap = 0 }: Props) => (
  <View
    className="skeleton"
    style={{ width: sized(width), height: sized(height), borderRadius: `${radius}px`, marginBottom: `${gap}px` }}
  />
)
