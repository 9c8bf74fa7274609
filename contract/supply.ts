/**
 * Ours, beside WXAPI: what a supplier delivered for orders that were placed and paid at a hosted service. Not among the domains,
 * because the SDK does not know it.
 */
import Type from 'typebox'
import { get, post } from './define'
import { Enum, Id, IdList, optional, Text, Token } from './fields'
import { OrderField } from './goods'
import { CardCode, FilledField } from './order'

const SupplyState = Enum({ 0: 'none', 1: 'on its way', 2: 'delivered', 3: 'with a person', 4: 'refunded' })

export const supply = {
  supplyOfOrder: post('api:/supply/order', {
    about: 'What a supplier delivered for an order of the hosted service; what is due is bought on the way',
    args: [{ token: Token }, { orderId: Id }],
    data: Type.Object({
      supplyState: SupplyState,
      goods: Type.Array(
        Type.Object({ orderGoodsId: Id, supplyState: SupplyState, fields: optional(Type.Array(FilledField)) }),
      ),
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

  supplyFields: get('api:/supply/fields', {
    about:
      'What the supplier must be told with an order of these goods, as the account of a top-up; it goes into `extJsonStr` by its key',
    args: [{ goodsIds: IdList }],
    data: Type.Array(OrderField),
  }),
}
