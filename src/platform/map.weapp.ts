import Taro from '@tarojs/taro'
import type { MapPlace } from './map.h5'

/** Shows a place on WeChat's map. */
export function showOnMap({ latitude, longitude, name, address }: MapPlace): void {
  Taro.openLocation({ latitude, longitude, name, address }).catch(() => undefined)
}
