import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Encryption at rest. One master key, a derived key for each purpose. */
export interface Secrets {
  /** AES-256-GCM. `about` ties the text to its place: moved elsewhere it no longer opens. */
  seal(text: string, about: string): string
  /** Throws when the text was changed, moved or sealed with another key. */
  open(sealed: string, about: string): string
  /** A keyed hash: equal texts are found without being readable. */
  fingerprint(text: string, purpose: string): string
}

const FORMAT = 'v1'
const IV_BYTES = 12
const TAG_BYTES = 16

/** `masterKey`: 64 hex digits. Sealed texts name the key they were sealed with, so that it can be exchanged later. */
export function createSecrets(masterKey: string): Secrets {
  const master = Buffer.from(masterKey, 'hex')
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, '', `xiaopu ${purpose}`, 32))
  const sealing = derive('seal')
  const keyId = createHash('sha256').update(sealing).digest('hex').slice(0, 8)
  return {
    seal(text, about) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(Buffer.from(about))
      const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `${FORMAT}.${keyId}.${sealed.toString('base64url')}`
    },
    open(sealed, about) {
      const [format, id, text] = sealed.split('.')
      if (format !== FORMAT || id !== keyId || !text) throw new Error('sealed with another key')
      const bytes = Buffer.from(text, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, IV_BYTES))
        .setAAD(Buffer.from(about))
        .setAuthTag(bytes.subarray(-TAG_BYTES))
      return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8')
    },
    fingerprint: (text, purpose) =>
      createHmac('sha256', derive(`fingerprint ${purpose}`))
        .update(text)
        .digest('hex'),
  }
}

/** For what is long and random already, as tokens are. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
