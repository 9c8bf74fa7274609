import { describe, expect, it } from 'vitest'
import { amountMeaning, isTopUp, orderActions, orderState, orderTone } from './order-state'

const order = { status: 1, isNeedLogistics: true, supplyState: 0, refundStatus: 0 } as const

describe('orderState', () => {
  it('follows a parcel', () => {
    expect(orderState({ ...order, status: 0 })).toBe('unpaid')
    expect(orderState(order)).toBe('toShip')
    expect(orderState({ ...order, status: 2 })).toBe('shipped')
    expect(orderState({ ...order, status: 3 })).toBe('received')
    expect(orderState({ ...order, status: 4 })).toBe('reviewed')
  })
  it('waits for its group before anything is sent', () => {
    const grouped = { ...order, awaitsTeam: true }
    expect(orderState(grouped)).toBe('toTeam')
    expect(orderState({ ...grouped, isNeedLogistics: false, supplyState: 1 })).toBe('toTeam')
    expect(orderActions(grouped)).toEqual(['invite'])
  })
  it('follows what is delivered as a code', () => {
    const virtual = { ...order, isNeedLogistics: false }
    expect(orderState({ ...virtual, supplyState: 1 })).toBe('sending')
    expect(orderState({ ...virtual, supplyState: 3 })).toBe('checking')
    expect(orderState({ ...virtual, status: 3, supplyState: 2 })).toBe('delivered')
    expect(orderState({ ...virtual, status: 3, supplyState: undefined })).toBe('delivered')
  })
  it('tells closed from refunded', () => {
    expect(orderState({ ...order, status: -1 })).toBe('closed')
    expect(orderState({ ...order, status: -1, refundStatus: 1 })).toBe('refunded')
  })
})

describe('orderActions', () => {
  it('names the next thing to do first', () => {
    expect(orderActions({ ...order, status: 0 })).toEqual(['pay', 'cancel'])
    expect(orderActions({ ...order, status: 2 })).toEqual(['confirm'])
    expect(orderActions(order)).toEqual([])
    expect(orderActions({ ...order, status: 3 })).toEqual(['review', 'again', 'delete'])
    expect(orderActions({ ...order, status: 3, isNeedLogistics: false })).toEqual(['codes', 'review', 'again'])
  })
})

describe('orderTone', () => {
  it('is loud only for what is owed', () => {
    expect(orderTone({ ...order, status: 0 })).toBe('accent')
    expect(orderTone(order)).toBe('ink')
  })
})

describe('isTopUp', () => {
  it('is about what was asked at checkout', () => {
    expect(isTopUp([{ fields: [{ key: 'account', label: '充值账号', value: '1' }] }])).toBe(true)
    expect(isTopUp([{}, { fields: [] }])).toBe(false)
  })
})

it('calls an amount paid only when it was', () => {
  expect(amountMeaning({ status: 0 })).toBe('toPay')
  expect(amountMeaning({ status: -1 })).toBe('unpaid')
  expect(amountMeaning({ status: -1, datePay: '2026-11-21 12:00:00' })).toBe('paid')
  expect(amountMeaning({ status: 2, datePay: '2026-11-21 12:00:00' })).toBe('paid')
})
