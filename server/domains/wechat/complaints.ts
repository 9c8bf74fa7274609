/** Complaints about a trade have a deadline, after which WeChat decides for the buyer: a person is called at once, and again. */
import { type Alarm, raiseAlarm } from '../../alarms'
import type { Tx } from '../../db/database'
import { asInteger, asObject, asText } from '../../gateways/json'
import { enqueue } from '../../jobs/queue'
import type { PushHandler } from './push-events'

/** WeChat's states in which the shop has to speak: answer the buyer, bring proof. */
const OPEN: Readonly<Record<string, string>> = { 201: '等待商家处理', 206: '等待商家举证' }
const HOUR_MS = 3_600_000
/** When a deadline is not told. */
const USUAL_HOURS = 48
/** Before the deadline. */
const AGAIN_HOURS = [12, 2]

/** `complaint_callback`. What needs no answer of ours is only remembered as taken in. */
export const complaintMoved: PushHandler = async (tx, { merchantId, fields, now }) => {
  const about = asObject(fields.BussiCallBackInfo) ?? fields
  const [id, status] = [asText(about.complaint_order_id), asText(about.status) ?? '']
  const what = OPEN[status]
  if (!id || !what) return
  const deadline = timeIn(about.expire_time) ?? new Date(now.getTime() + USUAL_HOURS * HOUR_MS)
  const order = asText(about.out_trade_no) ?? asText(about.order_id) ?? ''
  const text = `交易投诉 ${id}（支付单 ${order}）${what}，截止 ${beijing(deadline)}，请在小程序后台「交易投诉」里答复，逾期由平台判退`
  await callBefore(tx, { merchantId, key: `complaint:${id}:${status}`, text }, deadline, now)
}

/** `xpay_complaint_notify`: about what was paid by virtual payment. */
export const virtualComplaint: PushHandler = async (tx, { merchantId, fields, now }) => {
  const order = asText(fields.MchOrderId) ?? ''
  const id = asText(fields.ComplaintId) ?? asText(fields.RequestId) ?? order
  const deadline = new Date(now.getTime() + USUAL_HOURS * HOUR_MS)
  const text = `虚拟支付投诉 ${id}（支付单 ${order}），请在 ${beijing(deadline)} 前在小程序后台「虚拟支付」里答复`
  await callBefore(tx, { merchantId, key: `xpay-complaint:${id}`, text }, deadline, now)
}

/** Raises an alarm now, and again when the deadline comes near. */
export async function callBefore(tx: Tx, alarm: Alarm, deadline: Date, now: Date): Promise<void> {
  await raiseAlarm(tx, alarm, now)
  for (const hours of AGAIN_HOURS) {
    const runAt = new Date(deadline.getTime() - hours * HOUR_MS)
    if (runAt <= now) continue
    const payload = { text: `还有 ${hours} 小时：${alarm.text}` }
    const { merchantId, key } = alarm
    await enqueue(tx, { merchantId, kind: 'tellAlarm', key: `${key}:${hours}h`, payload, runAt }, now)
  }
}

/** Seconds or milliseconds, as a number or its text. */
function timeIn(value: unknown): Date | undefined {
  const number = asInteger(value)
  if (number === undefined || number <= 0) return undefined
  return new Date(number < 1e12 ? number * 1000 : number)
}

const beijing = (at: Date) => new Date(at.getTime() + 8 * HOUR_MS).toISOString().slice(0, 16).replace('T', ' ')
