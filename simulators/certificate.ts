/** A certificate of our own making, as a platform has them: Node reads certificates and makes none. */
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

export interface Certified {
  /** Hex, upper case, without zeros in front. */
  serial: string
  certificatePem: string
  privateKeyPem: string
}

/** Signed by itself, good from `from` until `until`. */
export function makeCertificate(name: string, from: Date, until: Date): Certified {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const serial = randomBytes(16)
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40
  const der = certificateOf({ name, serial, from, until, publicKey, privateKey })
  const lines = der.toString('base64').replace(/(.{64})/g, '$1\n')
  return {
    serial: serial.toString('hex').toUpperCase(),
    certificatePem: `-----BEGIN CERTIFICATE-----\n${lines.trimEnd()}\n-----END CERTIFICATE-----\n`,
    privateKeyPem: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  }
}

interface Body {
  name: string
  serial: Buffer
  from: Date
  until: Date
  publicKey: KeyObject
  privateKey: KeyObject
}

/** X.509, version 3, in DER: RFC 5280, section 4.1. */
function certificateOf({ name, serial, from, until, publicKey, privateKey }: Body): Buffer {
  const algorithm = sequence(SHA256_RSA, Buffer.from([0x05, 0x00]))
  const subject = sequence(element(0x31, sequence(COMMON_NAME, element(0x0c, Buffer.from(name)))))
  const body = sequence(
    element(0xa0, element(0x02, Buffer.from([2]))),
    element(0x02, serial),
    algorithm,
    subject,
    sequence(time(from), time(until)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = element(0x03, Buffer.concat([Buffer.from([0]), sign('RSA-SHA256', body, privateKey)]))
  return sequence(body, algorithm, signature)
}

/** 1.2.840.113549.1.1.11 and 2.5.4.3. */
const SHA256_RSA = element(0x06, Buffer.from('2a864886f70d01010b', 'hex'))
const COMMON_NAME = element(0x06, Buffer.from('550403', 'hex'))

/** GeneralizedTime, to the second. */
const time = (at: Date): Buffer => element(0x18, Buffer.from(`${at.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`))

function sequence(...parts: Buffer[]): Buffer {
  return element(0x30, Buffer.concat(parts))
}

function element(tag: number, content: Buffer): Buffer {
  const { length } = content
  const long = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...long]), content])
}
