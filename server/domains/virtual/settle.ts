/** Virtual payments are settled when WeChat pushes that they came, and when they are asked for: pushes get lost. */
import type { Tx } from '../../db/database'
import { enqueue, type Job } from '../../jobs/queue'
import type { Services } from '../../services'
import { askProvider } from '../pay/ask'
import { findPayment } from '../pay/payments'
import { openidOf } from '../user/wechat-identity'

const MINUTE_MS = 60_000
/** When nobody has told us: minutes after the sheet was opened. */
const ASK_AFTER = [2, 8, 30, 110]

export const askForVirtual = (tx: Tx, merchantId: number, outTradeNo: string, now: Date): Promise<void> =>
  planAsking(tx, merchantId, outTradeNo, 0, now)

async function planAsking(tx: Tx, merchantId: number, outTradeNo: string, round: number, now: Date): Promise<void> {
  const minutes = ASK_AFTER[round]
  if (minutes === undefined) return
  const runAt = new Date(now.getTime() + minutes * MINUTE_MS)
  const payload = { outTradeNo, round }
  await enqueue(tx, { merchantId, kind: 'settleVirtual', key: `${outTradeNo}:${round}`, payload, runAt }, now)
}

/** The push is no proof of its own: WeChat is asked before anything is delivered. */
export const virtualTold = (tx: Tx, merchantId: number, outTradeNo: string, now: Date): Promise<void> =>
  enqueue(
    tx,
    { merchantId, kind: 'settleVirtual', key: `${outTradeNo}:told`, payload: { outTradeNo, round: -1 }, runAt: now },
    now,
  )

export async function settleVirtual(job: Job<'settleVirtual'>, services: Services): Promise<void> {
  const { merchantId, payload } = job
  const { outTradeNo, round } = payload
  const payment = await findPayment(services.db, merchantId, outTradeNo)
  if (payment?.provider !== 'xpay') return
  const standing = await askProvider(services, payment)
  if (standing === 'paid') return noteDelivered(services, merchantId, payment.user_id, outTradeNo)
  if (round < 0) {
    if (standing === 'payable' || standing === 'absent')
      throw new Error('WeChat told of a payment that it does not know yet')
    return
  }
  if (standing === 'payable' || standing === 'absent')
    await services.transaction(tx => planAsking(tx, merchantId, outTradeNo, round + 1, services.clock.now()))
}

/** Where the push did not reach us, WeChat does not know that we have delivered. */
async function noteDelivered({ db, gateways }: Services, merchantId: number, userId: number, outTradeNo: string) {
  const { xpay, appid } = gateways
  const who = await openidOf(db, merchantId, appid, userId)
  if (!xpay || !who) return
  const found = await xpay.query(who.openid, outTradeNo)
  if (found?.state === 'paid' && !found.isDelivered) await xpay.noteDelivered(outTradeNo)
}
