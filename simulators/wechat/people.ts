import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { remember } from '../bounded'
import type { Clock } from '../clock'

export interface Session {
  openid: string
  session_key: string
  unionid: string
}

interface IssuedCode {
  sessionKey: string
  expiresAt: Date
}

const CODE_MS = 5 * 60_000
const DEVTOOLS_CODE = 'the code is a mock one'
const MOST_REMEMBERED = 20_000

/**
 * WeChat's users. Everybody whom a code names exists: `sim:<name>:<nonce>` is a fresh code of `<name>`. Only a code that was
 * issued here has a beginning from which its five minutes can run; one that a client made up is fresh when it arrives.
 */
export type People = ReturnType<typeof createPeople>

export function createPeople(appid: string, clock: Clock) {
  const sessionKeys = new Map<string, { key: string; at: number }>()
  const issued = new Map<string, IssuedCode>()
  const used = new Map<string, true>()

  function sessionOf(name: string, sessionKey: string): Session {
    remember(sessionKeys, name, { key: sessionKey, at: clock.now().getTime() }, MOST_REMEMBERED)
    return { openid: openidOf(appid, name), session_key: sessionKey, unionid: unionidOf(name) }
  }

  return {
    /** Who has logged in, when, and under which key by now; the newest last. */
    sessions: () =>
      [...sessionKeys].map(([name, { key, at }]) => ({ openid: openidOf(appid, name), sessionKey: key, at })),

    openidOf: (name: string) => openidOf(appid, name),

    /** The session behind a code, or why there is none. */
    login(code: string): Session | 'invalid' | 'used' {
      // What the developer tools give without a real appid; it is the same each time, so it may be used again.
      if (code === DEVTOOLS_CODE) return sessionOf('devtools', newSessionKey())
      const name = /^sim:([^:]{1,64}):.{1,128}$/su.exec(code)?.[1]
      if (!name) return 'invalid'
      if (used.has(code)) return 'used'
      const birth = issued.get(code)
      if (birth && birth.expiresAt <= clock.now()) return 'invalid'
      remember(used, code, true, MOST_REMEMBERED)
      issued.delete(code)
      return sessionOf(name, birth?.sessionKey ?? newSessionKey())
    },

    /**
     * Open data as the person's WeChat would encrypt it now: under the newest session key. The code that comes with it
     * belongs to that same session, so the data opens whether the shop knows the session already or logs in with the code.
     */
    encrypt(name: string, payload: object): { code: string; encryptedData: string; iv: string } {
      const known = sessionKeys.get(name)
      const sessionKey = known?.key ?? newSessionKey()
      remember(sessionKeys, name, { key: sessionKey, at: known?.at ?? clock.now().getTime() }, MOST_REMEMBERED)
      const code = `sim:${name}:${randomBytes(12).toString('hex')}`
      const expiresAt = new Date(clock.now().getTime() + CODE_MS)
      remember(issued, code, { sessionKey, expiresAt }, MOST_REMEMBERED)
      const watermark = { timestamp: Math.floor(clock.now().getTime() / 1000), appid }
      return { code, ...seal(JSON.stringify({ ...payload, watermark }), sessionKey) }
    },
  }
}

function seal(text: string, sessionKey: string): { encryptedData: string; iv: string } {
  const iv = randomBytes(16)
  const cipher = createCipheriv('aes-128-cbc', Buffer.from(sessionKey, 'base64'), iv)
  return { encryptedData: cipher.update(text, 'utf8', 'base64') + cipher.final('base64'), iv: iv.toString('base64') }
}

const newSessionKey = (): string => randomBytes(16).toString('base64')
export const openidOf = (appid: string, name: string): string => `o${digest(`openid:${appid}:${name}`).slice(0, 27)}`
export const unionidOf = (name: string): string => `o${digest(`unionid:${name}`).slice(0, 27)}`
const digest = (text: string): string => createHash('sha256').update(text).digest('base64url')
