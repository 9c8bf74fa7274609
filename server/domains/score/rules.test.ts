import { describe, expect, it } from 'vitest'
import { scoreBy, worthOf } from './rules'

const once = (score: number, value: number) => ({ score, value, is_loop: 0 })
const each = (score: number, value: number) => ({ score, value, is_loop: 1 })

describe('scoreBy', () => {
  it('is flat, or for each full amount', () => {
    expect(scoreBy({ score: 20, per_fen: 0 }, 99_999)).toBe(20)
    expect([99, 100, 250].map(amount => scoreBy({ score: 2, per_fen: 100 }, amount))).toEqual([0, 2, 4])
  })
})

describe('worthOf', () => {
  it('counts a rule once, or for each full score where it repeats', () => {
    expect(worthOf([once(100, 500)], 350)).toEqual({ score: 100, value: 500 })
    expect(worthOf([each(100, 500)], 350)).toEqual({ score: 300, value: 1500 })
    expect(worthOf([each(100, 500)], 99)).toEqual({ score: 0, value: 0 })
    expect(worthOf([], 1000)).toEqual({ score: 0, value: 0 })
  })

  it('takes what is worth most, and the cheaper of equals', () => {
    expect(worthOf([once(100, 500), once(300, 2000), each(50, 200)], 400)).toEqual({ score: 300, value: 2000 })
    expect(worthOf([each(200, 1000), each(100, 500)], 250)).toEqual({ score: 200, value: 1000 })
    expect(worthOf([once(90, 500), once(80, 500)], 100)).toEqual({ score: 80, value: 500 })
  })

  it('spends no more than what there is to pay is worth', () => {
    expect(worthOf([each(100, 500)], 1000, 1999)).toEqual({ score: 300, value: 1500 })
    expect(worthOf([once(100, 500)], 1000, 499)).toEqual({ score: 0, value: 0 })
  })
})
