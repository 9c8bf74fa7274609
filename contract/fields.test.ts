import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { Day, IdList, NumberList, Pairs, TextList } from './fields'

describe('Pairs', () => {
  it.each([
    ['1:1,2:10', '1:1,2:10'],
    ['2:10,1:1', '1:1,2:10'],
    [',869:1699,871:1588', '869:1699,871:1588'],
    ['10:1,9:2,', '9:2,10:1'],
    ['1:1,1:1', '1:1'],
    [',', ''],
  ])('reads %s as %s', (wire, own) => expect(Value.Decode(Pairs, wire)).toBe(own))

  it.each(['1', '1:', '1:1;2:2', '1:1,,2:2', 'a:b', '1:-1', ' 1:1', `${'1:1,'.repeat(126)}`])('refuses "%s"', wire =>
    expect(() => Value.Decode(Pairs, wire)).toThrow(),
  )

  it('leaves with a comma behind, as WXAPI has it, or empty', () => {
    expect(Value.Encode(Pairs, '1:1,2:10')).toBe('1:1,2:10,')
    expect(Value.Encode(Pairs, '')).toBe('')
  })
})

describe('IdList', () => {
  it.each([
    ['7', [7]],
    ['77,88,99', [77, 88, 99]],
    [' 77 , 88 ,', [77, 88]],
  ])('reads "%s"', (wire, ids) => expect(Value.Decode(IdList, wire)).toEqual(ids))

  it.each(['', ',', '7,,8', '-7', '7.5', 'x', '1e3', '99999999999999999999'])('refuses "%s"', wire =>
    expect(() => Value.Decode(IdList, wire)).toThrow(),
  )

  it('takes no time over a hostile list', () => {
    const start = performance.now()
    for (const part of ['1', '1 ', '1,', ' , ']) expect(() => Value.Decode(IdList, `${part.repeat(600)}x`)).toThrow()
    expect(performance.now() - start).toBeLessThan(200)
  })
})

describe('NumberList', () => {
  it('reads signs', () => {
    expect(Value.Decode(NumberList, '-1,0,4')).toEqual([-1, 0, 4])
    for (const wire of ['', '--1', '1,', '-99999999999999999999'])
      expect(() => Value.Decode(NumberList, wire)).toThrow()
  })
})

describe('TextList', () => {
  it('drops what is empty', () => {
    expect(Value.Decode(TextList, ' mallName, ,WITHDRAW_MIN,')).toEqual(['mallName', 'WITHDRAW_MIN'])
    expect(Value.Decode(TextList, '')).toEqual([])
  })
})

describe('Day', () => {
  it('is a day of the calendar', () => {
    expect(Value.Decode(Day, '2024-02-29')).toBe('2024-02-29')
    for (const wire of ['2025-02-29', '2026-13-01', '2026-1-1', '0000-00-00'])
      expect(() => Value.Decode(Day, wire)).toThrow()
  })
})
