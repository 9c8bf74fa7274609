/** Identity tokens: JSON web tokens that Apple has signed. What they say counts only after every check. */
import { createHash, createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto'
import { type JsonObject, parseObject } from '../json'

export interface SigningKey {
  /** Fixed by the key, never by the token: whoever may choose the algorithm may choose a weak one. */
  alg: 'RS256' | 'ES256'
  key: KeyObject
}

export interface IdentityToken {
  alg: string
  kid: string
  claims: JsonObject
  /** What the signature covers. */
  signed: Buffer
  signature: Buffer
}

export interface Expected {
  issuer: string
  /** Our own apps: the bundle id, the services id. */
  audiences: readonly string[]
  /** What the app had Apple put in, as it was or hashed. A token that carries one is good only beside it. */
  nonce: string | undefined
  now: Date
}

const LONGEST = 8_000
const PART = /^[A-Za-z0-9_-]+$/
/** Apple's clock and ours. */
const SKEW_SECONDS = 300

/** Takes a token apart and believes nothing of it. Nothing when it is none, or when no algorithm of ours signs it. */
export function parseIdentityToken(token: string): IdentityToken | undefined {
  const [head = '', body = '', signature = '', ...more] = token.split('.')
  if (token.length > LONGEST || more.length || ![head, body, signature].every(part => PART.test(part))) return undefined
  const header = parseObject(Buffer.from(head, 'base64url'))
  const claims = parseObject(Buffer.from(body, 'base64url'))
  const { alg, kid } = header ?? {}
  if (!claims || typeof kid !== 'string' || (alg !== 'RS256' && alg !== 'ES256')) return undefined
  return { alg, kid, claims, signed: Buffer.from(`${head}.${body}`), signature: Buffer.from(signature, 'base64url') }
}

/** A key of Apple's set, or nothing for one that we do not take signatures of. */
export function signingKeyFrom(jwk: JsonObject): SigningKey | undefined {
  const alg = jwk.kty === 'RSA' ? 'RS256' : jwk.kty === 'EC' && jwk.crv === 'P-256' ? 'ES256' : undefined
  if (!alg || (jwk.alg !== undefined && jwk.alg !== alg)) return undefined
  try {
    const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' })
    const { modulusLength = Number.POSITIVE_INFINITY } = key.asymmetricKeyDetails ?? {}
    return modulusLength >= 2048 ? { alg, key } : undefined
  } catch {
    return undefined
  }
}

export function isSignedBy({ alg, key }: SigningKey, token: IdentityToken): boolean {
  const how = alg === 'ES256' ? { key, dsaEncoding: 'ieee-p1363' as const } : key
  return token.alg === alg && verify('sha256', token.signed, how, token.signature)
}

/** Why the claims are not for us, here and now; nothing when they are. */
export function whyNot({ iss, aud, exp, iat, sub, nonce }: JsonObject, expected: Expected): string | undefined {
  const now = expected.now.getTime() / 1000
  if (iss !== expected.issuer) return 'issuer'
  if (typeof aud !== 'string' || !expected.audiences.includes(aud)) return 'audience'
  if (typeof exp !== 'number' || exp <= now) return 'expired'
  if (typeof iat !== 'number' || iat > now + SKEW_SECONDS) return 'issued'
  if (typeof sub !== 'string' || !/^[\w.-]{1,100}$/.test(sub)) return 'subject'
  return isNonce(nonce, expected.nonce) ? undefined : 'nonce'
}

const isNonce = (claimed: unknown, given: string | undefined): boolean =>
  given === undefined
    ? claimed === undefined
    : claimed === given || claimed === createHash('sha256').update(given).digest('hex')
