import Taro from '@tarojs/taro'
import type { Kept } from './album.h5'

/** Into the phone's album, if its owner allows it. */
export async function keepPicture(path: string, _name: string): Promise<Kept> {
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: path })
    return 'kept'
  } catch (reason) {
    const { errMsg = '' } = reason as { errMsg?: string }
    return /auth|deny|denied|permission/i.test(errMsg) ? 'askAgain' : 'refused'
  }
}

export const openAlbumSettings = (): Promise<unknown> => Taro.openSetting().catch(() => undefined)

/** Whether a button keeps pictures; else a long press does. */
export const canKeep = true
