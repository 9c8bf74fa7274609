import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Clock } from '../clock'
import { fieldsOf, textOf } from '../control'

export interface AppleParty {
  clientId: string
}

interface KeyPair {
  kid: string
  alg: 'RS256' | 'ES256'
  privateKey: KeyObject
  jwk: object
}

const LIVES_SECONDS = 86_400

/** Sign in with Apple under `/apple`: its key set, and the identity tokens that it gives to apps. */
export function apple(app: FastifyInstance, { clientId }: AppleParty, clock: Clock): void {
  let keys: KeyPair[] = []
  let fetches = 0
  /** Made when they are first needed: few shops log people in by Apple. */
  const current = () => {
    if (keys.length === 0) keys = [makeKey('RS256'), makeKey('ES256')]
    return keys
  }

  app.get('/auth/keys', async () => {
    fetches += 1
    return { keys: current().map(({ jwk }) => jwk) }
  })

  /** From now on other keys sign, and those before are no longer in the set. */
  app.post('/rotate', async () => {
    keys = [makeKey('RS256'), makeKey('ES256')]
    return { fetches }
  })

  app.get('/fetches', async () => ({ fetches }))

  /**
   * The token of whoever agreed. `claims` are put over what Apple would say, `header` over its header; `alg` chooses the key;
   * `foreign` signs with a key that is in nobody's set.
   */
  app.post('/identity-token', async request => {
    const fields = fieldsOf(request.body)
    const alg = fields.alg === 'ES256' ? 'ES256' : 'RS256'
    const known = current().find(key => key.alg === alg) as KeyPair
    const key = fields.foreign ? { ...makeKey(alg), kid: known.kid } : known
    const issuedAt = Math.floor(clock.now().getTime() / 1000)
    const claims = {
      iss: 'https://appleid.apple.com',
      aud: clientId,
      exp: issuedAt + LIVES_SECONDS,
      iat: issuedAt,
      sub: subjectOf(textOf(fields, 'name')),
      c_hash: randomBytes(12).toString('base64url'),
      auth_time: issuedAt,
      nonce_supported: true,
      ...fieldsOf(fields.claims ?? {}),
    }
    const header = { kid: key.kid, alg, ...fieldsOf(fields.header ?? {}) }
    const signed = [header, claims].map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
    return { identityToken: `${signed}.${signatureOf(key, signed)}` }
  })
}

const subjectOf = (name: string) => {
  const digest = createHash('sha256').update(`apple:${name}`).digest('hex')
  return `${digest.slice(0, 6)}.${digest.slice(6, 38)}.${digest.slice(38, 42)}`
}

function makeKey(alg: KeyPair['alg']): KeyPair {
  const { privateKey, publicKey } =
    alg === 'RS256'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const kid = randomBytes(5).toString('hex').toUpperCase()
  return { kid, alg, privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg } }
}

const signatureOf = ({ alg, privateKey }: KeyPair, text: string): string =>
  sign(
    'sha256',
    Buffer.from(text),
    alg === 'ES256' ? { key: privateKey, dsaEncoding: 'ieee-p1363' } : privateKey,
  ).toString('base64url')
