/** What payers complain of at WeChat Pay: read, answered, and declared settled. */
import { type Fen, fen } from '../../../contract/money'
import { GatewayError } from '../error'
import { asInteger, asObject, asText, type JsonObject } from '../json'
import type { Caller } from './call'
import { PARTY } from './refusal'

const states = ['PENDING', 'PROCESSING', 'PROCESSED'] as const
/** `PENDING`: nobody has answered. `PROCESSED`: nothing is to be done any more. */
export type ComplaintState = (typeof states)[number]

export interface Complaint {
  complaintId: string
  state: ComplaintState
  complainedAt: Date
  /** In the payer's words. */
  detail: string
  /** Our number of the payment that it is about. */
  outTradeNo: string
  amountFen: Fen
  /** The payer has written again and waits. */
  isPayerWaiting: boolean
}

/** Calls throw `GatewayError` as the others of WeChat Pay do. */
export interface Complaints {
  /** Of the days from `from` to `until`, 30 at most, as `2026-01-31`; the newest first. */
  list(from: string, until: string): Promise<Complaint[]>
  /** What the shop has written there before. */
  written(complaintId: string): Promise<string[]>
  /** Up to 200 characters. */
  respond(complaintId: string, text: string): Promise<void>
  /** Settled, says the shop; done before, nothing happens. */
  complete(complaintId: string): Promise<void>
  /** Has complaints told to this address. */
  listenAt(url: string): Promise<void>
}

const COMPLAINTS = '/v3/merchant-service/complaints-v2'
const LISTENING = '/v3/merchant-service/complaint-notifications'
const PAGE = 50
/** More than any shop should ever have. */
const MOST_PAGES = 20
const LONGEST_ANSWER = 200

export function createComplaints(call: Caller['call'], mchid: string): Complaints {
  async function page(from: string, until: string, offset: number) {
    const query = new URLSearchParams({
      limit: String(PAGE),
      offset: String(offset),
      begin_date: from,
      end_date: until,
    })
    const answer = await call('GET', `${COMPLAINTS}?${query}&complainted_mchid=${encodeURIComponent(mchid)}`)
    const rows = Array.isArray(answer.data) ? answer.data.map(row => readComplaint(asObject(row))) : []
    return { found: rows.filter(row => row !== undefined), total: asInteger(answer.total_count) ?? 0 }
  }

  return {
    async list(from, until) {
      const all: Complaint[] = []
      for (let number = 0; number < MOST_PAGES; number++) {
        const { found, total } = await page(from, until, number * PAGE)
        all.push(...found)
        if ((number + 1) * PAGE >= total) break
      }
      return all
    },

    async written(complaintId) {
      const { data } = await call('GET', `${COMPLAINTS}/${idOf(complaintId)}/negotiation-historys?limit=100&offset=0`)
      const steps = Array.isArray(data) ? data.map(asObject) : []
      return steps
        .filter(step => step?.operate_type === 'MERCHANT_RESPONSE')
        .flatMap(step => asText(step?.operate_details) ?? [])
    },

    async respond(complaintId, text) {
      const response_content = [...text].slice(0, LONGEST_ANSWER).join('')
      await call('POST', `${COMPLAINTS}/${idOf(complaintId)}/response`, { complainted_mchid: mchid, response_content })
    },

    async complete(complaintId) {
      const path = `${COMPLAINTS}/${idOf(complaintId)}`
      if ((await call('GET', path)).complaint_state === 'PROCESSED') return
      await call('POST', `${path}/complete`, { complainted_mchid: mchid })
    },

    async listenAt(url) {
      const known = await call('GET', LISTENING).catch(unknown)
      if (!known) await call('POST', LISTENING, { url })
    },
  }
}

function readComplaint(json: JsonObject | undefined): Complaint | undefined {
  const [complaintId, state] = [asText(json?.complaint_id), states.find(known => known === json?.complaint_state)]
  const [order] = Array.isArray(json?.complaint_order_info) ? json.complaint_order_info.map(asObject) : []
  const outTradeNo = asText(order?.out_trade_no)
  const complainedAt = new Date(asText(json?.complaint_time) ?? '')
  if (!json || !complaintId || !state || !outTradeNo || Number.isNaN(complainedAt.getTime())) return undefined
  return {
    complaintId,
    state,
    complainedAt,
    detail: (asText(json.complaint_detail) ?? '').slice(0, 2000),
    outTradeNo,
    amountFen: fen(Math.max(0, asInteger(order?.amount) ?? 0)),
    isPayerWaiting: json.incoming_user_response === true,
  }
}

/** A notification tells that something has changed; what, is asked for. */
export const readComplaintEvent = (json: JsonObject): { complaintId: string } | undefined => {
  const complaintId = asText(json.complaint_id)
  return complaintId ? { complaintId } : undefined
}

/** It stands in paths. */
function idOf(complaintId: string): string {
  if (!/^[0-9A-Za-z_-]{1,64}$/.test(complaintId))
    throw new GatewayError(PARTY, 'badRequest', { sent: 'no', detail: 'complaint_id' })
  return complaintId
}

function unknown(error: unknown): undefined {
  if (!(error instanceof GatewayError && error.code === 'orderUnknown')) throw error
}
