/** Complaints of payers at WeChat Pay, as they were when we last asked, and what the shop keeper wants said. */
import type { Selectable } from 'kysely'
import type { Tx } from '../../db/database'
import type { ComplaintTable } from '../../db/tables'
import type { Complaint } from '../../gateways/wechatpay'

export type ComplaintRow = Selectable<ComplaintTable>

export const COMPLAINT_TEXTS: Readonly<Record<string, string>> = {
  PENDING: '待处理',
  PROCESSING: '处理中',
  PROCESSED: '已处理完成',
}

/** Answers the row as it is now, and whether it is one that waits for us since this moment. */
export async function keepComplaint(
  tx: Tx,
  merchantId: number,
  complaint: Complaint,
  now: Date,
): Promise<{ row: ComplaintRow; isNews: boolean }> {
  const { complaintId, state, detail, outTradeNo, amountFen, complainedAt, isPayerWaiting } = complaint
  const known = await tx
    .selectFrom('complaints')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('complaint_id', '=', complaintId)
    .executeTakeFirst()
  const change = { state, detail, payer_waits: isPayerWaiting ? 1 : 0, updated_at: now.getTime() }
  const row = await tx
    .insertInto('complaints')
    .values({
      merchant_id: merchantId,
      complaint_id: complaintId,
      out_trade_no: outTradeNo,
      amount_fen: amountFen,
      complained_at: complainedAt.getTime(),
      ...change,
    })
    .onConflict(conflict => conflict.columns(['merchant_id', 'complaint_id']).doUpdateSet(change))
    .returningAll()
    .executeTakeFirstOrThrow()
  const waited = known !== undefined && (known.state === 'PENDING' || known.payer_waits === 1)
  return { row, isNews: !waited && (state === 'PENDING' || isPayerWaiting) && state !== 'PROCESSED' }
}
