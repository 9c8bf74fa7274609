import Taro from '@tarojs/taro'

/** Pictures of the device, at most so many; none when the shopper changed their mind. */
export const choosePictures = (most: number): Promise<string[]> =>
  new Promise(resolve => {
    Taro.chooseMedia({
      count: most,
      mediaType: ['image'],
      sizeType: ['compressed'],
      success: ({ tempFiles }) => resolve(tempFiles.map(({ tempFilePath }) => tempFilePath)),
      fail: () => resolve([]),
    })
  })
