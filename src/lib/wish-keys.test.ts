import { describe, expect, it } from 'vitest'
import { wishKeys } from './wish-keys'

describe('keyOf', () => {
  it('is the same for the same words until they are answered', () => {
    const keys = wishKeys()
    const first = keys.keyOf({ goodsId: 1, number: 2 })
    expect(keys.keyOf({ goodsId: 1, number: 2 })).toBe(first)
    expect(keys.keyOf({ goodsId: 1, number: 3 })).not.toBe(first)
    keys.answered({ goodsId: 1, number: 2 })
    expect(keys.keyOf({ goodsId: 1, number: 2 })).not.toBe(first)
  })
})
