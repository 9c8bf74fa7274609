import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Page } from '@/components/Page'
import { pages, replaceBy } from '@/lib/pages'
import { useSearchHistory } from '@/stores/search-history'
import { useShop } from '@/stores/shop'
import { texts } from '@/texts/goods'
import { Field } from './Field'
import { Ideas } from './Ideas'
import { Suggestions } from './Suggestions'
import './index.scss'

/** Where somebody says what they look for. What they say leads to the goods list, which takes this page's place. */
export default function Search() {
  const { params } = useRouter()
  const [text, setText] = useState(decodeURIComponent(params.k ?? ''))
  const hint = useShop(shop => shop.searchWords[0])
  const typed = text.trim()

  const search = (word: string) => {
    const wanted = word.trim() || hint
    if (!wanted) return
    useSearchHistory.getState().remember(wanted)
    replaceBy(pages.goodsList({ k: wanted }))
  }
  return (
    <Page title={texts.search.title}>
      <View className="search__head">
        <Field text={text} hint={hint} onChange={setText} onSearch={search} />
      </View>
      <View className="search">
        {typed ? <Suggestions typed={typed} onSearch={search} /> : <Ideas onSearch={search} />}
      </View>
    </Page>
  )
}
