import { describe, expect, it } from 'vitest'
import type { OrderDetail } from '@/api'
import { isTopUp, orderActions, orderState } from './order-state'
import { withSupply } from './upstream-order'

const order = {
  orderInfo: { id: 7, status: 1, isNeedLogistics: false, refundStatus: 0 },
  goods: [{ id: 70 }, { id: 71 }],
} as unknown as OrderDetail
const supply = {
  supplyState: 2 as const,
  goods: [{ orderGoodsId: 70, supplyState: 2 as const }],
  goodsCoupons: [],
  parcels: [],
}
const code = { id: 1, orderGoodsId: 70, type: 0 as const, coupon: 'A' }

describe('an order of a hosted service', () => {
  it('has the codes that the proxy bought, each with its line', () => {
    const { orderInfo, goods, goodsCoupons } = withSupply(order, { ...supply, goodsCoupons: [code] })
    expect(goodsCoupons).toEqual([code])
    expect(goods.map(({ supplyState }) => supplyState)).toEqual([2, undefined])
    expect(orderState(orderInfo)).toBe('delivered')
    expect(orderActions(orderInfo), 'the hosted service does not let it be reviewed yet').toEqual(['codes'])
  })

  it.each([
    [1, 'sending'],
    [3, 'checking'],
    [4, 'refunded'],
  ] as const)('is honest in state %i', (supplyState, state) => {
    expect(orderState(withSupply(order, { ...supply, supplyState }).orderInfo)).toBe(state)
  })

  it('is not called delivered because it was complete over there when it was paid', () => {
    const complete = { ...order, orderInfo: { ...order.orderInfo, status: 3 as const } }
    const stateWhen = (supplyState: 1 | 2 | 3 | 4) =>
      orderState(withSupply(complete, { ...supply, supplyState }).orderInfo)
    expect(([1, 2, 3, 4] as const).map(stateWhen)).toEqual(['sending', 'delivered', 'checking', 'refunded'])
    expect(orderState(withSupply(complete, undefined).orderInfo)).toBe('sending')
    expect(orderActions(withSupply(complete, { ...supply, goodsCoupons: [code] }).orderInfo)).toContain('review')
  })

  it('says of a top-up which account the supplier was told', () => {
    const fields = [{ key: '充值账号', label: '充值账号', value: '13800138000' }]
    const { goods } = withSupply(order, { ...supply, goods: [{ orderGoodsId: 70, supplyState: 2, fields }] })
    expect(goods.map(line => line.fields)).toEqual([fields, undefined])
    expect(isTopUp(goods)).toBe(true)
  })

  it('is what it was where no supplier has a part', () => {
    expect(withSupply(order, { ...supply, supplyState: 0, goods: [] })).toBe(order)
  })

  it('is on its way while the proxy does not answer, unless it is a parcel', () => {
    expect(orderState(withSupply(order, undefined).orderInfo)).toBe('sending')
    const parcel = { ...order, orderInfo: { ...order.orderInfo, isNeedLogistics: true } }
    expect(withSupply(parcel, undefined)).toBe(parcel)
  })

  it('shows the parcels that the supplier sent', () => {
    const parcels = [{ shipperName: '顺丰速运', trackingNumber: 'SF1' }]
    expect(withSupply(order, { ...supply, parcels }).orderLogisticsShippers).toMatchObject(parcels)
  })
})
