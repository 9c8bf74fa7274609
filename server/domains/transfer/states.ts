/**
 * A transfer to a shopper's own WeChat.
 *
 * planned → sent → waiting → paid          the receiver has confirmed
 *           sent → paid                    confirmed before we heard that it waits
 * planned | sent | waiting → failed        refused, cancelled, or not confirmed in a day: the money is in the balance again
 *
 * From `sent` on the call may have left: WeChat Pay is asked first, and only ever under the one number of the transfer.
 */
import type { Selectable } from 'kysely'
import type { MerchantTransferTable } from '../../db/tables'

export type TransferRow = Selectable<MerchantTransferTable>
export type TransferState = 'planned' | 'sent' | 'waiting' | 'paid' | 'failed'

export const TRANSFER_TEXTS: Readonly<Record<TransferState, string>> = {
  planned: '待发起',
  sent: '处理中',
  waiting: '待顾客确认收款',
  paid: '已到账',
  failed: '未到账，已退回余额',
}

export const OPEN: readonly TransferState[] = ['planned', 'sent', 'waiting']
export const isOpen = ({ state }: Pick<TransferRow, 'state'>): boolean => OPEN.includes(state as TransferState)
