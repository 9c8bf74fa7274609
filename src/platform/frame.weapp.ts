import Taro from '@tarojs/taro'

/** WeChat draws title and back button, except on pages with `navigationStyle: 'custom'`. */
export const drawsTitle = true

const { statusBarHeight: height = 20, windowWidth } = Taro.getWindowInfo()
const capsule = Taro.getMenuButtonBoundingClientRect()

export const statusBarHeight = height
/** The capsule sits in the middle of the bar. */
export const barHeight = capsule.height + 2 * (capsule.top - height)
export const capsuleWidth = windowWidth - capsule.left
