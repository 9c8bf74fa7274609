import { ScrollView, Text, View } from '@tarojs/components'
import { Pressable } from '@/platform/pressable'
import './index.scss'

interface Props<Key extends string> {
  /** `count`: how many wait there; none is not worth saying. */
  tabs: ReadonlyArray<{ key: Key; name: string; count?: number | undefined }>
  current: Key
  onChange(key: Key): void
}

/** A row of names, one of them chosen. */
export function Tabs<Key extends string>({ tabs, current, onChange }: Props<Key>) {
  return (
    <ScrollView className="tabs" scrollX enhanced showScrollbar={false}>
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
