/** Card codes for orders of a hosted service: a proxy of the shop has them, where this build knows one. */
import type { StaticEncode } from 'typebox'
import type { supply } from '../../contract/supply'
import { type Connection, method, type Reply } from './client'

export type UpstreamSupply = StaticEncode<(typeof supply)['supplyOfOrder']['data']>

export const supplyOfOrder = /*#__PURE__*/ method<(token: string, orderId: number) => Reply<UpstreamSupply>>(
  'POST api:/supply/order token orderId',
)

/** The same connection to another server. */
export const toProxy = (connection: Connection, address: string): Connection => ({
  ...connection,
  hosts: { ...connection.hosts, api: address },
})
