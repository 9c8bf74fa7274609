import { View } from '@tarojs/components'
import type { PlacedOrder } from '@/api'
import { SumRow } from '@/components/SumRow'
import { texts } from '@/texts/order'
import { PriceLines } from '../PriceLines'

/** How the price comes about, part by part. */
export function Sums({ price, hasAddress }: { price: PlacedOrder; hasAddress: boolean }) {
  const { priceParts, amountReal, isNeedLogistics } = price
  return (
    <View className="checkout__card">
      <PriceLines parts={priceParts} isEstimate={!hasAddress} />
      {!isNeedLogistics && <SumRow name={texts.checkout.parts.freight} value={texts.checkout.noFreight} />}
      <SumRow name={texts.checkout.total} value={amountReal} isTotal />
    </View>
  )
}
