/** Draws a few characters so that people read them with ease and simple programs do not. */
import { randomInt } from 'node:crypto'

const WIDTH = 240
const HEIGHT = 88
const INKS = ['#1f5d43', '#5a3d1e', '#2c3f73', '#6b2437'] as const

/**
 * Each as strokes in a field of 40 by 60. They are drawn rather than set, because a server may have no fonts, and because
 * text inside an SVG could be read by anybody.
 */
const STROKES: Readonly<Record<string, string>> = {
  3: 'M4 8Q20-6 33 8Q40 24 18 28Q42 32 36 48Q24 66 2 52',
  4: 'M28 60V0L2 42H40',
  6: 'M32 4Q2 8 4 42Q8 60 22 60Q38 58 36 42Q30 26 5 38',
  7: 'M2 2H38L14 60',
  9: 'M8 57Q38 54 36 18Q32 0 18 0Q2 2 4 18Q10 34 35 22',
  A: 'M2 60L20 0L38 60M9 40H31',
  C: 'M37 12Q20-10 6 14Q-2 34 8 50Q22 68 38 48',
  E: 'M36 2H5V58H37M5 29H30',
  F: 'M36 2H5V60M5 30H29',
  H: 'M4 0V60M36 0V60M4 30H36',
  K: 'M5 0V60M36 2L6 34M17 24L38 60',
  L: 'M6 0V58H37',
  M: 'M2 60L6 0L20 34L34 0L38 60',
  N: 'M4 60V0L36 60V0',
  P: 'M6 60V2H20Q38 4 37 18Q34 34 6 33',
  R: 'M6 60V2H20Q38 4 36 17Q32 32 7 31M18 31L38 60',
  T: 'M1 2H39M20 2V60',
  U: 'M4 0V40Q8 60 20 60Q33 60 36 40V0',
  V: 'M2 0L20 60L38 0',
  W: 'M0 0L10 60L20 22L30 60L40 0',
  X: 'M3 0L37 60M37 0L3 60',
  Y: 'M2 0L20 30L38 0M20 30V60',
}

/** A PNG. Each drawing of the same characters is another. */
export async function drawCharacters(characters: string): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  return sharp(Buffer.from(svgOf(characters)))
    .png({ palette: true })
    .toBuffer()
}

function svgOf(characters: string): string {
  const letters = [...characters].map((character, i) => letter(character, i, characters.length))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="#f4f1ea"/><g fill="none" stroke-linecap="round" stroke-linejoin="round">${letters.join('')}${scratch()}${scratch()}</g></svg>`
}

function letter(character: string, place: number, count: number): string {
  const step = (WIDTH - 40) / count
  const x = 20 + step * (place + 0.5) + randomInt(-3, 4)
  const y = HEIGHT / 2 + randomInt(-6, 7)
  const size = randomInt(78, 96) / 100
  const turn = `translate(${x} ${y}) rotate(${randomInt(-16, 17)}) skewX(${randomInt(-10, 11)}) scale(${size}) translate(-20 -30)`
  return `<path transform="${turn}" d="${STROKES[character]}" stroke="${ink()}" stroke-width="${randomInt(50, 68) / 10}"/>`
}

/** A thin line across, which joins the characters for a program and hides none from a person. */
function scratch(): string {
  const at = () => randomInt(12, HEIGHT - 12)
  const d = `M0 ${at()}C${WIDTH / 3} ${at()} ${(2 * WIDTH) / 3} ${at()} ${WIDTH} ${at()}`
  return `<path d="${d}" stroke="${ink()}" stroke-width="1.8" opacity="0.55"/>`
}

const ink = () => INKS[randomInt(INKS.length)]
