import { Text, View } from '@tarojs/components'
import type { OrderDetail } from '@/api'
import { barPicture, qrPicture } from '@/lib/code-picture'
import { orderState } from '@/lib/order-state'
import { texts } from '@/texts'
import { BranchRow } from '../BranchRow'

/** Where an order is fetched, and the code that is shown there. */
export function PickUp({ order: { orderInfo, shopInfoZt, logistics } }: { order: OrderDetail }) {
  const { hxNumber, peisongType } = orderInfo
  if (peisongType !== 'zq') return null
  const isWaiting = orderState(orderInfo) === 'toPickUp'
  return (
    <>
      {hxNumber && isWaiting && <Code number={hxNumber} />}
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

/** Black on white in both schemes, large enough for a scanner. */
const Code = ({ number }: { number: string }) => (
  <View className="pick-up">
    <View
      className="pick-up__qr"
      style={{ backgroundImage: `url("${qrPicture(number)}")` }}
      {...{ role: 'img', 'aria-label': texts.order.pickUpCode }}
    />
    <Text className="pick-up__number" userSelect>
      {number.replace(/(\d{4})(?=\d)/g, '$1 ')}
    </Text>
    <View className="pick-up__bars" style={{ backgroundImage: `url("${barPicture(number)}")` }} />
    <Text className="pick-up__hint">{texts.order.pickUpHint}</Text>
  </View>
)
