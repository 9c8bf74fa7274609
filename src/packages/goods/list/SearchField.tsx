import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { pages } from '@/lib/pages'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/goods'

/** Looks like a field and leads to the page where one types. */
export const SearchField = ({ word, onClear }: { word: string; onClear(): void }) => (
  <View className="search-field">
    <Pressable
      className="search-field__word"
      label={word ? `${texts.goodsList.search}: ${word}` : texts.goodsList.search}
      to={pages.search({ k: word })}
    >
      <Icon name="search" size={18} />
      <Text className={`search-field__text ${word ? 'search-field__text--on' : ''}`}>
        {word || texts.goodsList.search}
      </Text>
    </Pressable>
    {word && (
      <Pressable className="search-field__clear" label={texts.goodsList.clear} onPress={onClear}>
        <Icon name="close" size={16} />
      </Pressable>
    )}
  </View>
)
