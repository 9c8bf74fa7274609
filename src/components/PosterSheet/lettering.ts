/** What posters are drawn with. */

/** Of every poster, so that sheets know their shape. */
export const POSTER = { width: 750, height: 1180 }

/** Always light: it leaves for other people's screens and for paper. */
export const PAPER = '#ffffff'
export const INK = '#211c17'
export const FAINT = '#6f675e'
export const LINE = '#ece7e1'
export const FONT = '-apple-system, "PingFang SC", "Noto Sans SC", "Microsoft YaHei", sans-serif'
export const INSET = 48

const CODE = 156

interface Foot {
  code: CanvasImageSource
  /** Where the words begin. */
  from: number
  title: string
  text: string
}

/** The lowest part of any poster: words on the left, the code on the right. */
export function drawFoot(context: CanvasRenderingContext2D, { code, from, title, text }: Foot): void {
  const { width } = POSTER
  context.fillStyle = LINE
  context.fillRect(INSET, 976, width - 2 * INSET, 2)
  context.drawImage(code, width - INSET - CODE, 1000, CODE, CODE)
  const room = 440 + INSET - from
  context.fillStyle = INK
  context.font = `600 32px ${FONT}`
  context.fillText(linesOf(context, title, room, 1)[0] ?? '', from, 1070)
  context.fillStyle = FAINT
  context.font = `400 26px ${FONT}`
  context.fillText(linesOf(context, text, room, 1)[0] ?? '', from, 1116)
}

interface Place {
  x: number
  y: number
  side: number
}

/** The middle of a picture that is not square. */
export function drawCovering(
  context: CanvasRenderingContext2D,
  picture: CanvasImageSource & { width: number; height: number },
  at: Place,
): void {
  const part = Math.min(picture.width, picture.height)
  const [x, y] = [(picture.width - part) / 2, (picture.height - part) / 2]
  context.drawImage(picture, x, y, part, part, at.x, at.y, at.side, at.side)
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
