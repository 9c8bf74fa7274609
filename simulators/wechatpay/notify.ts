import { randomUUID } from 'node:crypto'
import { Agent, request } from 'undici'
import { formatTime } from '../../contract/time'
import type { Clock } from '../clock'
import type { Faults } from './faults'
import type { Order } from './orders'
import { transactionOf } from './payment'
import { type Refund, refundOf } from './refunds'
import { seal } from './seal'
import { type Platform, signatureHeaders } from './signature'
import { type Transfer, transferTold } from './transfers'

interface Sender {
  /** What a notification is signed with. */
  signer(): Platform
  mchid: string
  apiV3Key: string
  retrySeconds?: readonly number[]
}

/** Whether the shop took a notification, and the HTTP status it answered; 0 when it answered nothing. */
export interface Reception {
  accepted: boolean
  status: number
}

interface Event {
  id: string
  type: string
  summary: string
  told: object
}

/** Waits between tries as the real one has them, in seconds: 15 more tries in a day. */
const RETRY_SECONDS = [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10_800, 10_800, 10_800, 21_600, 21_600]
const PATIENCE_MS = 5_000
const STALE_SECONDS = 600

/** Sends notifications of payments, refunds and transfers, again and again until the shop takes them. */
export function createNotifier(sender: Sender, clock: Clock, faults: Faults) {
  const { retrySeconds = RETRY_SECONDS } = sender
  const agent = new Agent({ headersTimeout: PATIENCE_MS, bodyTimeout: PATIENCE_MS, connect: { timeout: PATIENCE_MS } })
  const timers = new Set<NodeJS.Timeout>()

  async function attempt(url: string, body: string): Promise<Reception> {
    const at = new Date(clock.now().getTime() - (faults.take('staleTimestamp') ? STALE_SECONDS * 1000 : 0))
    const signed = faults.take('badSignature') ? `${body} ` : body
    const headers = { 'content-type': 'application/json', ...signatureHeaders(signed, at, sender.signer()) }
    return post(url, headers, body, agent)
  }

  /** Timers follow the wall, since the shop's clock only jumps, and never keep the program alive. */
  function tryLater(url: string, body: string, tries: number): void {
    const seconds = retrySeconds[tries]
    if (seconds === undefined || agent.destroyed) return
    const timer = setTimeout(async () => {
      timers.delete(timer)
      if (!(await attempt(url, body)).accepted) tryLater(url, body, tries + 1)
    }, seconds * 1000).unref()
    timers.add(timer)
  }

  /** Answers how the shop took it; a repeat counts by its last try. */
  async function announce(order: Order): Promise<Reception> {
    if (faults.take('loseNotification')) return { accepted: false, status: 0 }
    const amountFen = order.amountFen + Number(faults.take('wrongAmount'))
    const told = transactionOf({ ...order, amountFen }, 'SUCCESS', sender.mchid)
    return tell(order.notifyUrl, { id: order.eventId, type: 'TRANSACTION.SUCCESS', summary: '支付成功', told })
  }

  /** How a refund ended. */
  async function announceRefund(refund: Refund): Promise<Reception> {
    if (!refund.notifyUrl || faults.take('loseNotification')) return { accepted: false, status: 0 }
    const [type, summary] =
      refund.status === 'SUCCESS' ? ['REFUND.SUCCESS', '退款成功'] : ['REFUND.ABNORMAL', '退款异常']
    return tell(refund.notifyUrl, { id: randomUUID(), type, summary, told: refundOf(refund, sender.mchid) })
  }

  /** A transfer that has ended. */
  async function announceTransfer(transfer: Transfer): Promise<Reception> {
    if (!transfer.notifyUrl || faults.take('loseNotification')) return { accepted: false, status: 0 }
    const told = { mch_id: sender.mchid, ...transferTold(transfer) }
    return tell(transfer.notifyUrl, {
      id: randomUUID(),
      type: 'MCHTRANSFER.BILL.FINISHED',
      summary: '商家转账单据终态通知',
      told,
    })
  }

  /** Something has changed about a complaint. */
  async function announceComplaint(url: string, complaintId: string, action: string): Promise<Reception> {
    if (faults.take('loseNotification')) return { accepted: false, status: 0 }
    const told = { complaint_id: complaintId, action_type: action }
    return tell(url, { id: randomUUID(), type: 'COMPLAINT.STATE_CHANGE', summary: '投诉状态变更', told })
  }

  async function tell(url: string, event: Event): Promise<Reception> {
    const body = eventText(event, sender, clock.now())
    let reception = await attempt(url, body)
    if (faults.take('repeatNotification')) reception = await attempt(url, body)
    if (!reception.accepted) tryLater(url, body, 0)
    return reception
  }

  async function close(): Promise<void> {
    for (const timer of timers) clearTimeout(timer)
    await agent.destroy()
  }

  return { announce, announceRefund, announceTransfer, announceComplaint, close }
}

async function post(url: string, headers: Record<string, string>, body: string, dispatcher: Agent): Promise<Reception> {
  try {
    const { statusCode: status, body: answer } = await request(url, { method: 'POST', headers, body, dispatcher })
    await answer.dump()
    return { accepted: status === 200 || status === 204, status }
  } catch {
    return { accepted: false, status: 0 }
  }
}

/** What the sealed part is marked with. */
const ABOUT: Readonly<Record<string, string>> = {
  TRANSACTION: 'transaction',
  REFUND: 'refund',
  MCHTRANSFER: 'mch_payment',
  COMPLAINT: 'complaint',
}

function eventText({ id, type, summary, told }: Event, sender: Sender, now: Date): string {
  return JSON.stringify({
    id,
    create_time: `${formatTime(now).replace(' ', 'T')}+08:00`,
    resource_type: 'encrypt-resource',
    event_type: type,
    summary,
    resource: seal(JSON.stringify(told), ABOUT[type.split('.')[0] ?? ''] ?? '', sender.apiV3Key),
  })
}
