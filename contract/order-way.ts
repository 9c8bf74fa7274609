/** Where an order goes, and how it gets there. */
import Type from 'typebox'
import { place } from './address'
import { Id, optional, row, Text } from './fields'

export const LogisticsRow = row('OrderAddress', {
  linkMan: Text,
  mobile: Text,
  mobileMask: Text,
  ...place,
  latitude: optional(Type.Number()),
  longitude: optional(Type.Number()),
  shipperName: optional(Text),
  trackingNumber: optional(Text),
})

export const Trace = row('Trace', { AcceptTime: Text, AcceptStation: Text })

export const Shipper = row('Shipper', {
  id: Id,
  orderId: Id,
  shipperName: Text,
  trackingNumber: Text,
  traces: optional(Type.String({ description: 'JSON text' })),
  tracesArray: optional(Type.Array(Trace)),
})

export const PickUpShop = Type.Object(
  {
    id: Id,
    name: Text,
    address: Text,
    linkPhone: Text,
    openingHours: Text,
    latitude: optional(Type.Number()),
    longitude: optional(Type.Number()),
  },
  { title: 'PickUpShop', description: 'where it is fetched' },
)
