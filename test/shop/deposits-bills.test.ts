import { beforeAll, expect, it } from 'vitest'
import { refused, told } from '../support/keeper'
import { expectBalancedLedger } from '../support/ledger'
import { dataOf, giveBalance, signIn } from '../support/people'
import { builtPrograms } from '../support/programs'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
beforeAll(builtPrograms)

it('shop deposits lists what stands aside, and gives it back once', async () => {
  expect(await told(shop, 'deposits')).toContain('没有押金')
  const ann = await signIn(shop, 'ann')
  await giveBalance(shop, ann, 20_000)
  const { id } = await dataOf(wxapi.payDeposit({ token: ann.token, amount: 98, refCode: 'room-1', remark: '钥匙' }))
  expect(await told(shop, 'deposits')).toMatch(/¥98\.00 已支付 room-1 钥匙/)
  await dataOf(wxapi.depositBackApply(ann.token, id))
  expect(await told(shop, 'deposits', 'list')).toContain('退回中')
  expect(await told(shop, 'deposits', 'back', String(id))).toContain('已退回顾客余额')
  expect(await refused(shop, 'deposits', 'back', String(id))).toContain('没有还未退回的押金')
  expect((await dataOf(wxapi.userAmount(ann.token))).balance).toBe(200)
  expect(await told(shop, 'deposits')).toContain('没有押金')
  expect(await told(shop, 'deposits', '--all')).toContain('已退回')
  await expectBalancedLedger(shop)
}, 60_000)

it('shop bills says what bills are reduced by, and which were paid', async () => {
  expect(await told(shop, 'bills')).toContain('还没有账单')
  expect(await told(shop, 'bills', 'discount', '100', '10', '--each')).toContain('每满 ¥100.00 减 ¥10.00')
  expect(await told(shop, 'bills', 'discount', '500', '80')).toContain('满 ¥500.00 减 ¥80.00')
  expect(await refused(shop, 'bills', 'discount', '10', '20')).toContain('不能比')
  expect(await refused(shop, 'bills', 'discount', '10')).toContain('off')
  const ben = await signIn(shop, 'ben')
  await giveBalance(shop, ben, 100_000)
  expect(await dataOf(wxapi.payBillV2({ token: ben.token, money: 250 }))).toMatchObject({
    realMoney: 230,
    discounts: 20,
  })
  expect(await told(shop, 'bills')).toMatch(/¥250\.00，实付 ¥230\.00/)
  expect(await told(shop, 'bills', 'discount', '100', '0')).not.toContain('每满')
  await expectBalancedLedger(shop)
}, 60_000)
