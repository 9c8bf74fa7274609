import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/platform/pressable'
import { TextInput } from '@/platform/text-input'
import { texts } from '@/texts/goods'

interface Props {
  text: string
  /** What an empty field searches for. */
  hint: string | undefined
  onChange(text: string): void
  onSearch(word: string): void
}

const MOST = 50

export function Field({ text, hint, onChange, onSearch }: Props) {
  return (
    <View className="search__bar">
      <View className="search__field">
        <Icon name="search" size={18} />
        <TextInput
          className="search__input"
          kind="search"
          label={texts.goodsList.search}
          value={text}
          placeholder={hint ?? texts.goodsList.search}
          maxLength={MOST}
          isFocused
          onChange={onChange}
          onConfirm={onSearch}
        />
        {text && (
          <Pressable className="search__clear" label={texts.goodsList.clear} onPress={() => onChange('')}>
            <Icon name="close" size={16} />
          </Pressable>
        )}
      </View>
      <Pressable className="search__go" onPress={() => onSearch(text)}>
        <Text>{texts.search.go}</Text>
      </Pressable>
    </View>
  )
}
