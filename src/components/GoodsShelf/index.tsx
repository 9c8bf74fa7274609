import { View } from '@tarojs/components'
import type { Goods } from '@/api'
import { GoodsCard } from '@/components/GoodsCard'
import { Skeleton } from '@/components/Skeleton'

interface Rows {
  rows: readonly Goods[]
}

/** Large pictures, two beside each other. */
export const GoodsShelf = ({ rows }: Rows) => (
  <View className="shelf">
    {rows.map(goods => (
      <GoodsCard key={goods.id} goods={goods} />
    ))}
  </View>
)

/** One below the other, more of them in sight. */
export const GoodsRows = ({ rows }: Rows) => (
  <View className="shelf shelf--rows">
    {rows.map(goods => (
      <GoodsCard key={goods.id} goods={goods} isRow />
    ))}
  </View>
)

const places = (count: number) => Array.from({ length: count }, (_, i) => i)

export const ShelfSkeleton = ({ count = 4 }: { count?: number }) => (
  <View className="shelf">
    {places(count).map(i => (
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

export const RowsSkeleton = ({ count = 4 }: { count?: number }) => (
  <View className="shelf shelf--rows">
    {places(count).map(i => (
      <View key={i} className="goods-card goods-card--row">
        <Skeleton width={96} height={96} radius={12} />
        <View className="goods-card__about">
          <Skeleton height={14} gap={8} />
          <Skeleton width="60%" height={14} gap={24} />
          <Skeleton width={72} height={20} />
        </View>
      </View>
    ))}
  </View>
)
