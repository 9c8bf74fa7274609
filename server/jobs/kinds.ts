/** Every kind of background work, one line each: what it is given and who does it. */
import { deleteExpiredFile } from '../domains/file/expiry'
import { closeUnpaidOrder, confirmReceipt } from '../domains/order/due'
import { settleStalePayments } from '../domains/pay/due'
import { payRefund } from '../domains/refund/due'
import { buySupply } from '../domains/supply/purchase'
import { cleanUp } from '../housekeeping'
import type { Services } from '../services'
import type { Job } from './queue'

export interface JobPayloads {
  closeUnpaidOrder: { orderId: number }
  confirmReceipt: { orderId: number }
  buySupply: { purchaseId: number }
  payRefund: { refundId: number }
  settleStalePayments: Record<never, never>
  deleteExpiredFile: { fileId: number }
  cleanUp: Record<never, never>
}

export type JobKind = keyof JobPayloads
export type JobHandlers = { [Kind in JobKind]: (job: Job<Kind>, services: Services) => Promise<void> }

export const jobHandlers: JobHandlers = {
  closeUnpaidOrder,
  confirmReceipt,
  buySupply,
  payRefund,
  settleStalePayments,
  deleteExpiredFile,
  cleanUp,
}
