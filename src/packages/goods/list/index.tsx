import { View } from '@tarojs/components'
import { useReachBottom, useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { listOf, wxapi } from '@/api'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { GoodsRows, GoodsShelf, RowsSkeleton, ShelfSkeleton } from '@/components/GoodsShelf'
import { ListEnd } from '@/components/ListEnd'
import { Page } from '@/components/Page'
import { filtersOf, isFiltered, noFilter, queryOf, reordered, tagsIn } from '@/lib/goods-query'
import { usePull } from '@/lib/page-hooks'
import { open, pages, passedOn } from '@/lib/pages'
import { useMyId } from '@/lib/use-my-id'
import { PAGE_SIZE, usePages } from '@/lib/use-pages'
import { useDensity } from '@/stores/density'
import { texts } from '@/texts/goods'
import { Conditions } from './Conditions'
import { Filter } from './Filter'
import { OrderRow } from './OrderRow'
import { SearchField } from './SearchField'
import './index.scss'

const MOST_TAGS = 10

export default function GoodsList() {
  const { params } = useRouter()
  const [query, setQuery] = useState(() => queryOf(params))
  const [isFiltering, setFiltering] = useState(false)
  const isRows = useDensity(density => density.isRows)
  const goods = usePages(
    page => listOf(wxapi.goodsv2({ ...filtersOf(query), page, pageSize: PAGE_SIZE })),
    [query],
    `list:${JSON.stringify(filtersOf(query))}`,
  )
  useReachBottom(goods.more)
  usePull(goods.reload)

  const title = decodeURIComponent(params.title ?? '') || texts.goodsList.title
  const { rows, error } = goods
  const { word } = query
  const isNarrow = Boolean(word) || isFiltered(query)
  const { categoryId, categoryKey } = query
  const named = title === texts.goodsList.title ? {} : { title }
  const path = passedOn(pages.goodsList({ k: word, categoryId, categoryKey, ...named }), useMyId())
  const card = { title: word || title, path }
  useShareAppMessage(() => card)
  return (
    <Page title={title} card={card}>
      <View className="goods-list__head">
        <SearchField word={word} onClear={() => setQuery({ ...query, word: '' })} />
        <OrderRow
          query={query}
          onOrder={order => setQuery(reordered(query, order))}
          onFilter={() => setFiltering(true)}
        />
        <Conditions query={query} onChange={changed => setQuery({ ...query, ...changed })} />
      </View>
      <View className="goods-list">
        {!rows && !error && (isRows ? <RowsSkeleton count={6} /> : <ShelfSkeleton count={6} />)}
        {!rows && error && <Failed error={error} onRetry={goods.reload} />}
        {rows?.length === 0 && (
          <Empty
            icon="search"
            title={word ? texts.goodsList.emptyFor(word) : texts.goodsList.empty}
            text={isNarrow ? texts.goodsList.emptyText : undefined}
            action={isNarrow ? texts.goodsList.reset : texts.errors.home}
            onAction={() => (isNarrow ? setQuery({ ...query, ...noFilter, word: '' }) : open(pages.home))}
          />
        )}
        {rows && (isRows ? <GoodsRows rows={rows} /> : <GoodsShelf rows={rows} />)}
        <ListEnd of={goods} />
      </View>
      <Filter
        isOpen={isFiltering}
        query={query}
        tags={tagsIn(rows ?? [], MOST_TAGS)}
        onClose={() => setFiltering(false)}
        onChoose={filter => setQuery({ ...query, ...filter })}
      />
    </Page>
  )
}
