/** Somebody needs a login and waits for the login page: what they were doing goes on when it is done. */
import Taro from '@tarojs/taro'
import { pages } from '@/lib/pages'

/** The shopper left the login page. Nothing went wrong, nothing is to be said. */
export class LoginAbandoned extends Error {}

interface Waiting {
  resolve(token: string): void
  reject(reason: LoginAbandoned): void
}

let waiting: Waiting | undefined

/** Opens the login page; the token of whoever logs in there. */
export function requestLogin(): Promise<string> {
  return new Promise((resolve, reject) => {
    waiting = { resolve, reject }
    Taro.navigateTo({ url: pages.login })
  })
}

/** True when somebody was waiting, false when the page was opened by itself, as by a reload. */
export function finishLogin(token: string): boolean {
  const { resolve } = waiting ?? {}
  waiting = undefined
  resolve?.(token)
  return resolve !== undefined
}

export function abandonLogin(): void {
  waiting?.reject(new LoginAbandoned())
  waiting = undefined
}
