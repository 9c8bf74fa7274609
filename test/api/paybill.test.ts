/** Bills that are paid in the shop. */
import { expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { fen } from '../../contract/money'
import { setDiscount } from '../../server/domains/paybill/keeper'
import { setSetting } from '../../server/domains/site/settings'
import { saveBranch } from '../../server/domains/subshop/store'
import { reductionOf } from '../../src/lib/bill-reduction'
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
  // Corrected after a lost answer: what was paid is told, and nothing more is taken.
  expect(await dataOf(wxapi.payBillV2({ ...asked, money: 400 }))).toEqual(paid[0])
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

it('names a branch of the shop or none, before any money moves', async () => {
  const cid = await signIn(shop, 'cid')
  await giveBalance(shop, cid, 10_000)
  const branch = await transaction(tx => saveBranch(tx, merchantId, { name: '一店' }, clock.now()))
  const bill = { token: cid.token, money: 10, calculate: true }
  expect(await dataOf(wxapi.payBillV2({ ...bill, shopId: branch.id }))).toMatchObject({ realMoney: 10 })
  expect(await dataOf(wxapi.payBillV2({ ...bill, shopId: 0 }))).toMatchObject({ realMoney: 10 })
  for (const asked of [bill, { token: cid.token, money: 10 }])
    expect(await codeOf(wxapi.payBillV2({ ...asked, shopId: branch.id + 1 }))).toBe(errors.billBranchUnknown[0])
  const nextAction = { type: 4, money: 10, shopId: branch.id + 1 }
  expect(await codeOf(wxapi.wxpay({ token: cid.token, money: 10, nextAction }))).toBe(errors.billBranchUnknown[0])
  expect((await dataOf(wxapi.userAmount(cid.token))).balance).toBe(100)
})

it('comes to what the storefront shows while the amount is typed', async () => {
  const dan = await signIn(shop, 'dan')
  await discount(10_000, 1000, true)
  await discount(50_000, 8000)
  const rules = await dataOf(wxapi.payBillDiscounts())
  for (const money of [0.01, 99.99, 100, 399.5, 400, 500, 999.99, 1234.56]) {
    const { off, due } = reductionOf(money, rules)
    const counted = await dataOf(wxapi.payBillV2({ token: dan.token, money, calculate: true }))
    expect(counted).toEqual({ realMoney: due, discounts: off })
  }
})
