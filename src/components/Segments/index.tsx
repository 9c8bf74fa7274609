import { Text, View } from '@tarojs/components'
import { Pressable } from '@/platform/pressable'
import './index.scss'

interface Props<Key extends string> {
  /** What is chosen here, said aloud. */
  label: string
  choices: ReadonlyArray<{ key: Key; name: string }>
  current: Key
  onChange(key: Key): void
}

/** One of a few, all of them in sight. */
export function Segments<Key extends string>({ label, choices, current, onChange }: Props<Key>) {
  return (
    <View className="segments" ariaRole="radiogroup" ariaLabel={label} {...{ role: 'radiogroup', 'aria-label': label }}>
      {choices.map(({ key, name }) => (
        <Pressable
          key={key}
          className={`segments__choice ${key === current ? 'segments__choice--on' : ''}`}
          role="radio"
          isOn={key === current}
          onPress={() => {
            if (key !== current) onChange(key)
          }}
        >
          <Text>{name}</Text>
        </Pressable>
      ))}
    </View>
  )
}
