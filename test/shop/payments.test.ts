import { beforeAll, expect, it } from 'vitest'
import { createGoods } from '../support/goods'
import { refused, told } from '../support/keeper'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { notify } from '../support/notification'
import { payOnline, place, sheetFor, statusOf } from '../support/orders'
import { dataOf, signIn } from '../support/people'
import { builtPrograms } from '../support/programs'
import { createShop } from '../support/shop'

const shop = await createShop()
const ann = await signIn(shop, 'ann')
const goodsId = await createGoods(shop, { stock: 99 })
beforeAll(builtPrograms)

it('lists payments and shows one', async () => {
  const { outTradeId } = await payOnline(shop, ann, await place(shop, ann, goodsId))
  expect(await told(shop, 'payments', 'list', '--status', '支付成功')).toContain(outTradeId)
  expect(await told(shop, 'payments', '--shop', shop.subDomain)).toContain(outTradeId)
  expect(await told(shop, 'payments', 'show', outTradeId)).toMatch(/微信支付单号 42\d{26}/)
  expect(await refused(shop, 'payments', 'show', 'ZF0')).toContain('没有支付单')
  expect(await refused(shop, 'payments', 'list', '--status', '飞走')).toContain('没有状态')
  expect(await refused(shop, 'payments', 'eat')).toContain('没有这个动作')
})

it('lists money that did not match, and credits it once to whom it is', async () => {
  const order = await place(shop, ann, goodsId)
  const { outTradeId: outTradeNo } = await sheetFor(shop, ann, order)
  const transactionId = `42${'3'.repeat(26)}`
  await notify(shop, { outTradeNo, amountFen: 1200, transactionId })
  await notify(shop, { outTradeNo, amountFen: 1200, transactionId })
  const listed = await told(shop, 'payments', 'quarantine')
  expect(listed.match(/#\d+/g)).toHaveLength(1)
  expect(listed).toMatch(/12\.00 CNY .*金额与支付单不同/)
  const id = /#(\d+)/.exec(listed)?.[1] ?? ''
  await told(shop, 'payments', 'resolve', id, '顾客多付了两元', '--credit')
  expect((await dataOf(shop.wxapi.userAmount(ann.token))).balance).toBe(12)
  expect(await statusOf(shop, ann, order.id)).toBe(0)
  expect(await refused(shop, 'payments', 'resolve', id, '再来一次', '--credit')).toContain('没有这笔待处理的款项')
  expect(await told(shop, 'payments', 'quarantine')).toContain('没有对不上的款项')
  expect(await told(shop, 'payments', 'quarantine', '--all')).toContain('已处理：顾客多付了两元')
  await expectBalancedLedger(shop)
  await expectPaymentsBooked(shop)
})

it('closes a case that was dealt with elsewhere, and credits nobody where nobody is known', async () => {
  await notify(shop, { outTradeNo: 'ZF000000000000000000000000', amountFen: 500, transactionId: `42${'4'.repeat(26)}` })
  const id = /#(\d+)/.exec(await told(shop, 'payments', 'quarantine'))?.[1] ?? ''
  expect(await refused(shop, 'payments', 'resolve', id, '给谁', '--credit')).toContain('不能存入余额')
  await told(shop, 'payments', 'resolve', id, '在商户平台退了')
  await expectPaymentsBooked(shop)
})
