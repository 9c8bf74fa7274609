import { Text, View } from '@tarojs/components'
import { useRef } from 'react'
import { type Goods, listOf, wxapi } from '@/api'
import { Icon } from '@/components/Icon'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { highlighted } from '@/lib/highlight'
import { open, pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { useSettled } from '@/lib/use-settled'
import { Pressable } from '@/platform/pressable'
import { useSearchHistory } from '@/stores/search-history'
import { texts } from '@/texts/goods'

const MOST = 8
/** Shorter than a word takes to type, longer than a letter. */
const PAUSE_MS = 250

interface Props {
  typed: string
  onSearch(word: string): void
}

/** What the words may mean while they are typed: to search for, and goods to open at once. */
export function Suggestions({ typed, onSearch }: Props) {
  const word = useSettled(typed, PAUSE_MS)
  const { data } = useLoad(() => listOf(wxapi.goodsv2({ k: word, page: 1, pageSize: MOST })), [word])
  /** The goods of the word before stay until those of this one are known. */
  const latest = useRef<Goods[]>([])
  if (data) latest.current = data
  return (
    <>
      <Pressable className="search__suggestion" onPress={() => onSearch(typed)}>
        <Icon name="search" size={18} className="search__suggestion-icon" />
        <Text className="search__suggestion-name">{texts.search.for(typed)}</Text>
        <Icon name="right" size={14} className="search__suggestion-icon" />
      </Pressable>
      {latest.current.map(goods => (
        <Suggestion key={goods.id} goods={goods} typed={typed} />
      ))}
    </>
  )
}

function Suggestion({ goods, typed }: { goods: Goods; typed: string }) {
  const { id, name, pic, picColor, minPrice } = goods
  const openGoods = () => {
    useSearchHistory.getState().remember(typed)
    open(pages.goods(id))
  }
  return (
    <Pressable className="search__suggestion" role="link" to={pages.goods(id)} onPress={openGoods}>
      <Picture src={pic} color={picColor} size={44} radius={10} />
      <View className="search__suggestion-name">
        {highlighted(name, typed).map(({ text, isMatch }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name
          <Text key={i} className={isMatch ? 'search__match' : ''}>
            {text}
          </Text>
        ))}
      </View>
      <Price value={minPrice} size="s" tone="ink" />
    </Pressable>
  )
}
