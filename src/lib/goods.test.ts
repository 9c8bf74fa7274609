import { describe, expect, it } from 'vitest'
import type { Freight } from '@/api'
import { tagsOf, usualFreight } from './goods'

describe('tagsOf', () => {
  it('takes two, whatever stands between them', () => {
    expect(tagsOf({ tags: '满减, 秒到账，包邮' })).toEqual(['满减', '秒到账'])
    expect(tagsOf({ tags: '' })).toEqual([])
  })
})

describe('usualFreight', () => {
  const rule = { type: 0, regions: [], firstNumber: 1, firstAmount: 8, addNumber: 1, addAmount: 2, userId: 1 } as const
  const freight: Freight = { id: 1, isFree: false, feeType: 0, feeTypeStr: '', details: [] }
  it('is the rule for everywhere else', () => {
    const far = { ...rule, regions: ['540000000000'], firstAmount: 30 }
    expect(usualFreight({ ...freight, details: [far, { ...rule, regions: [] }] })).toBe(8)
  })
  it('is nothing when free, and unknown without a rule', () => {
    expect(usualFreight({ ...freight, isFree: true })).toBe(0)
    expect(usualFreight(freight)).toBeUndefined()
  })
})
