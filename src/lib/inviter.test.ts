import { expect, it } from 'vitest'
import { bargainIn, bargainScene, goodsIn, goodsScene, inviterIn } from './inviter'

it('reads the inviter from an address, also from that of another shop, and from a code', () => {
  expect(inviterIn({ inviter: '7' })).toBe('7')
  expect(inviterIn({ inviter_id: '7' })).toBe('7')
  expect(inviterIn({ scene: encodeURIComponent(goodsScene(12, 7)) })).toBe('7')
})

it('takes nothing else for an inviter', () => {
  expect(inviterIn({})).toBeUndefined()
  expect(inviterIn({ inviter: '7; drop' })).toBeUndefined()
  expect(inviterIn({ scene: goodsScene(12, undefined) })).toBeUndefined()
  expect(inviterIn({ scene: '1047' }), 'how somebody came is no code').toBeUndefined()
  expect(inviterIn({ scene: '%E0%A4%A' })).toBeUndefined()
})

it('knows the product by an address or a code', () => {
  expect(goodsIn({ id: '12' })).toBe(12)
  expect(goodsIn({ scene: '12%2C7' })).toBe(12)
  expect(goodsIn({})).toBeNaN()
})

it('knows a bargain and whose it is by an address or a code', () => {
  expect(bargainIn({ kjid: '3', joiner: '7' })).toEqual({ kjid: 3, joiner: 7 })
  expect(bargainIn({ kjid: '3' })).toEqual({ kjid: 3, joiner: undefined })
  const scene = encodeURIComponent(bargainScene(3, 7))
  expect(bargainIn({ scene })).toEqual({ kjid: 3, joiner: 7 })
  expect(inviterIn({ scene })).toBe('7')
})
