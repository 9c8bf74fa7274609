import { View } from '@tarojs/components'
import { useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { listOf, wxapi } from '@/api'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { GoodsShelf, ShelfSkeleton } from '@/components/GoodsShelf'
import { ListEnd } from '@/components/ListEnd'
import { Page } from '@/components/Page'
import { filtersOf, type GoodsQuery, isFiltered, reordered } from '@/lib/goods-query'
import { usePull } from '@/lib/page-hooks'
import { PAGE_SIZE, usePages } from '@/lib/use-pages'
import { texts } from '@/texts'
import { OrderRow } from './OrderRow'
import { PriceFilter } from './PriceFilter'
import { SearchField } from './SearchField'
import './index.scss'

export default function GoodsList() {
  const { params } = useRouter()
  const [query, setQuery] = useState<GoodsQuery>({
    word: decodeURIComponent(params.k ?? ''),
    ...(params.categoryId && { categoryId: Number(params.categoryId) }),
    ...(params.categoryKey && { categoryKey: decodeURIComponent(params.categoryKey) }),
    order: 'usual',
    isDescending: false,
    lowest: '',
    highest: '',
  })
  const [isFiltering, setFiltering] = useState(false)
  const goods = usePages(page => listOf(wxapi.goodsv2({ ...filtersOf(query), page, pageSize: PAGE_SIZE })), [query])
  useReachBottom(goods.more)
  usePull(goods.reload)

  const title = decodeURIComponent(params.title ?? '') || texts.goodsList.title
  const { word } = query
  return (
    <Page title={title}>
      <View className="goods-list__head">
        <SearchField word={word} isFocused={params.focus === 'true'} onSearch={word => setQuery({ ...query, word })} />
        <OrderRow
          query={query}
          onOrder={order => setQuery(reordered(query, order))}
          onFilter={() => setFiltering(true)}
        />
      </View>
      <View className="goods-list">
        {!goods.rows && !goods.error && <ShelfSkeleton count={6} />}
        {!goods.rows && goods.error && <Failed error={goods.error} onRetry={goods.reload} />}
        {goods.rows?.length === 0 && (
          <Empty
            icon="search"
            title={word ? texts.goodsList.emptyFor(word) : texts.goodsList.empty}
            text={texts.goodsList.emptyText}
            {...((word || isFiltered(query)) && {
              action: texts.goodsList.reset,
              onAction: () => setQuery({ ...query, word: '', lowest: '', highest: '' }),
            })}
          />
        )}
        {goods.rows && <GoodsShelf rows={goods.rows} />}
        <ListEnd of={goods} />
      </View>
      <PriceFilter
        isOpen={isFiltering}
        query={query}
        onClose={() => setFiltering(false)}
        onChoose={range => setQuery({ ...query, ...range })}
      />
    </Page>
  )
}
