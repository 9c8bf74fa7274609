import { describe, expect, it } from 'vitest'
import { branchIn, depositIn } from './from-code'

const link = (query: string) => ({ q: encodeURIComponent(`https://shop.example/packages/assets/bill/index?${query}`) })

describe('a code', () => {
  it('names the branch in its address, in the link that opened the mini-program, or in its scene', () => {
    expect(branchIn({ shopId: '3' })).toBe(3)
    expect(branchIn(link('shopId=4&from=table#top'))).toBe(4)
    expect(branchIn({ scene: '5%2C0' })).toBe(5)
    expect(branchIn({ shopId: '3', ...link('shopId=4') })).toBe(3)
  })

  it('means the shop itself when it names none, or nothing that is one', () => {
    for (const params of [{}, { shopId: '-1' }, { shopId: '0' }, { shopId: 'x' }, { scene: '1011' }, { q: '%E0%A4%A' }])
      expect(branchIn(params)).toBe(0)
  })

  it('asks for a deposit: how much, what for', () => {
    const asked = { amount: 98, refCode: 'room-1', remark: '钥匙' }
    expect(depositIn({ amount: '98', refCode: 'room-1', remark: encodeURIComponent('钥匙') })).toEqual(asked)
    expect(depositIn(link(`amount=98&refCode=room-1&remark=${encodeURIComponent('钥匙')}`))).toEqual(asked)
    expect(depositIn({ amount: '0.001' })).toEqual({ amount: undefined, refCode: '', remark: '' })
  })
})
