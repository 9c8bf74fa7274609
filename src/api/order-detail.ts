import { withSupply } from '@/lib/upstream-order'
import { shop } from '@/platform/shop'
import { codes } from '../../contract/codes'
import type { Reply } from './client'
import { shopConnection } from './connection'
import { supplyOfOrder, toProxy, type UpstreamSupply } from './supply'
import { orderDetail as detail, type OrderDetail } from './wxapi.gen'

/** One order. Where the shop lives on a hosted service, its codes come from its proxy. */
export async function orderDetail(token: string, id: number): Reply<OrderDetail> {
  const answer = await detail(token, id)
  if (!shop.supplyProxy || answer.code !== 0 || answer.data.orderInfo.status === 0) return answer
  const supply = await askProxy(shop.supplyProxy, token, id)
  return supply === REFUSED ? answer : { ...answer, data: withSupply(answer.data, supply) }
}

const REFUSED = 'refused'
/** Asked again a little later they may be answered. */
const PASSING: readonly number[] = [
  codes.tooMany,
  codes.serverFault,
  codes.starting,
  codes.upstreamAway,
  codes.upstreamSlow,
]

/** Nothing when it cannot be asked now. */
async function askProxy(
  address: string,
  token: string,
  id: number,
): Promise<UpstreamSupply | undefined | typeof REFUSED> {
  try {
    const answer = await supplyOfOrder.on(toProxy(shopConnection, address))(token, id)
    if (answer.code === 0) return answer.data
    return PASSING.includes(answer.code) ? undefined : REFUSED
  } catch {
    // No answer at all: the order itself is shown.
    return undefined
  }
}
