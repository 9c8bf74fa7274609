/** An order of a hosted service, with what the shop's proxy knows of its codes. */
import type { Order, OrderDetail } from '@/api'
import type { UpstreamSupply } from '@/api/supply'

/** Without an answer of the proxy, what nobody ships is on its way as far as we know: the page asks again. */
export function withSupply(order: OrderDetail, supply: UpstreamSupply | undefined): OrderDetail {
  const { orderInfo, goods } = order
  if (!supply) return orderInfo.isNeedLogistics ? order : { ...order, orderInfo: toldBy(orderInfo, 1) }
  if (supply.supplyState === 0) return order
  const knownOf = new Map(supply.goods.map(({ orderGoodsId, ...known }) => [orderGoodsId, known]))
  const codes = [...(order.goodsCoupons ?? []), ...supply.goodsCoupons]
  const parcels = supply.parcels.map((parcel, i) => ({ ...parcel, id: -1 - i, orderId: orderInfo.id, traces: '[]' }))
  const shippers = [...(order.orderLogisticsShippers ?? []), ...parcels]
  return {
    ...order,
    orderInfo: toldBy(orderInfo, supply.supplyState),
    goods: goods.map(line => ({ ...line, ...knownOf.get(line.id) })),
    ...(codes.length > 0 && { goodsCoupons: codes }),
    ...(shippers.length > 0 && { orderLogisticsShippers: shippers }),
  }
}

const PAID = 1
const COMPLETE = 3

/** What nobody ships may be complete over there the moment it is paid; it is not before the supplier has delivered. */
function toldBy(order: Order, supplyState: UpstreamSupply['supplyState']): Order {
  const isEarly = order.status === COMPLETE && !order.isNeedLogistics && supplyState !== 2
  return { ...order, supplyState, ...(isEarly && { status: PAID }) }
}
