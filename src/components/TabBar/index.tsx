import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Icon, type IconName } from '@/components/Icon'
import { pages } from '@/lib/pages'
import { Pressable } from '@/platform/pressable'
import { useCartCount } from '@/stores/cart'
import { texts } from '@/texts'
import './index.scss'

const tabs = [
  { name: 'home', icon: 'home', url: pages.home },
  { name: 'category', icon: 'grid', url: pages.category },
  { name: 'cart', icon: 'cart', url: pages.cart },
  { name: 'me', icon: 'person', url: pages.me },
] as const satisfies Array<{ name: string; icon: IconName; url: string }>

export type Tab = (typeof tabs)[number]['name']

/** The four tabs. Each tab page draws it, so that the current one is never in doubt. */
export const TabBar = ({ current }: { current: Tab }) => <TabsOfShop current={current} inCart={useCartCount()} />

/** `inCart`: how many pieces; none is not worth saying. */
export const TabsOfShop = ({ current, inCart }: { current: Tab; inCart: number }) => (
  <View className="tab-bar">
    <View className="tab-bar__room" />
    <View className="tab-bar__bar" {...{ role: 'tablist' }}>
      {tabs.map(({ name, icon, url }) => (
        <Pressable
          key={name}
          className={`tab-bar__tab ${name === current ? 'tab-bar__tab--on' : ''}`}
          role="tab"
          isOn={name === current}
          onPress={() => {
            if (name !== current) Taro.switchTab({ url })
          }}
        >
          <View className="tab-bar__icon">
            <Icon name={icon} />
            {name === 'cart' && inCart > 0 && <Text className="tab-bar__count">{inCart > 99 ? '99+' : inCart}</Text>}
          </View>
          <Text className="tab-bar__name">{texts.tabs[name]}</Text>
        </Pressable>
      ))}
    </View>
  </View>
)
