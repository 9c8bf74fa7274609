import { Text, View } from '@tarojs/components'
import { useShop } from '@/stores/shop'
import { texts } from '@/texts'
import './index.scss'

/** Says that this is a demonstration, where it is one. It comes late: nothing may stand below it. */
export const DemoLine = () => (useShop(shop => shop.isDemo) ? <DemoWords /> : null)

/** The same in two words, which take no room. */
export const DemoTag = () => (useShop(shop => shop.isDemo) ? <DemoMark /> : null)

export const DemoWords = () => (
  <View className="demo-line">
    <Text className="demo-line__name">{texts.demo.name}</Text>
    <Text>{texts.demo.meaning}</Text>
  </View>
)

export const DemoMark = () => <Text className="demo-tag">{texts.demo.name}</Text>
