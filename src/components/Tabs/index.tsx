import { ScrollView, Text, View } from '@tarojs/components'
import { Pressable } from '@/platform/pressable'
import './index.scss'

interface Props<Key extends string> {
  /** `count`: how many wait there; none is not worth saying. */
  tabs: ReadonlyArray<{ key: Key; name: string; count?: number | undefined }>
  current: Key
  onChange(key: Key): void
}

/** Further than any row goes: its end. */
const END = 9999

/** A row of names, one of them chosen; where they do not fit, the chosen one is in sight. */
export function Tabs<Key extends string>({ tabs, current, onChange }: Props<Key>) {
  const isLate = tabs.findIndex(({ key }) => key === current) > (tabs.length - 1) / 2
  return (
    <ScrollView className="tabs" scrollX scrollLeft={isLate ? END : 0} enhanced showScrollbar={false}>
      <View className="tabs__row" {...{ role: 'tablist' }}>
        {tabs.map(({ key, name, count }) => (
          <Pressable
            key={key}
            className={`tabs__tab ${key === current ? 'tabs__tab--on' : ''}`}
            role="tab"
            isOn={key === current}
            onPress={() => onChange(key)}
          >
            <Text>{name}</Text>
            {Boolean(count) && <Text className="tabs__count">{count}</Text>}
          </Pressable>
        ))}
      </View>
    </ScrollView>
  )
}
