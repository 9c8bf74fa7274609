import { expect, it } from 'vitest'
import { remembered } from './remembered'

it('puts the latest first, once, and lets the oldest fall off', () => {
  expect(remembered(['茶', '灯'], '灯', 3)).toEqual(['灯', '茶'])
  expect(remembered(['茶', '灯'], '书', 2)).toEqual(['书', '茶'])
  expect(remembered([{ id: 1, at: 1 }], { id: 1, at: 2 }, 5, ({ id }) => id)).toEqual([{ id: 1, at: 2 }])
})
