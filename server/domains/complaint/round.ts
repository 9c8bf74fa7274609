/** WeChat Pay is asked every hour what payers complain of, and at once when it tells of something. */
import { DAY_MS, dayOf } from '../../../contract/time'
import type { Db, Tx } from '../../db/database'
import { GatewayError } from '../../gateways/error'
import type { Complaint } from '../../gateways/wechatpay'
import { enqueue, type Job } from '../../jobs/queue'
import type { Services } from '../../services'
import { notifyUrlOf } from '../pay/providers'
import { callBefore } from '../wechat/complaints'
import { keepComplaint } from './store'

const HOUR_MS = 3_600_000
/** WeChat Pay wants a first answer within a day. */
const ANSWER_MS = DAY_MS
/** As far back as one question reaches. */
const DAYS_BACK = 29

export async function syncComplaints(
  { payload: { isRound } }: Job<'syncComplaints'>,
  services: Services,
): Promise<void> {
  const { transaction, clock, log } = services
  const now = clock.now()
  if (isRound) await transaction(tx => planComplaints(tx, new Date(now.getTime() + HOUR_MS), now))
  try {
    await sync(services, now)
  } catch (error) {
    // The next round asks again; what was told of is asked for until it is there.
    if (!isRound || !(error instanceof GatewayError)) throw error
    log.warn({ err: error }, 'WeChat Pay could not be asked for complaints')
  }
}

/** All shops of a server collect under one merchant number: each complaint goes to the shop whose payment it is about. */
async function sync({ gateways, db, transaction, clock, config, log }: Services, now: Date): Promise<void> {
  const complaints = gateways.wechatpay?.complaints
  if (!complaints) return
  const shops = await db.selectFrom('merchants').select('id').orderBy('id').execute()
  if (shops[0]) await complaints.listenAt(notifyUrlOf(config, 'wechatpay', shops[0].id))
  const found = await complaints.list(dayOf(new Date(now.getTime() - DAYS_BACK * DAY_MS)), dayOf(now))
  const left = new Map(found.map(complaint => [complaint.complaintId, complaint]))
  for (const { id } of shops)
    for (const complaint of await ofShop(db, id, [...left.values()])) {
      left.delete(complaint.complaintId)
      await transaction(tx => take(tx, id, complaint, clock.now()))
    }
  for (const { complaintId } of left.values())
    log.error({ complaint: complaintId }, 'a complaint is about no payment of ours')
}

/** At most one waits for an hour, however many servers plan it. */
export const planComplaints = (tx: Tx, runAt: Date, now: Date): Promise<void> => {
  const key = String(Math.floor(runAt.getTime() / HOUR_MS))
  return enqueue(tx, { merchantId: 0, kind: 'syncComplaints', key, payload: { isRound: true }, runAt }, now)
}

export const complaintTold = (tx: Tx, now: Date): Promise<void> =>
  enqueue(tx, { merchantId: 0, kind: 'syncComplaints', key: 'told', payload: { isRound: false }, runAt: now }, now)

async function ofShop(db: Db, merchantId: number, complaints: readonly Complaint[]): Promise<Complaint[]> {
  if (complaints.length === 0) return []
  const numbers = complaints.map(({ outTradeNo }) => outTradeNo)
  const rows = await db
    .selectFrom('payments')
    .select('out_trade_no')
    .where('merchant_id', '=', merchantId)
    .where('out_trade_no', 'in', numbers)
    .execute()
  const own = new Set(rows.map(({ out_trade_no }) => out_trade_no))
  return complaints.filter(({ outTradeNo }) => own.has(outTradeNo))
}

/** A person is called when the payer waits for us, and again before the time is over. */
async function take(tx: Tx, merchantId: number, complaint: Complaint, now: Date): Promise<void> {
  const { row, isNews } = await keepComplaint(tx, merchantId, complaint, now)
  if (!isNews) return
  const since = row.state === 'PENDING' ? complaint.complainedAt : now
  const deadline = new Date(since.getTime() + ANSWER_MS)
  const text = `微信支付投诉 #${row.id}（支付单 ${row.out_trade_no}）等待答复。用 complaints show ${row.id} 查看，complaints answer ${row.id} 答复。`
  await callBefore(tx, { merchantId, key: `complaint:${row.id}:${since.getTime()}`, text }, deadline, now)
}
