import { createCipheriv, randomBytes } from 'node:crypto'

/** Text under the APIv3 key, as notifications and certificates carry it. */
export function seal(text: string, about: string, apiV3Key: string) {
  const nonce = randomBytes(6).toString('hex')
  const cipher = createCipheriv('aes-256-gcm', apiV3Key, nonce).setAAD(Buffer.from(about))
  const sealed = Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()])
  return {
    original_type: about,
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: sealed.toString('base64'),
    associated_data: about,
    nonce,
  }
}
