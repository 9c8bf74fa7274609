import { ScrollView, Text, View } from '@tarojs/components'
import { Pressable } from '@/platform/pressable'
import './index.scss'

interface Props<Key extends string> {
  tabs: ReadonlyArray<{ key: Key; name: string }>
  current: Key
  onChange(key: Key): void
}

/** A row of names, one of them chosen. */
export function Tabs<Key extends string>({ tabs, current, onChange }: Props<Key>) {
  return (
    <ScrollView className="tabs" scrollX enhanced showScrollbar={false}>
      <View className="tabs__row" {...{ role: 'tablist' }}>
        {tabs.map(({ key, name }) => (
          <Pressable
            key={key}
            className={`tabs__tab ${key === current ? 'tabs__tab--on' : ''}`}
            role="tab"
            isOn={key === current}
            onPress={() => onChange(key)}
          >
            <Text>{name}</Text>
          </Pressable>
        ))}
      </View>
    </ScrollView>
  )
}
