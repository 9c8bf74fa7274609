import { GatewayError } from './error'
import { openLine } from './http'
import { asInteger, parseObject } from './json'

export interface Notice {
  /** One line of plain text, nothing secret: it is read in a group chat. */
  text: string
  /** What programs need, for addresses that are not a chat's. */
  facts: Readonly<Record<string, string>>
}

/** A group chat's robot (WeCom, DingTalk, Feishu) or any address that takes JSON. */
export interface Webhook {
  /** Throws `GatewayError` with `refused`, `badStatus`, or what a line throws. The same text twice does no harm. */
  post(notice: Notice): Promise<void>
  end(): Promise<void>
}

const PARTY = 'webhook'

export function createWebhook(url: string, { timeoutMs }: { timeoutMs?: number } = {}): Webhook {
  const line = openLine(PARTY, { timeoutMs })
  const { hostname } = new URL(url)
  return {
    async post(notice) {
      const { status, body } = await line.send({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(bodyFor(hostname, notice)),
        repeatable: true,
      })
      if (status < 200 || status > 299)
        throw new GatewayError(PARTY, 'badStatus', { sent: 'maybe', retry: true, detail: `HTTP ${status}` })
      const answer = parseObject(body) ?? {}
      // Robots refuse with HTTP 200: `errcode` at WeCom and DingTalk, `code` at Feishu.
      const code = asInteger(answer.errcode ?? answer.code) ?? 0
      if (isRobot(hostname) && code !== 0)
        throw new GatewayError(PARTY, 'refused', { sent: 'yes', retry: true, detail: String(code) })
    },
    end: line.end,
  }
}

const FEISHU = /(^|\.)(feishu\.cn|larksuite\.com)$/
const TEXT_ROBOTS = /(^|\.)(qyapi\.weixin\.qq\.com|dingtalk\.com)$/
const isRobot = (hostname: string) => FEISHU.test(hostname) || TEXT_ROBOTS.test(hostname)

/** As each robot wants it. Pure. */
export function bodyFor(hostname: string, { text, facts }: Notice): object {
  if (FEISHU.test(hostname)) return { msg_type: 'text', content: { text } }
  if (TEXT_ROBOTS.test(hostname)) return { msgtype: 'text', text: { content: text } }
  return { text, ...facts }
}
