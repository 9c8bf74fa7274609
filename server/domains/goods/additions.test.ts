import { describe, expect, it } from 'vitest'
import { fen } from '../../../contract/money'
import { additionsFen, additionsNow, chosenAdditions } from './additions'
import type { AdditionGroup } from './shapes'

const GROUPS: AdditionGroup[] = [
  {
    id: 1,
    name: '甜度',
    required: true,
    several: false,
    items: [
      { id: 1, name: '全糖', priceFen: fen(0) },
      { id: 2, name: '半糖', priceFen: fen(0) },
    ],
  },
  {
    id: 2,
    name: '加料',
    required: false,
    several: true,
    items: [
      { id: 3, name: '珍珠', priceFen: fen(200) },
      { id: 4, name: '椰果', priceFen: fen(150) },
    ],
  },
]
const chosen = (...pairs: [pid: number, id: number][]) =>
  chosenAdditions(
    GROUPS,
    pairs.map(([pid, id]) => ({ pid, id })),
  )

describe('additionsNow', () => {
  const before = chosen([1, 2], [2, 3])
  const [sweetness, toppings] = GROUPS as [AdditionGroup, AdditionGroup]

  it('answers the prices of now', () => {
    const dearer = { ...toppings, items: [{ id: 3, name: '珍珠', priceFen: fen(300) }] }
    expect(additionsFen(additionsNow([sweetness, dearer], before) ?? [])).toBe(300)
    expect(additionsNow([], [])).toEqual([])
  })

  it('answers nothing when one of them is offered no longer, or its number means something else', () => {
    const renamed = { ...toppings, items: [{ id: 3, name: '红豆', priceFen: fen(200) }] }
    for (const groups of [[], [sweetness], [sweetness, renamed]]) expect(additionsNow(groups, before)).toBeUndefined()
  })
})

describe('chosenAdditions', () => {
  it('answers names and prices in one order, whatever the order of choosing', () => {
    const answer = chosen([2, 4], [1, 2], [2, 3])
    expect(answer.map(({ groupName, name }) => `${groupName} ${name}`)).toEqual(['甜度 半糖', '加料 珍珠', '加料 椰果'])
    expect(chosen([2, 3], [2, 4], [1, 2])).toEqual(answer)
    expect(additionsFen(answer)).toBe(350)
  })

  it('counts the same addition once', () => {
    expect(additionsFen(chosen([1, 1], [2, 3], [2, 3]))).toBe(200)
  })

  it('refuses a missing required one by the name of its group', () => {
    expect(() => chosen([2, 3])).toThrow('请选择甜度')
    expect(() => chosen()).toThrow('请选择甜度')
  })

  it('refuses two where one is allowed', () => {
    expect(() => chosen([1, 1], [1, 2])).toThrow('甜度只能选一项')
  })

  it('refuses unknown ones, and those of another group', () => {
    for (const unknown of [
      [9, 9],
      [2, 9],
      [2, 1],
      [1, 3],
    ] as [number, number][])
      expect(() => chosen([1, 1], unknown), String(unknown)).toThrow()
  })

  it('wants nothing where nothing can be added', () => {
    expect(chosenAdditions([], [])).toEqual([])
    expect(() => chosenAdditions([], [{ pid: 1, id: 1 }])).toThrow('所选配件不可用')
  })
})
