import Taro from '@tarojs/taro'
import type { Params } from '@/lib/inviter'

/** What the card, link or code says that brought somebody here, at launch or from the background. */
export const arrivalParams = (): Params => Taro.getEnterOptionsSync().query ?? {}
