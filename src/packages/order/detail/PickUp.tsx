import { Text, View } from '@tarojs/components'
import type { OrderDetail } from '@/api'
import { orderState } from '@/lib/order-state'
import { texts } from '@/texts/order'
import { BranchRow } from '../BranchRow'
import { PickUpCode } from '../PickUpCode'

/** Where an order is fetched, and the code that is shown there. */
export function PickUp({ order: { orderInfo, shopInfoZt, logistics } }: { order: OrderDetail }) {
  const { hxNumber, peisongType } = orderInfo
  if (peisongType !== 'zq') return null
  const isWaiting = orderState(orderInfo) === 'toPickUp'
  return (
    <>
      {hxNumber && isWaiting && <PickUpCode number={hxNumber} />}
      {shopInfoZt && (
        <View className="order__card">
          <BranchRow branch={shopInfoZt} />
          {logistics?.linkMan && (
            <View className="order__fact">
              <Text className="order__fact-name">{texts.order.pickUpPerson}</Text>
              <Text className="order__fact-value">
                {logistics.linkMan} {logistics.mobileMask || logistics.mobile}
              </Text>
            </View>
          )}
        </View>
      )}
    </>
  )
}
