import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Chips } from '@/components/Chips'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/platform/pressable'
import { useSearchHistory } from '@/stores/search-history'
import { useShop } from '@/stores/shop'
import { texts } from '@/texts/goods'

/** Before a word is typed: what was searched for on this phone, and what the shop keeper suggests. */
export function Ideas({ onSearch }: { onSearch(word: string): void }) {
  const hot = useShop(shop => shop.searchWords)
  return (
    <>
      <History onSearch={onSearch} />
      {hot.length > 0 && (
        <View className="search__part">
          <View className="search__heading">
            <Text className="search__name">{texts.search.hot}</Text>
          </View>
          <View className="search__hot">
            {hot.map((word, i) => (
              <Pressable key={word} className="search__hot-word" onPress={() => onSearch(word)}>
                <Text className={`search__rank ${i < 3 ? 'search__rank--top' : ''}`}>{i + 1}</Text>
                <Text className="search__hot-name">{word}</Text>
              </Pressable>
            ))}
          </View>
        </View>
      )}
    </>
  )
}

/** The bin first opens the list for forgetting: words one by one, or all of them. */
function History({ onSearch }: { onSearch(word: string): void }) {
  const { words, forget, clear } = useSearchHistory()
  const [isEditing, setEditing] = useState(false)
  if (words.length === 0) return null
  return (
    <View className="search__part">
      <View className="search__heading">
        <Text className="search__name">{texts.search.history}</Text>
        {isEditing ? (
          <>
            <Pressable className="search__edit" onPress={clear}>
              {texts.search.clear}
            </Pressable>
            <Pressable className="search__edit search__edit--done" onPress={() => setEditing(false)}>
              {texts.done}
            </Pressable>
          </>
        ) : (
          <Pressable className="search__edit" label={texts.search.forget} onPress={() => setEditing(true)}>
            <Icon name="trash" size={18} />
          </Pressable>
        )}
      </View>
      <Chips
        label={texts.search.history}
        kind="action"
        chips={words.map(word => ({ key: word, name: word }))}
        isRemoving={isEditing}
        onPress={isEditing ? forget : onSearch}
      />
    </View>
  )
}
