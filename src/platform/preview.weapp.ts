import Taro from '@tarojs/taro'

/** WeChat's own viewer, from which pictures are also sent and kept. */
export function previewPictures(urls: readonly string[], current: string): void {
  Taro.previewImage({ urls: [...urls], current }).catch(() => undefined)
}
