import { fen } from '../../../contract/money'
import type { paybill } from '../../../contract/paybill'
import { cached, type Handlers, type SignedIn } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { book } from '../../ledger/ledger'
import { someOf } from '../../paging'
import { settingOf } from '../site/settings'
import { isPassword } from '../user/passwords'
import { discountFor, listDiscounts, payBill } from './bill'

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
    if (calculate) {
      const discounts = discountFor(money, await listDiscounts(db, merchant.id))
      return { realMoney: fen(money - discounts), discounts, orderNumber: undefined }
    }
    await refuseWrongPassword(context, pwd)
    const { realFen, orderNumber } = await transaction(async tx => {
      const paid = await payBill(tx, { merchantId: merchant.id, userId: user.id, money, shopId, idempotencyKey }, now)
      await book(tx, merchant.id, now, paid.transfers)
      return paid
    })
    return { realMoney: realFen, discounts: fen(money - realFen), orderNumber }
  },
}

/** Asked for where the shop has set `balance_pay_pwd` to 1. */
async function refuseWrongPassword(context: SignedIn, pwd: string | undefined): Promise<void> {
  if ((await settingOf(context.db, context.merchant.id, 'balance_pay_pwd')) !== '1') return
  if (!(await isPassword(context, context.user.id, 'pay', pwd ?? ''))) throw new Refusal('payPasswordWrong')
}
