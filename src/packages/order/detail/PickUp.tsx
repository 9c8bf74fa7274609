import { Text, View } from '@tarojs/components'
import type { OrderDetail } from '@/api'
import { orderState } from '@/lib/order-state'
import { texts } from '@/texts/order'
import { BranchRow } from '../BranchRow'
import { PickUpCode } from '../PickUpCode'

/** Where an order is fetched, and the code that is shown there, or where somebody comes for what was booked. */
export function PickUp({ order: { orderInfo, shopInfoZt, logistics } }: { order: OrderDetail }) {
  const { hxNumber, peisongType } = orderInfo
  const state = orderState(orderInfo)
  if (hxNumber && state === 'toVisit') return <PickUpCode number={hxNumber} name={texts.order.visitCode} />
  if (peisongType !== 'zq') return null
  return (
    <>
      {hxNumber && state === 'toPickUp' && <PickUpCode number={hxNumber} name={texts.order.pickUpCode} />}
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
