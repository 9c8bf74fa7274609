import { describe, expect, it } from 'vitest'
import { accentTones } from './accent'

describe('accentTones', () => {
  it('keeps a colour that can be read', () => {
    expect(accentTones('#2255AA')?.light.accent).toBe('#2255aa')
  })
  it('darkens a pale one in the light and keeps it in the dark', () => {
    const pale = accentTones('#ffd34d')
    expect(pale?.light.accent).not.toBe('#ffd34d')
    expect(pale?.dark.accent).toBe('#ffd34d')
    expect(pale?.dark.on).toBe('#1b0f0b')
  })
  it('lightens a dark one in the dark', () => {
    expect(accentTones('#101820')?.light.accent).toBe('#101820')
    expect(accentTones('#101820')?.dark.accent).not.toBe('#101820')
  })
  it('ignores what is not a colour', () => {
    expect(accentTones('persimmon')).toBeUndefined()
    expect(accentTones('#fff')).toBeUndefined()
  })
})
