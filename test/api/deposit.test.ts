/** Deposits: left from the balance or online, asked back, given back. */
import { expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { giveBack } from '../../server/domains/deposit/deposits'
import { expectBalancedLedger } from '../support/ledger'
import { codeOf, dataOf, giveBalance, type Person, signIn } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi, merchantId } = shop
const { transaction, clock } = shop.app.services
const balanceOf = async ({ token }: Person) => (await dataOf(wxapi.userAmount(token))).balance
const returned = (id: number) => transaction(tx => giveBack(tx, merchantId, id, clock.now()))

it('a deposit leaves the balance once for each key, is asked back, and comes back once', async () => {
  const ann = await signIn(shop, 'ann')
  await giveBalance(shop, ann, 20_000)
  const asked = { token: ann.token, amount: 98, refCode: 'room-1', remark: '钥匙', idempotencyKey: 'one' }
  const all = await Promise.all([1, 2, 3].map(() => dataOf(wxapi.payDeposit(asked))))
  expect(new Set(all.map(({ id }) => id)).size).toBe(1)
  const id = all[0]?.id ?? 0
  expect(await balanceOf(ann)).toBe(102)
  await dataOf(wxapi.payDepositV2({ token: ann.token, amount: 2 }))
  expect(await dataOf(wxapi.userAmount(ann.token))).toMatchObject({ balance: 100, deposit: 100 })
  expect((await dataOf(wxapi.depositList({ token: ann.token }))).result.map(({ amount }) => amount)).toEqual([2, 98])
  expect(await dataOf(wxapi.depositInfo(ann.token, id))).toMatchObject({ status: 1, refCode: 'room-1', remark: '钥匙' })
  await dataOf(wxapi.depositBackApply(ann.token, id))
  await dataOf(wxapi.depositBackApplyV2(ann.token, id))
  expect(await dataOf(wxapi.depositListV2({ token: ann.token, status: 2 }))).toMatchObject({ totalRow: 1 })
  expect(await Promise.all([returned(id), returned(id)])).toContain(false)
  expect(await dataOf(wxapi.userAmount(ann.token))).toMatchObject({ balance: 198, deposit: 2 })
  expect(await dataOf(wxapi.depositInfoV2(ann.token, id))).toMatchObject({ status: 3, statusStr: '已退回' })
  expect(await codeOf(wxapi.depositBackApply(ann.token, id))).toBe(errors.depositBack[0])
  const bob = await signIn(shop, 'bob')
  expect(await codeOf(wxapi.depositInfo(bob.token, id))).toBe(errors.noData[0])
  expect(await codeOf(wxapi.depositBackApply(bob.token, id))).toBe(errors.noData[0])
  await expectBalancedLedger(shop)
})

it('what is missing is told, and paid online by nextAction 5', async () => {
  const cid = await signIn(shop, 'cid')
  await giveBalance(shop, cid, 3000)
  expect(await wxapi.payDeposit({ token: cid.token, amount: 98 })).toMatchObject({ code: 40000, data: 68 })
  expect(await balanceOf(cid)).toBe(30)
  expect(await codeOf(wxapi.depositList({ token: cid.token }))).toBe(errors.noData[0])
  const nextAction = { type: 5, amount: 98, remark: '押金' }
  const sheet = await dataOf(wxapi.wxpay({ token: cid.token, money: 68, nextAction }))
  await shop.sim('/wechatpay/confirm', { package: sheet.package })
  expect((await dataOf(wxapi.depositList({ token: cid.token }))).result).toMatchObject([{ amount: 98, status: 1 }])
  expect(await balanceOf(cid)).toBe(0)
  await expectBalancedLedger(shop)
})
