import { createDecipheriv } from 'node:crypto'
import { asText, type JsonObject } from '../json'

const TAG_BYTES = 16

/**
 * The plain text of an encrypted `resource` (AEAD_AES_256_GCM under the APIv3 key), or undefined when it is no such
 * resource or does not authenticate.
 */
export function decryptResource(resource: JsonObject, apiV3Key: Buffer): Buffer | undefined {
  const nonce = asText(resource.nonce)
  const sealed = Buffer.from(asText(resource.ciphertext) ?? '', 'base64')
  if (resource.algorithm !== 'AEAD_AES_256_GCM' || !nonce || sealed.length < TAG_BYTES) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', apiV3Key, Buffer.from(nonce), { authTagLength: TAG_BYTES })
    decipher.setAAD(Buffer.from(asText(resource.associated_data) ?? ''))
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()])
  } catch {
    return undefined
  }
}
