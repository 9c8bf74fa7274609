/** A hosted WXAPI, asked as its own SDK asks. */
import { codes } from '../../../contract/codes'
import { GatewayError } from '../error'
import { addressOf, openLine } from '../http'
import { asInteger, asObject, parseExactly } from '../json'
import { PARTY, readOrder, type UpstreamOrder } from './order'

export type { UpstreamLine, UpstreamOrder } from './order'

export interface UpstreamSettings {
  /** With the shop's name behind it: `https://api.it120.cc/myshop`. */
  baseUrl: string
  timeoutMs?: number
}

/**
 * Only reads, so every call may be made again. Throws `GatewayError` with `loginRequired`, `orderUnknown` (`sent: 'yes'`: it says
 * no), `busy`, `badStatus`, `unreadable`, and with what a line throws.
 */
export interface Upstream {
  /** An order as its buyer sees it. */
  orderDetail(token: string, orderId: number): Promise<UpstreamOrder>
  end(): Promise<void>
}

/** Codes that say nothing about the order. */
const BUSY: readonly number[] = [codes.tooMany, codes.serverFault, codes.starting]

export function createUpstream({ baseUrl, timeoutMs }: UpstreamSettings): Upstream {
  const line = openLine(PARTY, { timeoutMs })
  return {
    async orderDetail(token, orderId) {
      const url = addressOf(baseUrl, '/order/detail')
      url.search = new URLSearchParams({ id: String(orderId), token }).toString()
      const call = { method: 'GET' as const, url: url.href, headers: { accept: 'application/json' }, repeatable: true }
      const { status, body } = await line.send(call)
      if (status !== 200) throw trouble('badStatus', `HTTP ${status}`)
      const order = readOrder(dataIn(body))
      if (!order || order.id !== String(orderId)) throw trouble('unreadable', 'not the order that was asked for')
      return order
    },
    end: line.end,
  }
}

const trouble = (code: string, detail: string) => new GatewayError(PARTY, code, { sent: 'maybe', retry: true, detail })

function dataIn(body: Buffer): unknown {
  const json = asObject(parseExactly(body))
  const code = asInteger(json?.code)
  if (code === 0) return json?.data
  if (code === undefined) throw trouble('unreadable', 'no envelope')
  if (BUSY.includes(code)) throw trouble('busy', String(code))
  const refusal = code === codes.loginRequired ? 'loginRequired' : 'orderUnknown'
  throw new GatewayError(PARTY, refusal, { sent: 'yes', detail: String(code) })
}
