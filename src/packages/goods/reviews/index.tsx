import { View } from '@tarojs/components'
import { useReachBottom, useRouter } from '@tarojs/taro'
import { listOf, wxapi } from '@/api'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { ListEnd } from '@/components/ListEnd'
import { Page } from '@/components/Page'
import { ReviewCard } from '@/components/ReviewCard'
import { Skeleton } from '@/components/Skeleton'
import { usePull } from '@/lib/page-hooks'
import { PAGE_SIZE, usePages } from '@/lib/use-pages'
import { texts } from '@/texts'
import './index.scss'

export default function Reviews() {
  const goodsId = Number(useRouter().params.id)
  const reviews = usePages(page => listOf(wxapi.goodsReputationV2({ goodsId, page, pageSize: PAGE_SIZE })), [goodsId])
  useReachBottom(reviews.more)
  usePull(reviews.reload)
  const { rows, error } = reviews
  return (
    <Page title={texts.goods.allReviews}>
      <View className="reviews">
        {!rows && !error && [1, 2, 3].map(i => <Skeleton key={i} height={120} radius={18} gap={12} />)}
        {!rows && error && <Failed error={error} onRetry={reviews.reload} />}
        {rows?.length === 0 && <Empty icon="pen" title={texts.goods.noReviews} />}
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
