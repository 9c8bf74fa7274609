import { describe, expect, it } from 'vitest'
import { choiceText, pairsOf, valuesOf } from './choice'

const PROPERTIES = [
  { id: 1, name: '颜色', values: [{ id: 1, name: '薄荷绿' }] },
  { id: 2, name: '尺寸', values: [{ id: 10, name: '大' }] },
]

describe('pairsOf', () => {
  it('writes what a cart sends in one order', () => {
    const [colour, size] = [
      { optionId: 1, optionValueId: 1 },
      { optionId: 2, optionValueId: 10 },
    ]
    expect(pairsOf([size, colour])).toBe('1:1,2:10')
    expect(pairsOf([colour, size, colour])).toBe('1:1,2:10')
    expect(pairsOf([])).toBe('')
  })
})

describe('valuesOf', () => {
  it('names properties and values, and leaves unknown ones empty', () => {
    expect(valuesOf(PROPERTIES, '1:1')).toEqual([
      { optionId: 1, optionValueId: 1, optionName: '颜色', optionValueName: '薄荷绿' },
    ])
    expect(valuesOf(PROPERTIES, '9:9')).toMatchObject([{ optionName: '', optionValueName: '' }])
    expect(valuesOf(PROPERTIES, '')).toEqual([])
  })
})

describe('choiceText', () => {
  it('is a choice in words as WXAPI writes it', () => {
    expect(choiceText(PROPERTIES, '1:1,2:10')).toBe('颜色:薄荷绿,尺寸:大,')
    expect(choiceText(PROPERTIES, '')).toBe('')
  })
})
