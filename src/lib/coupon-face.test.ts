import { describe, expect, it } from 'vitest'
import { coupon } from '@/texts/zh/coupon'
import { faceText, lastDay, shortText } from './coupon-face'

const words = coupon.coupon
const yuan = { moneyType: 0, moneyHreshold: 0 }
const percent = { moneyType: 1, moneyHreshold: 0 }

describe('faceText', () => {
  it('is yuan, a range of them, or what is left to pay of ten', () => {
    expect(faceText({ ...yuan, money: 10 }, words)).toBe('¥10')
    expect(faceText({ ...yuan, money: 3.37 }, words)).toBe('¥3.37')
    expect(faceText({ ...yuan, moneyMin: 1, moneyMax: 20 }, words)).toBe('¥1–20')
    expect(faceText({ ...percent, money: 10 }, words)).toBe('9 折')
    expect(faceText({ ...percent, money: 15 }, words)).toBe('8.5 折')
    expect(faceText({ ...percent, moneyMin: 5, moneyMax: 5 }, words)).toBe('9.5 折')
  })
})

describe('shortText', () => {
  it('tells threshold and value in a breath', () => {
    expect(shortText({ ...yuan, money: 10, moneyHreshold: 100 }, words)).toBe('满 ¥100 减 ¥10')
    expect(shortText({ ...yuan, money: 5 }, words)).toBe('减 ¥5')
    expect(shortText({ ...percent, money: 10, moneyHreshold: 50 }, words)).toBe('满 ¥50 打 9 折')
    expect(shortText({ ...percent, money: 10 }, words)).toBe('9 折')
  })
})

describe('lastDay', () => {
  it('is the day before what ends at midnight', () => {
    expect(lastDay('2027-01-01 00:00:00')).toBe('2026-12-31')
    expect(lastDay('2026-12-31 18:30:00')).toBe('2026-12-31')
  })
})
