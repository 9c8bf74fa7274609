/** QR codes of any text. They follow from their address, so nothing of them is stored. */
import type { FastifyInstance } from 'fastify'
import { encode } from 'uqr'
import { errors } from '../../../contract/errors'

const PATH = '/qrcode.png'
const USUAL_WIDTH = 300
/** Fields of white around it, which cameras look for. */
const BORDER = 2
/** What the largest code holds at its error correction. */
const MOST_BYTES = 2331

export const fits = (content: string): boolean => Buffer.byteLength(content) <= MOST_BYTES

export const pictureAddress = (content: string, width = USUAL_WIDTH): string =>
  `${PATH}?${new URLSearchParams({ content, width: String(width) })}`

/** Serves them. Whoever asks for what is no code gets nothing. */
export function serveQrcodes(app: FastifyInstance): void {
  app.get(PATH, async (request, reply) => {
    const { content, width } = request.query as Record<string, unknown>
    const side = Number(width)
    if (typeof content !== 'string' || !content || !fits(content) || !(side >= 60 && side <= 1280))
      return reply.code(404).send({ code: errors.notFound[0], msg: '二维码不存在' })
    return reply
      .type('image/png')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(await pictureOf(content, Math.round(side)))
  })
}

/** As PNG. The caller has seen that it fits. */
export async function pictureOf(content: string, width = USUAL_WIDTH): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  const { data, size } = encode(content, { ecc: 'M', border: BORDER })
  const pixels = Buffer.from(data.flatMap(row => row.map(isDark => (isDark ? 0 : 255))))
  return sharp(pixels, { raw: { width: size, height: size, channels: 1 } })
    .resize(width, width, { kernel: 'nearest' })
    .png({ palette: true })
    .toBuffer()
}
