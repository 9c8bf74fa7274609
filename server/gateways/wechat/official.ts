/** The official account, whose pages live in WeChat's browser. */
import { openLine } from '../http'
import { keptHere, type Lent, type LentValues } from '../lent'
import { type AppSettings, accessTokens } from './access-token'
import { type Caller, createCaller, unreadable } from './call'
import { logInOnWeb, type WebPerson } from './web-login'

export type { WebPerson }

export interface OfficialAccount {
  readonly appid: string
  /** WeChat's own page that sends people back with a code; whoever sends them there adds where to, for what, and a state. */
  readonly authorizePage: string
  /** What pages are signed with to use WeChat's own functions. Throws `GatewayError`. */
  jsTicket(): Promise<string>
  /** The person behind a code of web authorization. Throws `GatewayError`, as `logInOnWeb` says. */
  logIn(code: string): Promise<WebPerson>
  /** Ends the connections. */
  end(): Promise<void>
}

export function createOfficialAccount(
  settings: AppSettings & { pagesUrl: string; timeoutMs?: number },
  lent: LentValues = keptHere(),
): OfficialAccount {
  const line = openLine('wechat', { timeoutMs: settings.timeoutMs })
  const caller = createCaller(line, accessTokens(line, settings, lent), settings.baseUrl)
  return {
    appid: settings.appid,
    authorizePage: `${settings.pagesUrl}/connect/oauth2/authorize?appid=${settings.appid}`,
    jsTicket: () => lent.current(`wechat ticket ${settings.appid}`, () => fetchTicket(caller)),
    logIn: code => logInOnWeb(line, settings, code),
    end: line.end,
  }
}

async function fetchTicket(caller: Caller): Promise<Lent> {
  const { ticket, expires_in: seconds } = await caller.json({
    path: '/cgi-bin/ticket/getticket',
    query: { type: 'jsapi' },
    repeatable: true,
  })
  if (typeof ticket !== 'string' || !ticket || typeof seconds !== 'number')
    throw unreadable({ status: 200, headers: {}, body: Buffer.alloc(0) })
  return { value: ticket, seconds }
}
