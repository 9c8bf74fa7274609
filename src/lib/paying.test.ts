import { describe, expect, it } from 'vitest'
import { isPatient, numberIn, pauseBefore, payingState } from './paying'

const order = { status: 0, isNeedLogistics: true, supplyState: 0, refundStatus: 0 } as const

describe('payingState', () => {
  it('waits, then says that nothing has come', () => {
    expect(payingState(order, true)).toBe('waiting')
    expect(payingState(order, false)).toBe('unpaid')
  })
  it('follows the order once paid', () => {
    expect(payingState({ ...order, status: 1 }, true)).toBe('paid')
    expect(payingState({ ...order, status: 1, isNeedLogistics: false, supplyState: 1 }, false)).toBe('sending')
    expect(payingState({ ...order, status: 3, isNeedLogistics: false, supplyState: 2 }, false)).toBe('delivered')
    expect(payingState({ ...order, status: -1 }, true)).toBe('closed')
  })
})

describe('pauseBefore', () => {
  it('asks quickly, then slowly, then no more', () => {
    expect(pauseBefore('waiting', 0)).toBeLessThan(pauseBefore('waiting', 5) ?? 0)
    expect(pauseBefore('sending', 2), 'codes come soon').toBeLessThan(pauseBefore('waiting', 2) ?? 0)
    expect(pauseBefore('sending', 20)).toBe(pauseBefore('waiting', 20))
    expect(pauseBefore('sending', 99)).toBeUndefined()
    expect(pauseBefore('paid', 0)).toBeUndefined()
    expect(pauseBefore('unpaid', 20)).toBeUndefined()
  })
})

describe('isPatient', () => {
  it('ends', () => expect([isPatient(0), isPatient(20)]).toEqual([true, false]))
  it('ends sooner when the sheet was closed, and what is called unpaid is still asked about', () => {
    expect([isPatient(0, 'cancelled'), isPatient(1, 'cancelled')]).toEqual([true, false])
    expect([isPatient(1, 'failed'), isPatient(3, 'failed')]).toEqual([true, false])
    expect(pauseBefore('unpaid', 1)).toBeGreaterThan(0)
  })
})

describe('numberIn', () => {
  it('is ours, or the one that Alipay brings back', () => {
    expect(numberIn({ outTradeId: 'P1', out_trade_no: 'P2' })).toBe('P1')
    expect(numberIn({ out_trade_no: 'P2' })).toBe('P2')
  })
})
