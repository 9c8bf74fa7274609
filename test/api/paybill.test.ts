/** Bills that are paid in the shop. */
import { expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { fen } from '../../contract/money'
import { setDiscount } from '../../server/domains/paybill/keeper'
import { setSetting } from '../../server/domains/site/settings'
import { expectBalancedLedger } from '../support/ledger'
import { codeOf, dataOf, giveBalance, signIn } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi, merchantId } = shop
const { transaction, clock } = shop.app.services
const discount = (consume: number, discounts: number, isLoop = false) =>
  transaction(tx => setDiscount(tx, merchantId, { consumeFen: fen(consume), discountsFen: fen(discounts), isLoop }))

it('is reduced by the rule that was reached, as calculating says, and paid once for each key', async () => {
  const ann = await signIn(shop, 'ann')
  await giveBalance(shop, ann, 100_000)
  expect(await codeOf(wxapi.payBillDiscounts())).toBe(errors.noData[0])
  await discount(10_000, 1000, true)
  expect(await dataOf(wxapi.payBillDiscounts())).toEqual([
    { consume: 100, discounts: 10, loop: true, openScenePay: true },
  ])
  expect(await dataOf(wxapi.payBillV2({ token: ann.token, money: 550, calculate: true }))).toEqual({
    realMoney: 500,
    discounts: 50,
  })
  const asked = { token: ann.token, money: 550, idempotencyKey: 'table-7' }
  const paid = await Promise.all([1, 2].map(() => dataOf(wxapi.payBillV2(asked))))
  expect(paid[0]).toEqual(paid[1])
  expect((await dataOf(wxapi.userAmount(ann.token))).balance).toBe(500)
  expect(await dataOf(wxapi.payBill(ann.token, 50))).toMatchObject({ realMoney: 50, discounts: 0 })
  expect(await codeOf(wxapi.payBill(ann.token, 9999))).toBe(20000)
  expect((await dataOf(wxapi.cashLogsV2({ token: ann.token, type: 8 }))).result).toHaveLength(2)
  await discount(10_000, 0)
  expect(await codeOf(wxapi.payBillDiscounts())).toBe(errors.noData[0])
  await expectBalancedLedger(shop)
})

it('is paid online by nextAction 4, and asks for the password where the shop wants it', async () => {
  const bob = await signIn(shop, 'bob')
  await discount(10_000, 1000)
  const sheet = await dataOf(wxapi.wxpay({ token: bob.token, money: 540, nextAction: { type: 4, money: 550 } }))
  await shop.sim('/wechatpay/confirm', { package: sheet.package })
  expect((await dataOf(wxapi.cashLogsV2({ token: bob.token, type: 8 }))).result).toMatchObject([{ amount: 540 }])
  await transaction(tx => setSetting(tx, merchantId, { key: 'balance_pay_pwd', value: '1' }, clock.now()))
  expect(await codeOf(wxapi.payBill(bob.token, 1))).toBe(errors.payPasswordWrong[0])
})
