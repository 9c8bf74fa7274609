import { View } from '@tarojs/components'

/** WeChat wants this file where tabs are custom. Ours are drawn by each tab page: see `components/TabBar`. */
export default function NativeTabBar() {
  return <View />
}
