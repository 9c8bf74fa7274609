/** Card codes for orders of a hosted service: a proxy of the shop has them, where `shop.supplyProxy` names one. */
import { type Connection, method, type Reply } from './client'
import type { CardCode, FilledField, Order, OrderField } from './wxapi.gen'

type SupplyState = NonNullable<Order['supplyState']>

/** As `contract/supply.ts` says. */
export interface UpstreamSupply {
  supplyState: SupplyState
  goods: { orderGoodsId: number; supplyState: SupplyState; fields?: FilledField[] }[]
  goodsCoupons: CardCode[]
  parcels: { shipperName: string; trackingNumber: string }[]
}

export const supplyFields = /*#__PURE__*/ method<(goodsIds: string) => Reply<OrderField[]>>(
  'GET api:/supply/fields goodsIds',
)

type Ask = (token: string, orderId: number) => Reply<UpstreamSupply>

export const supplyOfOrder = /*#__PURE__*/ method<Ask>('POST api:/supply/order token orderId')

/** The same connection to another server. */
export const toProxy = (connection: Connection, address: string): Connection => ({
  ...connection,
  hosts: { ...connection.hosts, api: address },
})
