/** The shop's own app for phones, as WeChat's Open Platform knows it. */
import { openLine } from '../http'
import type { AppSettings } from './access-token'
import { logInOnWeb, type WebPerson } from './web-login'

export interface PhoneApp {
  readonly appid: string
  /** The person behind a code that WeChat gave the app. Throws `GatewayError`, as `logInOnWeb` says. */
  logIn(code: string): Promise<WebPerson>
  /** Ends the connections. */
  end(): Promise<void>
}

export function createPhoneApp(settings: AppSettings & { timeoutMs?: number }): PhoneApp {
  const line = openLine('wechat', { timeoutMs: settings.timeoutMs })
  return { appid: settings.appid, logIn: code => logInOnWeb(line, settings, code), end: line.end }
}
