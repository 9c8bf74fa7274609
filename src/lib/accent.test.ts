import { describe, expect, it } from 'vitest'
import { accentTones, contrast } from './accent'

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
  it('can be read whatever the shop keeper chooses: on the page, on cards, on its own wash, and under its own words', () => {
    const steps = ['00', '24', '49', '6d', '92', 'b6', 'db', 'ff']
    const all = steps.flatMap(red => steps.flatMap(green => steps.map(blue => `#${red}${green}${blue}`)))
    const grounds = { light: ['#f6f3ef', '#ffffff'], dark: ['#151310', '#1f1c18'] } as const
    const faint: string[] = []
    for (const hex of all)
      for (const scheme of ['light', 'dark'] as const) {
        const tones = accentTones(hex)?.[scheme]
        if (!tones) throw new Error(`${hex} is no colour`)
        const { accent, deep, wash, on } = tones
        for (const [ink, ground] of [...grounds[scheme].map(ground => [accent, ground]), [deep, wash], [on, accent]])
          if (contrast(rgb(ink), rgb(ground)) < 4.5) faint.push(`${hex} ${scheme}: ${ink} on ${ground}`)
      }
    expect(faint).toEqual([])
  })

  it('ignores what is not a colour', () => {
    expect(accentTones('persimmon')).toBeUndefined()
    expect(accentTones('#fff')).toBeUndefined()
  })
})

const rgb = (hex = ''): [number, number, number] => {
  const number = Number.parseInt(hex.slice(1), 16)
  return [number >> 16, (number >> 8) & 255, number & 255]
}
