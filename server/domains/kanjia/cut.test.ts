import { describe, expect, it } from 'vitest'
import { boundsFor, cutOf, isReachable } from './cut'

/** Numbers that look random and are the same at every run. */
function drawer(seed: number) {
  let state = seed
  return (from: number, to: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return from + (state % (to - from + 1))
  }
}

function cutsOf(
  total: number,
  helps: number,
  { minFen, maxFen }: { minFen: number; maxFen: number },
  draw: (from: number, to: number) => number,
) {
  const cuts: number[] = []
  let leftFen = total
  for (let helpsLeft = helps; helpsLeft > 0; helpsLeft--) {
    const cut = cutOf({ leftFen, helpsLeft, minFen, maxFen }, draw)
    cuts.push(cut)
    leftFen -= cut
  }
  return cuts
}

const sum = (cuts: number[]) => cuts.reduce((total, cut) => total + cut, 0)

describe('cuts', () => {
  it('stay within their bounds and add up to the fen, whatever is drawn', () => {
    for (let seed = 1; seed <= 2000; seed++) {
      const any = drawer(seed)
      const helps = any(1, 60)
      const minFen = any(1, 500)
      const maxFen = minFen + any(0, 900)
      const total = any(helps * minFen, helps * maxFen)
      const cuts = cutsOf(total, helps, { minFen, maxFen }, any)
      expect(sum(cuts), `seed ${seed}`).toBe(total)
      expect(Math.min(...cuts), `seed ${seed}`).toBeGreaterThanOrEqual(minFen)
      expect(Math.max(...cuts), `seed ${seed}`).toBeLessThanOrEqual(maxFen)
    }
  })

  it('reach the floor when every friend draws the least, and when every friend draws the most', () => {
    const bounds = { minFen: 100, maxFen: 900 }
    const draws: ((from: number, to: number) => number)[] = [from => from, (_, to) => to]
    for (const draw of draws) expect(sum(cutsOf(5000, 10, bounds, draw))).toBe(5000)
  })

  it('have bounds around the mean that can be met, when none are given', () => {
    for (const [total, helps] of [
      [1, 1],
      [3, 2],
      [7, 7],
      [5990, 18],
      [100_000, 500],
    ] as const)
      expect(isReachable(total, helps, boundsFor(total, helps)), `${total} by ${helps}`).toBe(true)
    expect(isReachable(5, 6, boundsFor(5, 6)), 'less than a fen each').toBe(false)
  })
})
