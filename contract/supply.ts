/**
 * Ours, beside WXAPI: what a supplier delivered for orders that were placed and paid at a hosted service. Not among the domains,
 * because the SDK does not know it.
 */
import Type from 'typebox'
import { post } from './define'
import { Enum, Id, Text, Token } from './fields'
import { CardCode } from './order'

const SupplyState = Enum({ 0: 'none', 1: 'on its way', 2: 'delivered', 3: 'with a person', 4: 'refunded' })

export const supply = {
  supplyOfOrder: post('api:/supply/order', {
    about: 'What a supplier delivered for an order of the hosted service; what is due is bought on the way',
    args: [{ token: Token }, { orderId: Id }],
    data: Type.Object({
      supplyState: SupplyState,
      goods: Type.Array(Type.Object({ orderGoodsId: Id, supplyState: SupplyState })),
      goodsCoupons: Type.Array(CardCode),
      parcels: Type.Array(Type.Object({ shipperName: Text, trackingNumber: Text })),
    }),
    refuses: [
      'orderUnknown',
      'supplyUnpaid',
      'supplyClosed',
      'supplyRefunded',
      'upstreamAway',
      'upstreamSlow',
      'upstreamOdd',
    ],
  }),
}
