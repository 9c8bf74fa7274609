import { View } from '@tarojs/components'
import { Skeleton } from '@/components/Skeleton'

export const KeptSkeleton = () => (
  <>
    <View className="kept__head">
      <Skeleton width={64} height={14} />
    </View>
    <View className="kept__card">
      {[1, 2, 3, 4, 5].map(i => (
        <View key={i} className="kept__row">
          <Skeleton width={84} height={84} radius={12} />
          <View className="kept__about">
            <Skeleton height={14} gap={8} />
            <Skeleton width="50%" height={14} gap={20} />
            <Skeleton width={72} height={18} />
          </View>
        </View>
      ))}
    </View>
  </>
)
