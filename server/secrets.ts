import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Encryption at rest. A master key that can be exchanged, a derived key for each purpose. */
export interface Secrets {
  /** AES-256-GCM. `about` ties the text to its place: moved elsewhere it no longer opens. */
  seal(text: string, about: string): string
  /** Throws when the text was changed, moved or sealed with a key that is not known any more. */
  open(sealed: string, about: string): string
  /** Whether a text was sealed with the key that is used now. */
  isCurrent(sealed: string): boolean
  /** A keyed hash: equal texts are found without being readable. */
  fingerprint(text: string, purpose: string): string
  /** The same under every known key, that of now first: what was written before the key was exchanged is found too. */
  fingerprints(text: string, purpose: string): string[]
}

const FORMAT = 'v1'
const IV_BYTES = 12
const TAG_BYTES = 16

interface Key {
  id: string
  sealing: Buffer
  derive(purpose: string): Buffer
}

/**
 * `masterKeys`: 64 hex digits each, that of now first, then those before it; asked anew each time, because the shop keeper's
 * tool exchanges them while servers run. Sealed texts name the key they were sealed with.
 */
export function createSecrets(masterKeys: string | (() => readonly string[])): Secrets {
  const ring = typeof masterKeys === 'string' ? () => [masterKeys] : masterKeys
  const made = new Map<string, Key>()
  const keys = () => ring().map(master => made.get(master) ?? remember(made, master))
  const current = () => keys()[0] as Key
  const print = ({ derive }: Key, text: string, purpose: string) =>
    createHmac('sha256', derive(`fingerprint ${purpose}`))
      .update(text)
      .digest('hex')
  return {
    seal(text, about) {
      const { id, sealing } = current()
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(Buffer.from(about))
      const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `${FORMAT}.${id}.${sealed.toString('base64url')}`
    },
    open(sealed, about) {
      const [format, id, text] = sealed.split('.')
      const key = keys().find(one => one.id === id)
      if (format !== FORMAT || !key || !text) throw new Error('sealed with another key')
      const bytes = Buffer.from(text, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key.sealing, bytes.subarray(0, IV_BYTES))
        .setAAD(Buffer.from(about))
        .setAuthTag(bytes.subarray(-TAG_BYTES))
      return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8')
    },
    isCurrent: sealed => sealed.startsWith(`${FORMAT}.${current().id}.`),
    fingerprint: (text, purpose) => print(current(), text, purpose),
    fingerprints: (text, purpose) => keys().map(key => print(key, text, purpose)),
  }
}

function remember(made: Map<string, Key>, masterKey: string): Key {
  const master = Buffer.from(masterKey, 'hex')
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, '', `xiaopu ${purpose}`, 32))
  const sealing = derive('seal')
  const key = { id: createHash('sha256').update(sealing).digest('hex').slice(0, 8), sealing, derive }
  made.set(masterKey, key)
  return key
}

/** For what is long and random already, as tokens are. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
