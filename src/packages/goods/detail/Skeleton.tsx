import { View } from '@tarojs/components'
import { Skeleton } from '@/components/Skeleton'

export const DetailSkeleton = () => (
  <>
    <View className="gallery">
      <View className="gallery__frame" />
    </View>
    <View className="product">
      <Skeleton width={150} height={36} gap={14} />
      <Skeleton height={20} gap={8} />
      <Skeleton width="60%" height={20} gap={20} />
      <Skeleton height={142} radius={18} gap={12} />
      <Skeleton height={120} radius={18} />
    </View>
  </>
)
