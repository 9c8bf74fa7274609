import { describe, expect, it } from 'vitest'
import { amountIn, commonTypes, isTrackingNumber, isWithdrawable, refundState, sendingBack } from './refund-state'

describe('refundState', () => {
  it.each([
    [0, 0, 0, 'asked'],
    [1, 0, 0, 'withdrawn'],
    [2, 0, 1, 'refused'],
    [3, 1, 1, 'sendBack'],
    [3, 2, 2, 'sentBack'],
    [3, 0, 0, 'paying'],
    [4, 0, 0, 'paid'],
    [4, 2, 2, 'exchanged'],
  ] as const)('status %i, status2 %i of type %i is %s', (status, status2, type, state) => {
    expect(refundState({ status, status2, type })).toBe(state)
  })

  it('can be taken back until something moves', () => {
    expect(isWithdrawable('asked') && isWithdrawable('sendBack')).toBe(true)
    expect(isWithdrawable('sentBack') || isWithdrawable('paying')).toBe(false)
  })
})

describe('commonTypes', () => {
  it('are those that every line allows', () => {
    expect(commonTypes([{ afterSale: '0,1,2' }, { afterSale: '0,1' }])).toEqual([0, 1])
    expect(commonTypes([{ afterSale: '0' }, { afterSale: '' }])).toEqual([])
    expect(commonTypes([])).toEqual([])
  })
})

describe('what people type', () => {
  it('is an amount up to what can be asked for', () => {
    expect(amountIn('12.50', 20)).toBe(12.5)
    for (const text of ['', '0', '20.01', '1.234', '-3', 'abc']) expect(amountIn(text, 20)).toBeUndefined()
  })

  it('is a tracking number', () => {
    expect(isTrackingNumber(' SF1234567890 ')).toBe(true)
    expect(isTrackingNumber('顺丰')).toBe(false)
  })
})

describe('sendingBack', () => {
  it('reads the address, and nothing from broken text', () => {
    expect(sendingBack('{"linkMan":"小铺"}')).toEqual({ linkMan: '小铺' })
    expect(sendingBack('{')).toEqual({})
    expect(sendingBack(undefined)).toEqual({})
  })
})
