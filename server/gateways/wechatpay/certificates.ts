/**
 * The keys that WeChat Pay signs with. Merchants have its public key (`PUB_KEY_ID_…`, from the console), its certificates, or both
 * while they move from the one to the other: `Wechatpay-Serial` says which was used. Certificates are fetched, since they change.
 */
import { type KeyObject, X509Certificate } from 'node:crypto'
import { GatewayError } from '../error'
import type { Answer } from '../http'
import { asObject, asText, type JsonObject, parseObject } from '../json'
import { decryptResource } from './decrypt'
import { PARTY } from './refusal'
import { type PlatformKeys, type SignedHeaders, signatureProblem } from './sign'

export interface KeyRing {
  /** Those known now. */
  readonly keys: PlatformKeys
  /** Makes sure that the key behind a message is known, when there is a way to learn it. Throws nothing. */
  learn(headers: SignedHeaders): Promise<void>
}

interface Source {
  /** Public keys and certificates from the settings. */
  fixed: PlatformKeys
  apiV3Key: Buffer
  now: () => Date
  /** Asks WeChat Pay for its certificates; the answer is not yet believed. */
  fetch(): Promise<Answer>
}

/** A message with an unknown serial makes us look once a minute and no more, since anybody may send one. */
const ASK_AGAIN_MS = 60_000
/** WeChat Pay brings a new certificate before the old one ends, and wants it to be looked for every half day. */
const REFRESH_MS = 12 * 3_600_000

export function createKeyRing({ fixed, apiV3Key, now, fetch }: Source): KeyRing {
  let certificates = new Map<string, X509Certificate>()
  let keys: PlatformKeys = fixed
  let askedAt = Number.NEGATIVE_INFINITY
  let asking: Promise<void> | undefined

  async function refresh(): Promise<void> {
    askedAt = now().getTime()
    try {
      const brought = certificatesIn(await fetch(), fixed, apiV3Key, now())
      // An old one stays until it ends: messages that it signed may still be on their way.
      certificates = new Map([...certificates, ...brought])
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error
      // A merchant with a public key alone has none: then the serial stays unknown, and what it signed is not believed.
    }
    for (const [serial, certificate] of certificates) if (!isGood(certificate, now())) certificates.delete(serial)
    keys = new Map<string, KeyObject>([
      ...[...certificates].map(([serial, it]) => [serial, it.publicKey] as const),
      ...fixed,
    ])
  }

  return {
    get keys() {
      return keys
    },
    async learn(headers) {
      const serial = headers['wechatpay-serial']
      if (typeof serial !== 'string' || fixed.has(serial) || !/^[0-9A-Fa-f]{8,64}$/.test(serial)) return
      const age = now().getTime() - askedAt
      const isKnown = keys.has(serial)
      if (isKnown ? age < REFRESH_MS : age >= 0 && age < ASK_AGAIN_MS) return asking
      asking ??= refresh().finally(() => {
        asking = undefined
      })
      await asking
    },
  }
}

const isGood = (certificate: X509Certificate, now: Date): boolean =>
  now >= new Date(certificate.validFrom) && now < new Date(certificate.validTo)

/**
 * The certificates of an answer. Each comes sealed under the APIv3 key, which only the two of us know; the answer as a whole must be
 * signed by one of them, or by a key known before. Throws `GatewayError`.
 */
function certificatesIn(
  { status, headers, body }: Answer,
  known: PlatformKeys,
  apiV3Key: Buffer,
  now: Date,
): Map<string, X509Certificate> {
  const list = status === 200 ? parseObject(body)?.data : undefined
  if (!Array.isArray(list)) throw new GatewayError(PARTY, 'noCertificates', { sent: 'yes', detail: `HTTP ${status}` })
  const certificates = new Map(list.flatMap(entry => opened(asObject(entry) ?? {}, apiV3Key)))
  const keys = new Map([...known, ...[...certificates].map(([serial, it]) => [serial, it.publicKey] as const)])
  const problem = signatureProblem({ headers, rawBody: body }, keys, now)
  if (problem) throw new GatewayError(PARTY, problem, { sent: 'maybe' })
  return certificates
}

/** One certificate under the serial number that it says itself; nothing when it does not open or says another. */
function opened(entry: JsonObject, apiV3Key: Buffer): [string, X509Certificate][] {
  const serial = asText(entry.serial_no)
  const pem = decryptResource(asObject(entry.encrypt_certificate) ?? {}, apiV3Key)
  if (!serial || !pem) return []
  try {
    const certificate = new X509Certificate(pem)
    const isRsa = certificate.publicKey.asymmetricKeyType === 'rsa'
    return isRsa && certificate.serialNumber.toUpperCase() === serial.toUpperCase() ? [[serial, certificate]] : []
  } catch {
    return []
  }
}
