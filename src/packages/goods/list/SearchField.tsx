import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/platform/pressable'
import { TextInput } from '@/platform/text-input'
import { useShop } from '@/stores/shop'
import { texts } from '@/texts'

interface Props {
  word: string
  isFocused: boolean
  onSearch(word: string): void
}

const MOST = 50

/** Searches when the keyboard says so; below, what others look for. */
export function SearchField({ word, isFocused, onSearch }: Props) {
  const [text, setText] = useState(word)
  useEffect(() => setText(word), [word])
  const suggestions = useShop(shop => shop.searchWords)
  return (
    <>
      <View className="search-field">
        <Icon name="search" size={18} />
        <TextInput
          className="search-field__input"
          kind="search"
          label={texts.goodsList.search}
          value={text}
          placeholder={texts.goodsList.search}
          maxLength={MOST}
          isFocused={isFocused}
          onChange={setText}
          onConfirm={text => onSearch(text.trim())}
        />
        {text && (
          <Pressable
            className="search-field__clear"
            label={texts.goodsList.clear}
            onPress={() => {
              setText('')
              onSearch('')
            }}
          >
            <Icon name="close" size={16} />
          </Pressable>
        )}
      </View>
      {isFocused && !word && suggestions.length > 0 && (
        <View className="search-field__suggestions">
          {suggestions.map(suggestion => (
            <Pressable key={suggestion} className="search-field__suggestion" onPress={() => onSearch(suggestion)}>
              {suggestion}
            </Pressable>
          ))}
        </View>
      )}
    </>
  )
}
