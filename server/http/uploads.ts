import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { Refusal } from './refusal'

export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024

/** The file of a multipart request, whole in memory. */
export interface Upload {
  name: string
  bytes: Buffer
}

interface Parts {
  fields: Record<string, unknown>
  upload: Upload | undefined
}

/** Text fields and the file part `upfile`. Refuses a request without a file, or with one that is too large. */
export async function readUpload(request: FastifyRequest): Promise<Parts & { upload: Upload }> {
  if (!request.isMultipart()) throw new Refusal('fileMissing')
  const { fields, upload } = await readParts(request)
  if (!upload) throw new Refusal('fileMissing')
  return { fields, upload }
}

async function readParts(request: FastifyRequest): Promise<Parts> {
  const parts: Parts = { fields: { upfile: 'upfile' }, upload: undefined }
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') parts.fields[part.fieldname] = part.value
      else if (part.fieldname === 'upfile') parts.upload = { name: nameOf(part), bytes: await part.toBuffer() }
      else part.file.resume()
    }
  } catch (error) {
    if (BROKEN_OFF.test((error as Error).message)) throw new Refusal('badRequest', '上传的内容不完整')
    throw error
  }
  return parts
}

/** How the parser of multipart bodies says it; it gives its errors no code. */
const BROKEN_OFF = /unexpected end of multipart data|boundary not found/i

const nameOf = ({ filename }: MultipartFile) => filename.replaceAll('\0', '').slice(0, 200)
