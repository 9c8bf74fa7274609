import { createHash } from 'node:crypto'

const SPOKES = 60
const RINGS = 9
const SIZE = 430
const CENTRE = SIZE / 2

/** A round picture that looks like a mini-program code and is another for another text. No camera reads it. */
export async function drawCode(text: string, width: number, isTransparent: boolean): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  return sharp(Buffer.from(svgOf(text, isTransparent)))
    .resize(width, width)
    .png({ palette: true })
    .toBuffer()
}

function svgOf(text: string, isTransparent: boolean): string {
  const bits = createHash('sha512').update(text).digest()
  const isDark = (i: number) => (((bits[i % bits.length] ?? 0) >> (Math.floor(i / bits.length) % 8)) & 1) === 1
  const marks = Array.from({ length: SPOKES * RINGS }, (_, i) => i)
    .filter(i => isDark(i) && !isNearEye(Math.floor(i / RINGS), i % RINGS))
    .map(i => dash(Math.floor(i / RINGS), i % RINGS))
  const ground = isTransparent ? '' : `<rect width="${SIZE}" height="${SIZE}" fill="#fff"/>`
  const eyes = [45, 135, 225].map(eye)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}">${ground}<g stroke="#000" stroke-width="5.5" stroke-linecap="round">${marks.join('')}</g>${eyes.join('')}<circle cx="${CENTRE}" cy="${CENTRE}" r="84" fill="#276f4f"/><path d="M185 236c0 22 60 22 60-6 0-24-52-16-52-40 0-26 50-24 50-4" fill="none" stroke="#fff" stroke-width="14" stroke-linecap="round"/></svg>`
}

function dash(spoke: number, ring: number): string {
  const angle = (spoke / SPOKES) * 2 * Math.PI
  const [near, far] = [98 + ring * 12, 103 + ring * 12]
  const at = (r: number) => `${(CENTRE + r * Math.cos(angle)).toFixed(1)}`
  const down = (r: number) => `${(CENTRE + r * Math.sin(angle)).toFixed(1)}`
  return `<path d="M${at(near)} ${down(near)}L${at(far)} ${down(far)}"/>`
}

const EYES = [7.5, 22.5, 37.5]
const isNearEye = (spoke: number, ring: number): boolean => ring > 3 && EYES.some(at => Math.abs(spoke - at) < 3.4)

function eye(degrees: number): string {
  const angle = (degrees / 180) * Math.PI
  const [x, y] = [CENTRE + 172 * Math.cos(angle), CENTRE + 172 * Math.sin(angle)]
  return `<circle cx="${x}" cy="${y}" r="24" fill="#fff" stroke="#000" stroke-width="8"/><circle cx="${x}" cy="${y}" r="11"/>`
}
