import { Image } from '@tarojs/components'
import type { WholeProps } from './whole.h5'

/** A picture that is shown whole, and that a long press keeps or sends. */
export const Whole = ({ className, src, alt }: WholeProps) => (
  <Image className={className} src={src} mode="aspectFit" ariaLabel={alt} showMenuByLongpress />
)
