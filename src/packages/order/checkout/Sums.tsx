import type { PlacedOrder } from '@/api'
import { texts } from '@/texts'
import { SumRow } from '../SumRow'

/** How the price comes about, line by line. */
export function Sums({ price, hasAddress }: { price: PlacedOrder; hasAddress: boolean }) {
  const { amountTotle: goodsTotal, amountLogistics, couponAmount, deductionMoney, amountReal, isNeedLogistics } = price
  const freight = !isNeedLogistics
    ? texts.checkout.noFreight
    : !hasAddress
      ? texts.checkout.afterAddress
      : amountLogistics || texts.checkout.freeFreight
  return (
    <>
      <SumRow name={texts.checkout.goods} value={goodsTotal} />
      <SumRow name={texts.checkout.freight} value={freight} />
      {couponAmount > 0 && <SumRow name={texts.checkout.coupon} value={-couponAmount} />}
      {deductionMoney > 0 && <SumRow name={texts.checkout.score} value={-deductionMoney} />}
      <SumRow name={texts.checkout.total} value={amountReal} isTotal />
    </>
  )
}
