import { fen } from '../../../contract/money'
import type { paybill } from '../../../contract/paybill'
import { cached, type Handlers } from '../../http/handlers'
import { book } from '../../ledger/ledger'
import { someOf } from '../../paging'
import { refuseWrongPayPassword } from '../user/pay-password'
import { discountFor, listDiscounts, payBill, refuseUnknownBranch } from './bill'

export const paybillHandlers: Handlers<typeof paybill> = {
  payBillDiscounts: cached('site', async (_, { db, merchant }) =>
    someOf(await listDiscounts(db, merchant.id)).map(({ consume_fen, discounts_fen, is_loop }) => ({
      consume: consume_fen,
      discounts: discounts_fen,
      loop: is_loop === 1,
      openScenePay: true,
    })),
  ),

  async payBillV2({ money, calculate, pwd, shopId = 0, idempotencyKey }, context) {
    const { db, transaction, merchant, user, now } = context
    await refuseUnknownBranch(db, merchant.id, shopId)
    if (calculate) {
      const discounts = discountFor(money, await listDiscounts(db, merchant.id))
      return { realMoney: fen(money - discounts), discounts, orderNumber: undefined }
    }
    await refuseWrongPayPassword(context, pwd)
    const { realFen, discountFen, orderNumber } = await transaction(async tx => {
      const paid = await payBill(tx, { merchantId: merchant.id, userId: user.id, money, shopId, idempotencyKey }, now)
      await book(tx, merchant.id, now, paid.transfers)
      return paid
    })
    return { realMoney: realFen, discounts: discountFen, orderNumber }
  },
}
