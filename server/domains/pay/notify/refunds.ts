import type { Services } from '../../../services'
import { refundTold as refundOfOrderTold } from '../../refund/due'
import { backTold } from '../back'

/** A refund has ended, says its number: of an after-sale, or of money that came too late. How, the provider is asked. */
export const refundTold = ({ transaction, clock }: Services, merchantId: number, refundNo: string): Promise<void> =>
  transaction(async tx => {
    await refundOfOrderTold(tx, merchantId, refundNo, clock.now())
    await backTold(tx, merchantId, refundNo, clock.now())
  })
