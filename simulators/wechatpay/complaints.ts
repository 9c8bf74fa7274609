import { randomInt } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { formatTime } from '../../contract/time'
import { remember } from '../bounded'
import type { Clock } from '../clock'
import { ControlError, fieldsOf, textOf } from '../control'
import type { WechatPayParty } from './index'
import type { Reception } from './notify'
import type { Orders } from './orders'
import { type Fields, jsonOf, objectIn, textIn } from './placing'
import { ApiRefusal, paramError } from './refusal'

interface Complaint {
  id: string
  outTradeNo: string
  transactionId: string
  amountFen: number
  detail: string
  state: 'PENDING' | 'PROCESSING' | 'PROCESSED'
  isPayerWaiting: boolean
  at: Date
  history: { operate_type: string; operate_details: string }[]
}

interface Desk {
  party: WechatPayParty
  clock: Clock
  orders: Orders
  announce(url: string, complaintId: string, action: string): Promise<Reception>
}

export type ComplaintBook = ReturnType<typeof createComplaints>

/** What payers complain of, and what became of it. */
export function createComplaints({ party, clock, orders, announce }: Desk) {
  const byId = new Map<string, Complaint>()
  let listener: string | undefined

  function find(id: string): Complaint {
    const complaint = byId.get(id)
    if (!complaint) throw new ApiRefusal(404, 'RESOURCE_NOT_EXISTS', '投诉单不存在')
    return complaint
  }

  /** The payer's hand: complains of a payment that was made, or writes again. */
  async function complain({ outTradeNo, detail }: { outTradeNo: string; detail: string }) {
    const order = orders.byNumber(outTradeNo)
    if (!order?.paid) throw new ControlError(404, 'no such payment')
    const known = [...byId.values()].find(one => one.outTradeNo === outTradeNo && one.state !== 'PROCESSED')
    if (known) Object.assign(known, { isPayerWaiting: true })
    const complaint = known ?? {
      id: `20026${Array.from({ length: 20 }, () => randomInt(10)).join('')}`,
      outTradeNo,
      transactionId: order.paid.transactionId,
      amountFen: order.amountFen,
      detail,
      state: 'PENDING' as const,
      isPayerWaiting: false,
      at: clock.now(),
      history: [],
    }
    complaint.history.push({ operate_type: 'USER_RESPONSE', operate_details: detail })
    remember(byId, complaint.id, complaint, 1000)
    const told = listener && (await announce(listener, complaint.id, known ? 'USER_RESPONSE' : 'CREATE_COMPLAINT'))
    return { id: complaint.id, ...told }
  }

  function checkMerchant(fields: Fields): void {
    if (fields.complainted_mchid !== party.mchid) throw paramError('complainted_mchid不正确')
  }

  return {
    find,
    complain,
    all: () => [...byId.values()].toSorted((a, b) => b.at.getTime() - a.at.getTime()),
    respond(id: string, fields: Fields): void {
      checkMerchant(fields)
      const complaint = find(id)
      if (complaint.state === 'PROCESSED') throw new ApiRefusal(400, 'INVALID_REQUEST', '投诉单已完结')
      const text = textIn(fields, 'response_content', 600)
      complaint.history.push({ operate_type: 'MERCHANT_RESPONSE', operate_details: text })
      Object.assign(complaint, { state: 'PROCESSING', isPayerWaiting: false })
    },
    complete(id: string, fields: Fields): void {
      checkMerchant(fields)
      const complaint = find(id)
      if (complaint.state === 'PENDING') throw new ApiRefusal(400, 'INVALID_REQUEST', '请先回复用户')
      complaint.state = 'PROCESSED'
    },
    listener: () => listener,
    listen(url: string): void {
      if (listener) throw new ApiRefusal(400, 'PARAM_ERROR', '通知地址已存在')
      listener = url
    },
  }
}

/** The merchant's door to them. */
export function complaintDesk(api: FastifyInstance, complaints: ComplaintBook): void {
  const idIn = (params: unknown) => (params as { id: string }).id

  api.get('/complaints-v2', async request => {
    const {
      limit = '10',
      offset = '0',
      begin_date: from = '',
      end_date: until = '',
    } = request.query as Record<string, string>
    if (!/^\d{4}-\d\d-\d\d$/.test(from) || !/^\d{4}-\d\d-\d\d$/.test(until)) throw paramError('日期格式不正确')
    const all = complaints.all()
    const data = all.slice(Number(offset), Number(offset) + Number(limit)).map(told)
    return { data, limit: Number(limit), offset: Number(offset), total_count: all.length }
  })

  api.get('/complaints-v2/:id', async request => told(complaints.find(idIn(request.params))))

  api.get('/complaints-v2/:id/negotiation-historys', async request => {
    const { history } = complaints.find(idIn(request.params))
    return { data: history, limit: 100, offset: 0, total_count: history.length }
  })

  for (const [path, act] of [
    ['response', complaints.respond],
    ['complete', complaints.complete],
  ] as const)
    api.post(`/complaints-v2/:id/${path}`, async (request, reply) => {
      act(idIn(request.params), objectIn(jsonOf(request), '请求体'))
      return reply.code(204).send()
    })

  api.get('/complaint-notifications', async () => {
    const url = complaints.listener()
    if (!url) throw new ApiRefusal(404, 'RESOURCE_NOT_EXISTS', '通知地址不存在')
    return { url }
  })
  api.post('/complaint-notifications', async request => {
    const url = textIn(objectIn(jsonOf(request), '请求体'), 'url', 256)
    complaints.listen(url)
    return { url }
  })
}

export function complaintControls(app: FastifyInstance, complaints: ComplaintBook): void {
  app.get('/complaints', async () => complaints.all())
  app.post('/complaints', async request => {
    const fields = fieldsOf(request.body)
    return complaints.complain({ outTradeNo: textOf(fields, 'outTradeNo'), detail: textOf(fields, 'detail') })
  })
}

const told = (one: Complaint) => ({
  complaint_id: one.id,
  complaint_time: `${formatTime(one.at).replace(' ', 'T')}+08:00`,
  complaint_detail: one.detail,
  complaint_state: one.state,
  complaint_order_info: [{ transaction_id: one.transactionId, out_trade_no: one.outTradeNo, amount: one.amountFen }],
  complaint_full_refunded: false,
  incoming_user_response: one.isPayerWaiting,
  user_complaint_times: 1,
})
