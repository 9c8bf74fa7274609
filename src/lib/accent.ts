/** A shop keeper's own accent: its tones for both schemes, moved lighter or darker until text on them can be read. */
export interface Accent {
  accent: string
  deep: string
  wash: string
  on: string
}

type Rgb = [red: number, green: number, blue: number]

const white: Rgb = [255, 255, 255]
const black: Rgb = [0, 0, 0]
/** The ground of pages, `--paper`: darker than a card, so what can be read on it can be read on both. */
const paper: Rgb = [246, 243, 239]
const darkCard: Rgb = [31, 28, 24]
const darkInk: Rgb = [27, 15, 11]
/** WCAG's AA for running text. */
const READABLE = 4.5

/** Undefined for anything but `#rrggbb`. */
export function accentTones(hex: string): { light: Accent; dark: Accent } | undefined {
  const parts = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hex.trim())
  if (!parts) return undefined
  const colour = parts.slice(1).map(part => Number.parseInt(part, 16)) as Rgb
  return { light: tones(colour, paper, white, black, 0.1), dark: tones(colour, darkCard, darkCard, white, 0.2) }
}

/** `ground` is the one of the scheme's that is hardest to be seen on; `away` is where contrast with it grows. */
function tones(colour: Rgb, ground: Rgb, card: Rgb, away: Rgb, strength: number): Accent {
  const accent = readable(colour, ground, away)
  const wash = mixed(card, accent, strength)
  const on = [white, darkInk].find(ink => contrast(ink, accent) >= READABLE) ?? black
  return { accent: hexOf(accent), deep: hexOf(readable(accent, wash, away)), wash: hexOf(wash), on: hexOf(on) }
}

function readable(colour: Rgb, ground: Rgb, away: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.02) {
    const moved = mixed(colour, away, share)
    if (contrast(moved, ground) >= READABLE) return moved
  }
  return away
}

const mixed = (from: Rgb, to: Rgb, share: number): Rgb =>
  from.map((part, i) => Math.round(part + ((to[i] as number) - part) * share)) as Rgb

const hexOf = (colour: Rgb): string => `#${colour.map(part => part.toString(16).padStart(2, '0')).join('')}`

/** From 1, nothing to be seen, to 21, black on white. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map(part => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
