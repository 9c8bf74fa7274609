import { describe, expect, it } from 'vitest'
import { orderSteps } from './order-steps'

const done = (status: -1 | 0 | 1 | 2 | 3 | 4, isNeedLogistics: boolean, peisongType?: string) => {
  const way = orderSteps({ status, isNeedLogistics, ...(peisongType && { peisongType }) })
  return way?.steps.slice(0, way.done)
}

describe('orderSteps', () => {
  it('follows what is sent', () => {
    expect(done(0, true)).toEqual(['placed'])
    expect(done(2, true)).toEqual(['placed', 'paid', 'sent'])
    expect(done(4, true)).toEqual(['placed', 'paid', 'sent', 'received', 'reviewed'])
  })
  it('follows what is fetched, and what comes as a code', () => {
    expect(done(1, false, 'zq')).toEqual(['placed', 'paid'])
    expect(done(3, false, 'zq')).toEqual(['placed', 'paid', 'fetched'])
    expect(done(3, false)).toEqual(['placed', 'paid', 'delivered'])
    expect(done(4, false)).toEqual(['placed', 'paid', 'delivered', 'reviewed'])
  })
  it('has none for an order that was closed', () => expect(done(-1, true)).toBeUndefined())
})
