import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dataOrNone, wxapi } from '@/api'
import { Icon } from '@/components/Icon'
import { ReviewCard } from '@/components/ReviewCard'
import { pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/goods'

interface Props {
  goodsId: number
  /** What stands below: it waits for the reviews, so that nothing moves when they come. */
  children: ReactNode
}

/** How many spoke, and the newest of them. */
export function ReviewsPreview({ goodsId, children }: Props) {
  const { data, isLoading } = useLoad(
    () => dataOrNone(wxapi.goodsReputationV2({ goodsId, page: 1, pageSize: 1 })),
    [goodsId],
  )
  const newest = data?.result[0]
  if (isLoading) return <View className="product__room" />
  return (
    <>
      {data && newest && (
        <View className="product__card product__reviews">
          <Pressable className="product__reviews-head" to={pages.reviews(goodsId)}>
            <Text className="product__heading">{texts.goods.reviews(data.totalRow)}</Text>
            <Text className="product__reviews-all">{texts.goods.allReviews}</Text>
            <Icon name="right" size={14} />
          </Pressable>
          <ReviewCard review={newest} />
        </View>
      )}
      {children}
    </>
  )
}
