/** Something of the shop as a picture to pass on: what it is, what it costs, and a code that leads to it. */
import { priceParts } from '@/lib/money'
import type { Surface } from '@/platform/drawing'

export interface Poster {
  picture: string
  /** Ground of the picture. */
  color: string
  name: string
  /** yuan */
  price: number
  /** Struck, when it was higher. */
  was: number | undefined
  from: string | undefined
  shop: string
  /** Empty where the shop has none. */
  logo: string
  /** How to use the code. */
  hint: string
  code: string
}

export const POSTER = { width: 750, height: 1180 }

/** Always light: it leaves for other people's screens and for paper. */
const PAPER = '#ffffff'
const INK = '#211c17'
const FAINT = '#6f675e'
const LINE = '#ece7e1'
const FONT = '-apple-system, "PingFang SC", "Noto Sans SC", "Microsoft YaHei", sans-serif'
const INSET = 48
const LOGO = 84

export async function drawPoster({ context, load }: Surface, poster: Poster, accent: string): Promise<void> {
  const { width, height } = POSTER
  const [picture, code, logo] = await Promise.all([
    load(poster.picture),
    load(poster.code),
    // A poster without the logo is still a poster.
    poster.logo ? load(poster.logo).catch(() => undefined) : undefined,
  ])
  context.fillStyle = PAPER
  context.fillRect(0, 0, width, height)
  context.fillStyle = poster.color || LINE
  context.fillRect(0, 0, width, width)
  drawCovering(context, picture, width)
  context.textBaseline = 'alphabetic'

  drawPrice(context, poster, accent)
  context.fillStyle = INK
  context.font = `600 36px ${FONT}`
  const lines = linesOf(context, poster.name, width - 2 * INSET, 2)
  for (const [i, line] of lines.entries()) context.fillText(line, INSET, 894 + i * 50)

  context.fillStyle = LINE
  context.fillRect(INSET, 976, width - 2 * INSET, 2)
  const side = 156
  context.drawImage(code, width - INSET - side, 1000, side, side)
  if (logo) context.drawImage(logo, INSET, 1034, LOGO, LOGO)
  const beside = logo ? INSET + LOGO + 20 : INSET
  const room = 440 + INSET - beside
  context.fillStyle = INK
  context.font = `600 32px ${FONT}`
  context.fillText(linesOf(context, poster.shop, room, 1)[0] ?? '', beside, 1070)
  context.fillStyle = FAINT
  context.font = `400 26px ${FONT}`
  context.fillText(linesOf(context, poster.hint, room, 1)[0] ?? '', beside, 1116)
}

/** In the three sizes that prices have everywhere. */
function drawPrice(context: CanvasRenderingContext2D, { price, was, from }: Poster, accent: string): void {
  const { yuan, fen } = priceParts(price)
  let at = INSET
  const write = (text: string, font: string, color: string, gap = 0) => {
    context.font = `${font} ${FONT}`
    context.fillStyle = color
    context.fillText(text, at + gap, 834)
    at += gap + context.measureText(text).width
  }
  write('¥', '600 38px', accent)
  write(yuan, '700 64px', accent, 2)
  write(`.${fen}`, '600 38px', accent)
  if (from) write(from, '400 26px', FAINT, 6)
  if (was === undefined || was <= price) return
  const start = at + 18
  const before = priceParts(was)
  write(`¥${before.yuan}.${before.fen}`, '400 28px', FAINT, 18)
  context.fillRect(start, 823, at - start, 2)
}

/** The middle of a picture that is not square. */
function drawCovering(
  context: CanvasRenderingContext2D,
  picture: CanvasImageSource & { width: number; height: number },
  side: number,
): void {
  const part = Math.min(picture.width, picture.height)
  const [x, y] = [(picture.width - part) / 2, (picture.height - part) / 2]
  context.drawImage(picture, x, y, part, part, 0, 0, side, side)
}

/** At most so many lines; what finds no room is cut with an ellipsis. */
export function linesOf(
  context: Pick<CanvasRenderingContext2D, 'measureText'>,
  text: string,
  width: number,
  most: number,
): string[] {
  const fits = (line: string) => context.measureText(line).width <= width
  const lines: string[] = []
  let line = ''
  for (const letter of text) {
    if (fits(line + letter)) {
      line += letter
      continue
    }
    if (lines.length === most - 1) return [...lines, cut(line, fits)]
    lines.push(line)
    line = letter.trim()
  }
  return line ? [...lines, line] : lines
}

function cut(line: string, fits: (line: string) => boolean): string {
  let kept = line
  while (kept && !fits(`${kept}…`)) kept = kept.slice(0, -1)
  return `${kept}…`
}
