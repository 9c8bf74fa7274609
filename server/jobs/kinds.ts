/** Every kind of background work, one line each: what it is given and who does it. */
import { tellAlarm } from '../alarms'
import { answerComplaint } from '../domains/complaint/answer'
import { syncComplaints } from '../domains/complaint/round'
import { checkContent } from '../domains/content/job'
import { deleteExpiredFile } from '../domains/file/expiry'
import { turnSale } from '../domains/goods/sales'
import { endKanjia } from '../domains/kanjia/sets'
import { turnMembership } from '../domains/level/due'
import { closeUnpaidOrder, confirmReceipt } from '../domains/order/due'
import { sendBackJob } from '../domains/pay/back'
import { planBills, reconcileBill } from '../domains/pay/bill-due'
import { settleStalePayments } from '../domains/pay/due'
import { endTeam } from '../domains/pingtuan/end'
import { endPingtuan } from '../domains/pingtuan/terms'
import { payRefund } from '../domains/refund/due'
import { syncSupply } from '../domains/supply/catalogue/round'
import { checkSupplier } from '../domains/supply/check'
import { lookForParcel } from '../domains/supply/parcels'
import { buySupply } from '../domains/supply/purchase'
import { reconcileSupply } from '../domains/supply/reconcile'
import { refundRejected } from '../domains/supply/rejected'
import type { Told } from '../domains/template/occasions'
import { sendTold } from '../domains/template/send'
import { moveTransfer } from '../domains/transfer/move'
import { publishVirtualItems } from '../domains/virtual/items'
import { settleVirtual } from '../domains/virtual/settle'
import { uploadShipping } from '../domains/wechat/shipping'
import { cleanUp } from '../housekeeping'
import type { Services } from '../services'
import type { Job } from './queue'

export interface JobPayloads {
  closeUnpaidOrder: { orderId: number }
  confirmReceipt: { orderId: number }
  buySupply: { purchaseId: number }
  reconcileSupply: { purchaseId: number }
  lookForParcel: { purchaseId: number; looks: number }
  refundRejected: { purchaseId: number }
  checkSupplier: { supplier: string }
  syncSupply: Record<never, never>
  payRefund: { refundId: number }
  sendBack: { paymentId: number }
  syncComplaints: { isRound: boolean }
  answerComplaint: { complaintId: string; text?: string; isSettled: boolean }
  moveTransfer: { transferId: number; round: number }
  uploadShipping: { orderId: number }
  tellShopper: Told
  settleVirtual: { outTradeNo: string; round: number }
  publishVirtualItems: Record<never, never>
  planBills: { day: string }
  reconcileBill: { provider: string; day: string }
  settleStalePayments: Record<never, never>
  deleteExpiredFile: { fileId: number }
  checkContent: { contentId: number }
  tellAlarm: { text: string }
  endKanjia: { goodsId: number }
  endPingtuan: { goodsId: number }
  endTeam: { teamId: number }
  turnSale: { goodsId: number }
  turnMembership: { userId: number }
  cleanUp: Record<never, never>
}

export type JobKind = keyof JobPayloads
export type JobHandlers = { [Kind in JobKind]: (job: Job<Kind>, services: Services) => Promise<void> }

export const jobHandlers: JobHandlers = {
  closeUnpaidOrder,
  confirmReceipt,
  buySupply,
  reconcileSupply,
  lookForParcel,
  refundRejected,
  checkSupplier,
  syncSupply,
  payRefund,
  sendBack: sendBackJob,
  syncComplaints,
  answerComplaint,
  moveTransfer,
  uploadShipping,
  tellShopper: sendTold,
  settleVirtual,
  publishVirtualItems,
  planBills,
  reconcileBill,
  settleStalePayments,
  deleteExpiredFile,
  checkContent,
  tellAlarm,
  endKanjia,
  endPingtuan,
  endTeam,
  turnSale,
  turnMembership,
  cleanUp,
}
