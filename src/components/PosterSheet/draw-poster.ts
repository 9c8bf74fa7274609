/** Something of the shop as a picture to pass on: what it is, what it costs, and a code that leads to it. */
import { priceParts } from '@/lib/money'
import type { Surface } from '@/platform/drawing'
import { drawCovering, drawFoot, FAINT, FONT, INK, INSET, LINE, linesOf, PAPER, POSTER } from './lettering'

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
  drawCovering(context, picture, { x: 0, y: 0, side: width })
  context.textBaseline = 'alphabetic'

  drawPrice(context, poster, accent)
  context.fillStyle = INK
  context.font = `600 36px ${FONT}`
  const lines = linesOf(context, poster.name, width - 2 * INSET, 2)
  for (const [i, line] of lines.entries()) context.fillText(line, INSET, 894 + i * 50)

  if (logo) context.drawImage(logo, INSET, 1034, LOGO, LOGO)
  drawFoot(context, { code, from: logo ? INSET + LOGO + 20 : INSET, title: poster.shop, text: poster.hint })
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
