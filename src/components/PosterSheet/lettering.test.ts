import { expect, it } from 'vitest'
import { linesOf } from './lettering'

/** Every letter is ten wide. */
const ruler = { measureText: (text: string) => ({ width: [...text].length * 10 }) as TextMetrics }

it('breaks a name where the line ends, and cuts what finds no room', () => {
  expect(linesOf(ruler, '一二三', 50, 2)).toEqual(['一二三'])
  expect(linesOf(ruler, '一二三四五六七', 50, 2)).toEqual(['一二三四五', '六七'])
  expect(linesOf(ruler, '一二三四五六七八九十甲乙', 50, 2)).toEqual(['一二三四五', '六七八九…'])
  expect(linesOf(ruler, '一二三四五 六', 50, 2), 'no line begins with a space').toEqual(['一二三四五', '六'])
  expect(linesOf(ruler, '一二三四五六', 50, 1)).toEqual(['一二三四…'])
})
