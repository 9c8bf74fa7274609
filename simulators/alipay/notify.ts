import { randomBytes } from 'node:crypto'
import { Agent, request } from 'undici'
import { fen, yuanText } from '../../contract/money'
import { formatTime } from '../../contract/time'
import type { Clock } from '../clock'
import { gbkForm } from '../gbk'
import type { Faults } from './faults'
import type { AlipayParty } from './index'
import type { Order } from './orders'
import { type Params, signed } from './signature'

/** Whether the shop took it: the seven letters `success` and nothing else. */
export interface Reception {
  accepted: boolean
  status: number
}

/** Waits between tries as the real one has them, in seconds: eight sends within 25 hours. */
const RETRY_SECONDS = [240, 600, 600, 3600, 7200, 21_600, 54_000]
const PATIENCE_MS = 5_000

export type Notifier = ReturnType<typeof createNotifier>

export function createNotifier(party: AlipayParty, clock: Clock, faults: Faults) {
  const agent = new Agent({ headersTimeout: PATIENCE_MS, bodyTimeout: PATIENCE_MS, connect: { timeout: PATIENCE_MS } })
  const timers = new Set<NodeJS.Timeout>()

  async function tell(url: string, params: Params): Promise<Reception> {
    if (!url || faults.take('loseNotification')) return { accepted: false, status: 0 }
    const charset = faults.take('gbk') ? 'GBK' : 'utf-8'
    const message = signed({ ...params, charset }, party, faults.take('signTypeSigned'))
    if (faults.take('badSignature')) message.total_amount = '0.01'
    const body = charset === 'GBK' ? gbkForm(message) : new URLSearchParams(message).toString()
    let reception = await post(url, body, agent)
    if (faults.take('repeatNotification')) reception = await post(url, body, agent)
    if (!reception.accepted) tryLater(url, body, 0)
    return reception
  }

  /** Timers follow the wall, since the shop's clock only jumps, and never keep the program alive. */
  function tryLater(url: string, body: string, tries: number): void {
    const seconds = RETRY_SECONDS[tries]
    if (seconds === undefined || agent.destroyed) return
    const timer = setTimeout(async () => {
      timers.delete(timer)
      if (!(await post(url, body, agent)).accepted) tryLater(url, body, tries + 1)
    }, seconds * 1000).unref()
    timers.add(timer)
  }

  const factsOf = (order: Order): Params => ({
    notify_id: randomBytes(17).toString('hex'),
    notify_type: 'trade_status_sync',
    notify_time: formatTime(clock.now()),
    app_id: party.appId,
    auth_app_id: party.appId,
    seller_id: faults.take('otherSeller') ? '2088000000000000' : party.sellerId,
    version: '1.0',
    out_trade_no: order.outTradeNo,
    trade_no: order.tradeNo,
    subject: order.subject,
    total_amount: yuanText(fen(order.totalFen + Number(faults.take('wrongAmount')))),
    gmt_payment: formatTime(order.paidAt ?? clock.now()),
  })

  return {
    announce: (order: Order) => tell(order.notifyUrl, { ...factsOf(order), trade_status: 'TRADE_SUCCESS' }),

    /** A refund is told like a payment, with `out_biz_no` and `refund_fee` beside it. */
    announceRefund(order: Order, outRequestNo: string, refundedFen: number, status: string): void {
      const refund = {
        out_biz_no: outRequestNo,
        refund_fee: yuanText(fen(refundedFen)),
        gmt_refund: formatTime(clock.now()),
        trade_status: status,
      }
      void tell(order.notifyUrl, { ...factsOf(order), ...refund })
    },

    async close(): Promise<void> {
      for (const timer of timers) clearTimeout(timer)
      await agent.destroy()
    },
  }
}

async function post(url: string, body: string, dispatcher: Agent): Promise<Reception> {
  try {
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }
    const answer = await request(url, { method: 'POST', headers, body, dispatcher })
    return { accepted: (await answer.body.text()) === 'success', status: answer.statusCode }
  } catch {
    return { accepted: false, status: 0 }
  }
}
