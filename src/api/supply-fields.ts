import { shop } from '@/platform/shop'
import { dataOf } from './client'
import { shopConnection } from './connection'
import { supplyFields, toProxy } from './supply'
import type { OrderField } from './wxapi.gen'

/**
 * What the supplier must be told with an order of a hosted service. Where the proxy does not say, this throws: an order that
 * can not be delivered is not to be paid for.
 */
export const fieldsToTell = async (goodsIds: readonly number[]): Promise<OrderField[]> =>
  shop.supplyProxy && goodsIds.length
    ? dataOf(supplyFields.on(toProxy(shopConnection, shop.supplyProxy))([...new Set(goodsIds)].join(',')))
    : []
