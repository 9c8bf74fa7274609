import { Text, View } from '@tarojs/components'
import { useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { dataOrNone, listOf, wxapi } from '@/api'
import { Chips } from '@/components/Chips'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { ListEnd } from '@/components/ListEnd'
import { Page } from '@/components/Page'
import { ReviewCard } from '@/components/ReviewCard'
import { Skeleton } from '@/components/Skeleton'
import { usePull } from '@/lib/page-hooks'
import { useLoad } from '@/lib/use-load'
import { PAGE_SIZE, usePages } from '@/lib/use-pages'
import { texts } from '@/texts/goods'
import './index.scss'

const filters = {
  all: {},
  good: { goodReputation: 2 },
  medium: { goodReputation: 1 },
  bad: { goodReputation: 0 },
  pictured: { hasPic: true },
} as const
type Filter = keyof typeof filters
const names = Object.keys(filters) as Filter[]

/** What others say of a product: all of it, or by what they thought. */
export default function Reviews() {
  const goodsId = Number(useRouter().params.id)
  const [filter, setFilter] = useState<Filter>('all')
  const counts = useLoad(() => countsOf(goodsId), [goodsId])
  const reviews = usePages(
    page => listOf(wxapi.goodsReputationV2({ goodsId, ...filters[filter], page, pageSize: PAGE_SIZE })),
    [goodsId, filter],
  )
  useReachBottom(reviews.more)
  usePull(() => Promise.all([reviews.reload(), counts.reload()]))
  const { rows, error } = reviews
  const { all = 0, good = 0 } = counts.data ?? {}
  const chips: Array<{ key: Filter; name: string }> = names
    .filter(name => name === 'all' || name === filter || (counts.data?.[name] ?? 0) > 0)
    .map(name => ({ key: name, name: texts.reviews.filter(texts.reviews[name], counts.data?.[name]) }))
  return (
    <Page title={texts.reviews.title}>
      <View className="reviews">
        <View className="reviews__head">
          {all > 0 && (
            <View className="reviews__share">
              <Text className="reviews__percent">{Math.round((good / all) * 100)}%</Text>
              <Text className="reviews__good">{texts.reviews.goodShare}</Text>
            </View>
          )}
          <View className="reviews__filters">
            {counts.isLoading && !counts.data ? (
              <Skeleton width={200} height={34} radius={17} />
            ) : (
              all > 0 && (
                <Chips label={texts.reviews.which} chips={chips} current={filter} onPress={key => setFilter(key)} />
              )
            )}
          </View>
        </View>
        {!rows && !error && [1, 2, 3].map(i => <Skeleton key={i} height={120} radius={18} gap={12} />)}
        {!rows && error && <Failed error={error} onRetry={reviews.reload} />}
        {rows?.length === 0 && <Empty icon="pen" title={texts.goods.noReviews} text={texts.reviews.emptyText} />}
        {rows?.map(review => (
          <View key={review.goods.id} className="reviews__card">
            <ReviewCard review={review} />
          </View>
        ))}
        <ListEnd of={reviews} />
      </View>
    </Page>
  )
}

/** How many there are of each kind. */
async function countsOf(goodsId: number): Promise<Record<Filter, number>> {
  const totals = names.map(async name => {
    const found = await dataOrNone(wxapi.goodsReputationV2({ goodsId, ...filters[name], page: 1, pageSize: 1 }))
    return [name, found?.totalRow ?? 0] as const
  })
  return Object.fromEntries(await Promise.all(totals)) as Record<Filter, number>
}
