import { View } from '@tarojs/components'
import type { Goods } from '@/api'
import { GoodsCard } from '@/components/GoodsCard'
import { Skeleton } from '@/components/Skeleton'

export const GoodsShelf = ({ rows }: { rows: readonly Goods[] }) => (
  <View className="shelf">
    {rows.map(goods => (
      <GoodsCard key={goods.id} goods={goods} />
    ))}
  </View>
)

export const ShelfSkeleton = ({ count = 4 }: { count?: number }) => (
  <View className="shelf">
    {Array.from({ length: count }, (_, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: places, not things
      <View key={i} className="goods-card">
        <View className="shelf__picture" />
        <View className="goods-card__about">
          <Skeleton height={14} gap={8} />
          <Skeleton width="60%" height={14} gap={18} />
          <Skeleton width={72} height={20} />
        </View>
      </View>
    ))}
  </View>
)
