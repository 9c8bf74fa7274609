/** An order of a hosted service, with what the shop's proxy knows of its codes. */
import type { OrderDetail } from '@/api'
import type { UpstreamSupply } from '@/api/supply'

/** Without an answer of the proxy, what nobody ships is on its way as far as we know: the page asks again. */
export function withSupply(order: OrderDetail, supply: UpstreamSupply | undefined): OrderDetail {
  const { orderInfo, goods } = order
  if (!supply) return orderInfo.isNeedLogistics ? order : { ...order, orderInfo: { ...orderInfo, supplyState: 1 } }
  if (supply.supplyState === 0) return order
  const stateOf = new Map(supply.goods.map(({ orderGoodsId, supplyState }) => [orderGoodsId, supplyState]))
  const codes = [...(order.goodsCoupons ?? []), ...supply.goodsCoupons]
  const parcels = supply.parcels.map((parcel, i) => ({ ...parcel, id: -1 - i, orderId: orderInfo.id, traces: '[]' }))
  const shippers = [...(order.orderLogisticsShippers ?? []), ...parcels]
  return {
    ...order,
    orderInfo: { ...orderInfo, supplyState: supply.supplyState },
    goods: goods.map(line => ({ ...line, supplyState: stateOf.get(line.id) ?? line.supplyState })),
    ...(codes.length > 0 && { goodsCoupons: codes }),
    ...(shippers.length > 0 && { orderLogisticsShippers: shippers }),
  }
}
