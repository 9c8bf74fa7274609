/** The shop as a picture to pass on: its name, what people buy there, who invites, and a code that leads there. */
import {
  drawCovering,
  drawFoot,
  FONT,
  INK,
  INSET,
  LINE,
  linesOf,
  PAPER,
  POSTER,
} from '@/components/PosterSheet/lettering'
import { priceParts } from '@/lib/money'
import type { Surface } from '@/platform/drawing'

export interface Invitation {
  shop: string
  /** Empty where the shop has none. */
  logo: string
  /** The shop keeper's words, or none. */
  text: string
  things: ReadonlyArray<{ picture: string; color: string; price: number }>
  from: string
  /** How to use the code. */
  hint: string
  code: string
}

export const MOST_GOODS = 6

const HEAD = 340
const LOGO = 88
const IN_A_ROW = 3
const GAP = 24
const SIDE = (POSTER.width - 2 * INSET - (IN_A_ROW - 1) * GAP) / IN_A_ROW
const ROW = SIDE + 80
const WHITE = '#ffffff'

export async function drawInvitation(
  { context, load }: Surface,
  invitation: Invitation,
  accent: string,
): Promise<void> {
  const { shop, logo, text, things, from, hint } = invitation
  const { width, height } = POSTER
  // Whatever picture does not come: an invitation without it is still one. Without the code it is none.
  const perhaps = (src: string) => (src ? load(src).catch(() => undefined) : undefined)
  const [code, mark, ...pictures] = await Promise.all([
    load(invitation.code),
    perhaps(logo),
    ...things.map(({ picture }) => perhaps(picture)),
  ])
  context.fillStyle = PAPER
  context.fillRect(0, 0, width, height)
  context.fillStyle = accent
  context.fillRect(0, 0, width, HEAD)
  context.textBaseline = 'alphabetic'
  if (mark) context.drawImage(mark, INSET, 56, LOGO, LOGO)
  const right = mark ? INSET + LOGO + 24 : INSET
  context.fillStyle = WHITE
  context.font = `700 48px ${FONT}`
  context.fillText(linesOf(context, shop, width - right - INSET, 1)[0] ?? '', right, 118)
  context.font = `400 34px ${FONT}`
  const lines = linesOf(context, text, width - 2 * INSET, 2)
  for (const [i, line] of lines.entries()) context.fillText(line, INSET, 216 + i * 52)

  for (const [i, { color, price }] of things.entries()) {
    const x = INSET + (i % IN_A_ROW) * (SIDE + GAP)
    const y = HEAD + 48 + Math.floor(i / IN_A_ROW) * ROW
    context.fillStyle = color || LINE
    context.fillRect(x, y, SIDE, SIDE)
    const picture = pictures[i]
    if (picture) drawCovering(context, picture, { x, y, side: SIDE })
    const { yuan, fen } = priceParts(price)
    context.fillStyle = INK
    context.font = `600 28px ${FONT}`
    context.fillText(`¥${yuan}.${fen}`, x, y + SIDE + 42)
  }
  drawFoot(context, { code, from: INSET, title: from, text: hint })
}
