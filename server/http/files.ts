import { createReadStream } from 'node:fs'
import { extname } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { errors } from '../../contract/errors'
import type { FileStore } from '../domains/file/file-store'

const TYPES: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
}

/** Uploaded pictures and their thumbnails. A name never changes its content, so it may be kept for ever. */
export function serveFiles(app: FastifyInstance, files: FileStore): void {
  app.get('/files/*', { config: { unlimited: true } }, async (request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const file = await files.fileAt(path)
    if (!file) return reply.code(404).send({ code: errors.notFound[0], msg: '文件不存在' })
    return reply
      .type(TYPES[extname(path.replace(/_m$/, ''))] ?? 'application/octet-stream')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(createReadStream(file))
  })
}
