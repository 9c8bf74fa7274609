import { expect, it } from 'vitest'
import { highlighted } from './highlight'

const marked = (name: string, typed: string) =>
  highlighted(name, typed)
    .map(({ text, isMatch }) => (isMatch ? `[${text}]` : text))
    .join('')

it('marks what is typed, wherever it stands and however it is written', () => {
  expect(marked('福鼎老白茶', '白茶')).toBe('福鼎老[白茶]')
  expect(marked('65% 三模机械键盘 Pro', 'pro 三模')).toBe('65% [三模]机械键盘 [Pro]')
  expect(marked('茶茶', '茶')).toBe('[茶][茶]')
})

it('leaves a name whole that is not what is typed', () => {
  expect(highlighted('台灯', '茶')).toEqual([{ text: '台灯', isMatch: false }])
  expect(highlighted('台灯', ' ')).toEqual([{ text: '台灯', isMatch: false }])
})
