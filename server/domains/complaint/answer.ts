/** What the shop keeper says to a complaint goes to WeChat Pay by a job, once however often the job runs. */
import type { Tx } from '../../db/database'
import { enqueue, type Job } from '../../jobs/queue'
import type { Services } from '../../services'
import { complaintTold } from './round'
import type { ComplaintRow } from './store'

export const LONGEST_ANSWER = 200

/** `text`: to be said first, if anything; `isSettled`: the matter is closed, says the shop. */
export const planAnswer = (
  tx: Tx,
  { merchant_id: merchantId, id: rowId, complaint_id: complaintId }: ComplaintRow,
  { text, isSettled }: { text?: string; isSettled: boolean },
  now: Date,
): Promise<void> =>
  enqueue(
    tx,
    {
      merchantId,
      kind: 'answerComplaint',
      key: `${rowId}:${now.getTime()}`,
      payload: { complaintId, isSettled, ...(text !== undefined && { text }) },
      runAt: now,
    },
    now,
  )

export async function answerComplaint(
  { payload: { complaintId, text, isSettled }, attempt }: Job<'answerComplaint'>,
  { gateways, transaction, clock }: Services,
): Promise<void> {
  const complaints = gateways.wechatpay?.complaints
  if (!complaints) return
  // An answer whose arrival nobody has confirmed may stand there already.
  const isSaid = text !== undefined && attempt > 1 && (await complaints.written(complaintId)).includes(text)
  if (text !== undefined && !isSaid) await complaints.respond(complaintId, text)
  if (isSettled) await complaints.complete(complaintId)
  await transaction(tx => complaintTold(tx, clock.now()))
}
