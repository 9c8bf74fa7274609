import { View } from '@tarojs/components'
import type { PlacedOrder } from '@/api'
import { Sheet } from '@/components/Sheet'
import { SumRow } from '@/components/SumRow'
import { moneyText, restOf } from '@/lib/money'
import type { PayMethod } from '@/lib/paying'
import { texts } from '@/texts/order'
import { PriceLines } from '../PriceLines'

interface Props {
  isOpen: boolean
  onClose(): void
  price: PlacedOrder
  hasAddress: boolean
  method: PayMethod
  /** yuan */
  balance: number
}

/** The price explained: every part with where it comes from, and what it is paid with. */
export function PriceSheet({ isOpen, onClose, price, hasAddress, method, balance }: Props) {
  const { priceParts, goodsNumber, amountReal, isNeedLogistics } = price
  const left = moneyText(restOf(balance, amountReal))
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={texts.checkout.explained}>
      <View className="checkout__explained">
        <PriceLines parts={priceParts} pieces={goodsNumber} isEstimate={!hasAddress} isExplained />
        {!isNeedLogistics && <SumRow name={texts.checkout.parts.freight} value={texts.checkout.noFreight} />}
        <SumRow name={texts.checkout.total} value={amountReal} isTotal />
        {amountReal > 0 && (
          <SumRow
            name={texts.payBy.methods[method]}
            {...(method === 'balance' && { hint: texts.checkout.balanceLeft(left) })}
            value={amountReal}
          />
        )}
      </View>
    </Sheet>
  )
}
