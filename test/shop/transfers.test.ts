import { beforeAll, expect, it } from 'vitest'
import { fen } from '../../contract/money'
import { planTransfer, transferOf } from '../../server/domains/transfer/plan'
import { refused, told } from '../support/keeper'
import { dataOf, giveBalance, signIn } from '../support/people'
import { builtPrograms } from '../support/programs'
import { createShop } from '../support/shop'

const shop = await createShop()
const { services } = shop.app
beforeAll(builtPrograms)

it('lists money on its way, and calls off what nobody has confirmed', { timeout: 90_000 }, async () => {
  const { uid: userId, token } = await signIn(shop, 'ann')
  await giveBalance(shop, { uid: userId, token, name: 'ann' }, 1000)
  const key = 'withdrawal:1'
  await services.transaction(tx =>
    planTransfer(
      tx,
      { merchantId: shop.merchantId, userId, key, amountFen: fen(500), remark: '提现', from: 'balance' },
      services.clock.now(),
    ),
  )
  await shop.runJobs()
  const number = (await transferOf(services.db, shop.merchantId, key))?.bill_no ?? ''
  expect(await told(shop, 'transfers', 'list')).toMatch(new RegExp(`${number} .*¥5.00  提现  待顾客确认收款`))
  await told(shop, 'transfers', 'cancel', number)
  expect(await told(shop, 'transfers')).toContain('（撤销中）')
  await shop.runJobs()
  expect(await told(shop, 'transfers')).toContain('没有在途的转账')
  expect(await told(shop, 'transfers', 'list', '--all')).toContain('未到账，已退回余额')
  expect((await dataOf(shop.wxapi.userAmount(token))).balance).toBe(10)
  expect(await refused(shop, 'transfers', 'cancel', number)).toContain('已经结束')
  expect(await refused(shop, 'transfers', 'cancel', 'ZZ0')).toContain('没有转账')
})
