/** Sign in with Apple: who an identity token stands for, proven by Apple's own keys. */
import { createHash } from 'node:crypto'
import { GatewayError } from '../error'
import { addressOf, type Line, openLine } from '../http'
import { asObject, parseObject } from '../json'
import { isSignedBy, parseIdentityToken, type SigningKey, signingKeyFrom, whyNot } from './token'

export interface AppleSettings {
  /** `https://appleid.apple.com`, or a simulator's address. */
  baseUrl: string
  /** Whose tokens count: the bundle id, the services id. */
  audiences: readonly string[]
  timeoutMs?: number
  now?: () => Date
}

export interface AppleIdentity {
  /** The same for all apps of one team, for ever. */
  subject: string
  /** Of this very token, which must count once only, and until when that matters. */
  fingerprint: string
  expiresAt: Date
}

export interface Apple {
  /**
   * Throws `GatewayError`: `tokenInvalid` for a token that is forged, another app's, expired, of an unknown key, or not for
   * this nonce; what a line throws while Apple's keys cannot be fetched.
   */
  identityOf(token: string, nonce?: string): Promise<AppleIdentity>
  /** Ends the connections. */
  end(): Promise<void>
}

const PARTY = 'apple'
/** Whatever address the keys are fetched from. */
const ISSUER = 'https://appleid.apple.com'

export function createApple({ baseUrl, audiences, timeoutMs, now = () => new Date() }: AppleSettings): Apple {
  const line = openLine(PARTY, { timeoutMs })
  const keyOf = keySet(() => fetchKeys(line, baseUrl), now)

  async function identityOf(text: string, nonce?: string): Promise<AppleIdentity> {
    const token = parseIdentityToken(text)
    if (!token) throw invalid('form')
    const key = await keyOf(token.kid)
    if (!key) throw invalid('key')
    if (!isSignedBy(key, token)) throw invalid('signature')
    const trouble = whyNot(token.claims, { issuer: ISSUER, audiences, nonce, now: now() })
    if (trouble) throw invalid(trouble)
    return {
      subject: String(token.claims.sub),
      fingerprint: createHash('sha256').update(token.signed).digest('hex'),
      expiresAt: new Date(Number(token.claims.exp) * 1000),
    }
  }

  return { identityOf, end: line.end }
}

const invalid = (detail: string) => new GatewayError(PARTY, 'tokenInvalid', { sent: 'no', detail })

type Keys = ReadonlyMap<string, SigningKey>

const FRESH_MS = 24 * 3_600_000
/** Tokens with made-up keys would have us ask Apple each time. */
const ASK_AGAIN_MS = 60_000

/** Apple exchanges its keys: one that is not known may be new, so it is asked for once in a while. */
function keySet(fetch: () => Promise<Keys>, now: () => Date) {
  let kept: { keys: Keys; at: number } | undefined
  let flight: Promise<Keys> | undefined
  const age = () => Math.abs(now().getTime() - (kept?.at ?? Number.NEGATIVE_INFINITY))

  function refresh(): Promise<Keys> {
    flight ??= fetch()
      .then(keys => {
        kept = { keys, at: now().getTime() }
        return keys
      })
      .finally(() => {
        flight = undefined
      })
    return flight
  }

  return async (kid: string): Promise<SigningKey | undefined> => {
    const known = age() < FRESH_MS ? kept?.keys.get(kid) : undefined
    if (known || age() < ASK_AGAIN_MS) return known
    return (await refresh()).get(kid)
  }
}

async function fetchKeys(line: Line, baseUrl: string): Promise<Keys> {
  const url = addressOf(baseUrl, '/auth/keys').href
  const { status, body } = await line.send({ method: 'GET', url, repeatable: true })
  const list = parseObject(body)?.keys
  if (status !== 200 || !Array.isArray(list))
    throw new GatewayError(PARTY, 'unreadable', { sent: 'maybe', retry: true, detail: `HTTP ${status}` })
  const keys = new Map<string, SigningKey>()
  for (const one of list) {
    const jwk = asObject(one)
    const key = jwk && signingKeyFrom(jwk)
    if (key && typeof jwk.kid === 'string') keys.set(jwk.kid, key)
  }
  return keys
}
