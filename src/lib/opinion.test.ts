import { describe, expect, it } from 'vitest'
import { noOpinion, reputationOf } from './opinion'

describe('reputationOf', () => {
  it('makes good, medium and bad of stars', () => {
    const of = (stars: number) => reputationOf(1, { ...noOpinion, stars }).reputation
    expect([1, 2, 3, 4, 5].map(of)).toEqual([0, 0, 1, 2, 2])
  })
  it('leaves out what was not said', () => {
    expect(reputationOf(7, { stars: 5, remark: '  ', pics: [] })).toEqual({ id: 7, reputation: 2, reputationNumber: 5 })
    expect(reputationOf(7, { stars: 5, remark: ' 好 ', pics: ['a'] })).toMatchObject({ remark: '好', pics: ['a'] })
  })
})
