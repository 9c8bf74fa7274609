import Taro from '@tarojs/taro'
import theme from '@/theme.json'
import type { Appearance } from './appearance.h5'

export type { Appearance }

/** Classes of the page's own ground: a mini-program has no root that it could mark. */
export const appearanceClass = ({ scheme, size }: Appearance): string =>
  `${scheme === 'system' ? '' : `page--${scheme}`} ${size === 'large' ? 'page--large' : ''}`

/** WeChat colours the bar and the ground behind a page as the phone is; whoever chose otherwise has them painted over. */
export function applyAppearance({ scheme }: Appearance): void {
  if (scheme === 'system' && !isPainted) return
  isPainted = true
  const { paper, ink, dots } = theme[scheme === 'system' ? (Taro.getAppBaseInfo().theme ?? 'light') : scheme]
  Taro.setNavigationBarColor({ frontColor: ink === 'black' ? '#000000' : '#ffffff', backgroundColor: paper })
  Taro.setBackgroundColor({ backgroundColor: paper, backgroundColorTop: paper, backgroundColorBottom: paper })
  Taro.setBackgroundTextStyle({ textStyle: dots as 'dark' | 'light' })
}

/** Since the program began, on any page. */
let isPainted = false
