import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/platform/pressable'
import './index.scss'

interface Props<Key extends string | number> {
  label: string
  chips: ReadonlyArray<{ key: Key; name: string }>
  /** The chosen one, where one of them can be. */
  current?: Key | undefined
  onPress(key: Key): void
  /** `choice`: one of them is on. `action`: each does something. */
  kind?: 'choice' | 'action'
  /** Pressing takes them away. */
  isRemoving?: boolean
}

/** Short words to press, side by side and below one another. */
export function Chips<Key extends string | number>({
  label,
  chips,
  current,
  onPress,
  kind = 'choice',
  isRemoving,
}: Props<Key>) {
  const role = kind === 'choice' ? 'radio' : 'button'
  return (
    <View className="chips" {...{ role: kind === 'choice' ? 'radiogroup' : 'group', 'aria-label': label }}>
      {chips.map(({ key, name }) => (
        <Pressable
          key={key}
          className={`chips__chip ${key === current ? 'chips__chip--on' : ''}`}
          role={role}
          {...(kind === 'choice' && { isOn: key === current })}
          onPress={() => onPress(key)}
        >
          <Text className="chips__name">{name}</Text>
          {isRemoving && <Icon name="close" size={12} className="chips__remove" />}
        </Pressable>
      ))}
    </View>
  )
}
