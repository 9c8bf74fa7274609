import { describe, expect, it } from 'vitest'
import { type KeptEntry, withEntry } from './kept-index'

describe('withEntry', () => {
  it('adds at the end, once', () => {
    const entries = [entry('a'), entry('b')]
    expect(withEntry(entries, entry('c'))).toEqual({ kept: [entry('a'), entry('b'), entry('c')], dropped: [] })
    expect(withEntry(entries, entry('a', 5)).kept).toEqual([entry('b'), entry('a', 5)])
  })

  it('lets the oldest go when there are too many', () => {
    const entries = Array.from({ length: 60 }, (_, i) => entry(`e${i}`))
    const { kept, dropped } = withEntry(entries, entry('new'))
    expect(dropped).toEqual(['e0'])
    expect(kept).toHaveLength(60)
  })

  it('lets the oldest go when they take too much room, but never the newest', () => {
    expect(withEntry([entry('a', 500_000), entry('b', 200_000)], entry('c', 300_000)).dropped).toEqual(['a'])
    expect(withEntry([entry('a')], entry('c', 900_000))).toEqual({ kept: [entry('c', 900_000)], dropped: ['a'] })
  })
})

const entry = (key: string, size = 1): KeptEntry => ({ key, size })
