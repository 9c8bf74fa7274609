import Taro from '@tarojs/taro'
import { requestLogin } from '@/stores/login-request'
import { session } from '@/stores/session'
import { isInWechat } from './in-wechat'

/** Guests look around; they are asked when they want something. */
export const knowsShopper = false

const STAYS_OUT = 'stays-out'

/** Where somebody was when they were asked to log in. */
let cameFrom: string | undefined

/**
 * In WeChat's browser, whoever the shop knows by their WeChat is signed in without a word. Until then nothing is asked in
 * anybody's name; it never fails, because everybody may look around.
 */
export const recognised: Promise<void> = isInWechat ? recognise().catch(() => undefined) : Promise.resolve()

/** In a browser the shopper says who they are, on the login page. */
export async function obtainToken(): Promise<string> {
  await recognised
  const { token } = session()
  if (token) return token
  cameFrom = window.location.href
  return requestLogin()
}

/** Leaves for WeChat's page, which brings the shopper back to where they were. Answers when it cannot, and what is seen stays. */
export async function logInByWechat(): Promise<void> {
  const { askWechat } = await import('./wechat/login')
  await askWechat('login', cameFrom ?? `${window.location.origin}/`)
}

/** The same to show name and picture, and back to this page. */
export async function takeWechatProfile(): Promise<void> {
  const { askWechat } = await import('./wechat/login')
  await askWechat('profile', window.location.href)
}

/** Whoever logs out, or deletes the account, is not signed in again because WeChat knows them. */
export const stayOut = (): void => Taro.setStorageSync(STAYS_OUT, true)

async function recognise(): Promise<void> {
  const brought = takeBrought()
  const { comeBack, lookAround } = await import('./wechat/login')
  if (brought && (await comeBack(brought))) return
  if (session().token) Taro.removeStorageSync(STAYS_OUT)
  else if (!Taro.getStorageSync(STAYS_OUT)) await lookAround()
}

/** What WeChat's page has written into the address, taken out before anybody reads, keeps or passes on that. */
function takeBrought(): { code: string; state: string } | undefined {
  const url = new URL(window.location.href)
  const state = url.searchParams.get('state')
  if (state === null) return undefined
  const code = url.searchParams.get('code') ?? ''
  url.searchParams.delete('code')
  url.searchParams.delete('state')
  // The mark behind the address of WeChat's page travels with whoever it sends back.
  url.hash = ''
  window.history.replaceState(window.history.state, '', url.href)
  return { code, state }
}
