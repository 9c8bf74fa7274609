import { Text, View } from '@tarojs/components'
import { useShop } from '@/stores/shop'
import { texts } from '@/texts'
import './index.scss'

/** Says that this is a demonstration, where it is one. It comes late: nothing may stand below it. */
export function DemoLine() {
  const isDemo = useShop(shop => shop.isDemo)
  if (!isDemo) return null
  return (
    <View className="demo-line">
      <Text className="demo-line__name">{texts.demo.name}</Text>
      <Text>{texts.demo.meaning}</Text>
    </View>
  )
}

/** The same in two words, which take no room. */
export function DemoTag() {
  const isDemo = useShop(shop => shop.isDemo)
  return isDemo ? <Text className="demo-tag">{texts.demo.name}</Text> : null
}
