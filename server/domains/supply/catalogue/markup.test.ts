import { describe, expect, it } from 'vitest'
import { fen } from '../../../../contract/money'
import { parseMarkup, priceFor } from './markup'

const price = (cost: number, text: string) => {
  const rule = parseMarkup(text)
  return rule && priceFor(fen(cost), rule)
}

describe('a mark-up', () => {
  it.each([
    [1000, '20%', 1200],
    [999, '20%', 1199],
    [1000, '+5', 1500],
    [1000, '20% +1', 1300],
    [1000, '20% .9', 1290],
    [1290, '.9', 1290],
    [1291, '.9', 1390],
    [1000, '20% +1 .99', 1399],
    [1000, '.0', 1000],
    [1001, '.00', 1100],
    [0, '20%', 0],
  ])('of %i fen by %s asks for %i', (cost, rule, asked) => {
    expect(price(cost, rule)).toBe(asked)
  })

  it.each(['', '20', '-20%', '20%%', '+-1', '.999', '20% off'])('is not guessed from "%s"', text => {
    expect(parseMarkup(text)).toBeUndefined()
  })

  it('never asks for less than the cost, whatever the rule and the cost', () => {
    for (const rule of ['20%', '+0.01', '.9', '.0', '3.33% .99', '0%'])
      for (let cost = 0; cost < 3000; cost += 7) expect(price(cost, rule)).toBeGreaterThanOrEqual(cost)
  })
})
