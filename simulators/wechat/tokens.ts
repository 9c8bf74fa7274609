import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock'
import { refusal } from './refusal'

export interface AppCredentials {
  appid: string
  secret: string
  /** What its pushes are signed and sealed with. */
  pushToken: string
  pushAesKey: string
}

interface Token {
  text: string
  until: number
}

const LIVES_SECONDS = 7200
/** In its last minutes a token is answered with the next one, and stays good until its end. */
const RENEWED_SECONDS = 300
const MOST_FORCED_A_DAY = 20
const DAY_MS = 86_400_000

export type Tokens = ReturnType<typeof createTokens>

/** The stable tokens of one app. */
export function createTokens({ appid, secret }: Pick<AppCredentials, 'appid' | 'secret'>, clock: Clock) {
  let token: Token = { text: '', until: 0 }
  let previous: Token = token
  /** Superseded by force: no longer good, though their time has not come. */
  let forced: number[] = []
  let fetches = 0

  const make = (): Token => ({
    text: randomBytes(96).toString('base64url'),
    until: clock.now().getTime() + LIVES_SECONDS * 1000,
  })

  return {
    appid,
    /** How often a token was asked for. */
    fetches: () => fetches,

    issue(fields: Record<string, unknown>) {
      if (fields.grant_type !== 'client_credential') return refusal(40002, 'invalid grant_type')
      if (fields.secret !== secret) return refusal(40125, 'invalid appsecret')
      fetches += 1
      const now = clock.now().getTime()
      if (fields.force_refresh === true) {
        forced = forced.filter(at => at > now - DAY_MS)
        if (forced.length >= MOST_FORCED_A_DAY) return refusal(45009, 'reach max api daily quota limit')
        forced.push(now)
        token = make()
        previous = { text: '', until: 0 }
      } else if (token.until <= now + RENEWED_SECONDS * 1000) {
        previous = token
        token = make()
      }
      return { access_token: token.text, expires_in: Math.round((token.until - now) / 1000) }
    },

    /** Why a call with this token is refused, or nothing. */
    refuse(given: unknown) {
      const now = clock.now().getTime()
      const known = [token, previous].find(({ text }) => text && text === given)
      if (!known) return refusal(40001, 'invalid credential, access_token is invalid or not latest')
      return known.until <= now ? refusal(42001, 'access_token expired') : undefined
    },

    /** As another server's forced renewal does. */
    supersede() {
      token = { text: '', until: 0 }
      previous = token
    },
  }
}
