import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { errors } from '../../contract/errors'
import type { FileStore } from '../domains/file/file-store'

const TYPES: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
}

/** Uploaded pictures and their thumbnails, and films, of which phones ask for a part at a time. A name never changes its content, so it may be kept for ever. */
export function serveFiles(app: FastifyInstance, files: FileStore): void {
  app.get('/files/*', { config: { unlimited: true } }, async (request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const file = await files.fileAt(path)
    if (!file) return reply.code(404).send({ code: errors.notFound[0], msg: '文件不存在' })
    const type = TYPES[extname(path.replace(/_m$/, ''))] ?? 'application/octet-stream'
    reply.type(type).header('cache-control', 'public, max-age=31536000, immutable')
    if (type.startsWith('video/')) return sendPart(reply, file, request.headers.range)
    return reply.send(createReadStream(file))
  })
}

/** iPhones play nothing of a server that cannot send parts. A part that does not exist is answered with the whole. */
async function sendPart(reply: FastifyReply, file: string, range: string | undefined): Promise<FastifyReply> {
  const { size } = await stat(file)
  reply.header('accept-ranges', 'bytes')
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? []
  const start = from ? Number(from) : Math.max(0, size - Number(to))
  const end = from && to ? Math.min(Number(to), size - 1) : size - 1
  if (!(from || to) || start > end) return reply.header('content-length', size).send(createReadStream(file))
  return reply
    .code(206)
    .header('content-range', `bytes ${start}-${end}/${size}`)
    .header('content-length', end - start + 1)
    .send(createReadStream(file, { start, end }))
}
