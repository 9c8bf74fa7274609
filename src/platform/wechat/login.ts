/** The way to WeChat's authorization page and back. Loaded in WeChat's browser alone. */
import { dataOf, dataOrNone, WxapiError, wxapi } from '@/api'
import { invitation } from '@/stores/inviter'
import { say } from '@/stores/saying'
import { session } from '@/stores/session'
import { texts } from '@/texts/wechat'
import { codes } from '../../../contract/codes'

/**
 * `know`: sign in whoever is known, and register nobody. `login`: the shopper wants an account. `bind`: this WeChat is to
 * belong to whoever is signed in. `profile`: so are its name and picture.
 */
export type Errand = 'know' | 'login' | 'bind' | 'profile'

/** What WeChat's page brings back must answer what this window has asked; it counts once. */
const ASKED = 'wechat-asked'
const HAS_LOOKED = 'wechat-looked'
/** The page that leaves is given so long; if WeChat's never comes, the shopper goes on as a guest. */
const LEAVING_MS = 8000

/** Once in a visit: a WeChat that sends people round and round helps nobody. */
export async function lookAround(): Promise<void> {
  if (sessionStorage.getItem(HAS_LOOKED)) return
  sessionStorage.setItem(HAS_LOOKED, '1')
  await askWechat('know', window.location.href)
}

/** Leaves for WeChat's page. Without an official account nothing happens. */
export async function askWechat(errand: Errand, back: string): Promise<void> {
  const page = await dataOrNone(wxapi.queryConfigValue('wechat_login'))
  if (!page) return
  const state = secret()
  sessionStorage.setItem(ASKED, JSON.stringify({ state, errand }))
  const url = new URL(page, window.location.href)
  // WeChat knows this page by the order of its fields.
  url.searchParams.set('redirect_uri', back.split('#')[0] ?? back)
  url.searchParams.set('response_type', 'code')
  url.searchParams.set('scope', errand === 'profile' ? 'snsapi_userinfo' : 'snsapi_base')
  url.searchParams.set('state', state)
  window.location.replace(`${url.href}#wechat_redirect`)
  await new Promise(resolve => setTimeout(resolve, LEAVING_MS))
}

/** Whether what came back was asked for here: anybody can write a code into a link, and it would sign others in as themselves. */
export async function comeBack({ code, state }: { code: string; state: string }): Promise<boolean> {
  const asked = JSON.parse(sessionStorage.getItem(ASKED) ?? '{}') as { state?: string; errand?: Errand }
  sessionStorage.removeItem(ASKED)
  const { errand } = asked
  if (!errand || asked.state !== state) return false
  // Without a code the shopper has said no.
  if (!code) return true
  try {
    const { token } = await dataOf(wxapi.wxmpAuth({ code, ...termsOf(errand), ...invitation() }))
    session().signIn(token)
    if (errand !== 'know') say(doneWords()[errand])
  } catch (error) {
    const code = error instanceof WxapiError ? error.code : undefined
    if (code !== codes.notRegistered) say(code === codes.openidTaken ? texts.wechat.taken : error)
  }
  return true
}

function termsOf(errand: Errand) {
  const { token = '' } = session()
  if (errand === 'know') return { autoReg: false }
  if (errand === 'bind') return { token }
  return errand === 'profile' ? { token, useProfile: true } : {}
}

const doneWords = () => ({
  login: texts.wechat.loggedIn,
  bind: texts.wechat.bound,
  profile: texts.wechat.profileTaken,
})

/** Letters and digits, as WeChat takes them. */
const secret = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')
