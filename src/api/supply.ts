/** Card codes for orders of a hosted service: a proxy of the shop has them, where this build knows one. */
import { type Connection, method, type Reply } from './client'
import type { CardCode, Order } from './wxapi.gen'

type SupplyState = NonNullable<Order['supplyState']>

/** As `contract/supply.ts` says. */
export interface UpstreamSupply {
  supplyState: SupplyState
  goods: { orderGoodsId: number; supplyState: SupplyState }[]
  goodsCoupons: CardCode[]
  parcels: { shipperName: string; trackingNumber: string }[]
}

type Ask = (token: string, orderId: number) => Reply<UpstreamSupply>

export const supplyOfOrder = /*#__PURE__*/ method<Ask>('POST api:/supply/order token orderId')

/** The same connection to another server. */
export const toProxy = (connection: Connection, address: string): Connection => ({
  ...connection,
  hosts: { ...connection.hosts, api: address },
})
