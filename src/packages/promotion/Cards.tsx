import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Skeleton } from '@/components/Skeleton'
import './cards.scss'
import './goods-row.scss'

/** Promotions below one another. */
export const Cards = ({ children }: { children: ReactNode }) => <View className="promotions">{children}</View>

export const Card = ({ children }: { children: ReactNode }) => <View className="promotions__card">{children}</View>

export const CardsSkeleton = () => (
  <>
    {[1, 2, 3].map(i => (
      <Card key={i}>
        <View className="promoted">
          <Skeleton width={88} height={88} radius={12} />
          <View className="promoted__about">
            <Skeleton height={15} gap={6} />
            <Skeleton width="60%" height={12} />
            <View className="promoted__foot">
              <Skeleton width={72} height={20} />
              <Skeleton width={76} height={36} radius={18} />
            </View>
          </View>
        </View>
      </Card>
    ))}
  </>
)
