import Taro from '@tarojs/taro'
import type { MapPoint } from './map-point.h5'

/** A place that somebody marks on WeChat's map; undefined when they changed their mind. */
export const chooseMapPoint = (): Promise<MapPoint | undefined> =>
  Taro.chooseLocation({}).then(
    ({ latitude, longitude }) => ({ latitude: Number(latitude), longitude: Number(longitude) }),
    () => undefined,
  )
