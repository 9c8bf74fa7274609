/** Bills paid in the shop, and deposits, in the mini-program. */
import { expect, it } from 'vitest'
import { demoShop } from '../support/demo-shop'
import { dataOf } from '../support/people'
import { launch } from './runtime/launch'
import { giveBalance, tokenOf } from './steps'

const shop = demoShop()
const amountOf = (token: string) => dataOf(shop.wxapi.userAmount(token))

it('the code at a counter opens the bill of its branch, which is reduced and paid by WeChat’s sheet', async () => {
  const [branch] = await dataOf(shop.wxapi.fetchShops())
  const path = 'packages/assets/bill/index'
  const app = await launch(shop, 'ann', {}, { path, query: { scene: encodeURIComponent(`${branch?.id},0`) } })
  const bill = app.page()
  await bill.sees(branch?.name ?? '')
  await bill.input('消费金额', '258.5')
  await bill.sees('每满 ¥100 减 ¥8，共 2 次')
  await bill.tap('付款 ¥242.50')
  await bill.find('.sheet__foot').tap('付款')
  const paid = app.page()
  expect(paid.path).toBe('packages/assets/paid/index')
  await paid.sees('买单成功')
  await paid.tap('买单记录')
  expect(app.page().path).toBe('packages/assets/bills/index')
  await app.page().sees('¥242.50')
  expect(await shop.keeper('bills')).toContain('¥258.50，实付 ¥242.50')
})

it('an ordinary link that is photographed names the branch, too, and the balance pays', async () => {
  const [, branch] = await dataOf(shop.wxapi.fetchShops())
  const link = `https://shop.example/packages/assets/bill/index?shopId=${branch?.id}`
  const app = await launch(shop, 'ben')
  await giveBalance(app, 100)
  const bill = await app.open(`/packages/assets/bill/index?q=${encodeURIComponent(link)}`)
  await bill.sees(branch?.name ?? '')
  await bill.input('消费金额', '40')
  await bill.tap('付款 ¥40')
  await bill.tap(/^余额支付/)
  await bill.find('.sheet__foot').tap('付款')
  await app.page().sees('买单成功')
  expect((await amountOf(tokenOf(app))).balance).toBe(60)
})

it('a sheet that is closed has paid no bill', async () => {
  const app = await launch(shop, 'cid')
  app.phone.payer = 'cancels'
  const bill = await app.open('/packages/assets/bill/index')
  await bill.input('消费金额', '12')
  await bill.tap('付款 ¥12')
  await bill.find('.sheet__foot').tap('付款')
  await app.page().sees('还没有收到付款')
  await (await app.open('/packages/assets/bills/index')).sees('还没有买过单')
})

it('a deposit is found from one’s own page, left, asked back, and comes back to the balance', async () => {
  const app = await launch(shop, 'dan')
  await giveBalance(app, 100)
  const me = await app.open('/pages/me/index')
  await me.tap('押金')
  const deposits = app.page()
  expect(deposits.path).toBe('packages/assets/deposits/index')
  await deposits.sees('没有押金')
  await deposits.tap('交押金')
  const leave = app.page()
  expect(leave.path).toBe('packages/assets/leave-deposit/index')
  await leave.input('押金金额', '66')
  await leave.tap('交押金 ¥66')
  await leave.tap(/^余额支付/)
  await leave.find('.sheet__foot').tap('付款')
  const deposit = app.page()
  expect(deposit.path).toBe('packages/assets/deposit/index')
  await deposit.tap('申请退回')
  await deposit.find('.question__foot').tap('申请退回')
  await deposit.sees('店家确认后，钱会退回你的余额')
  const token = tokenOf(app)
  expect(await amountOf(token)).toMatchObject({ balance: 34, deposit: 66 })
  const [{ id } = { id: 0 }] = (await dataOf(shop.wxapi.depositListV2({ token }))).result
  await shop.keeper('deposits', 'back', String(id))
  await deposit.pullDown()
  await deposit.sees('已退回余额')
  expect(await amountOf(token)).toMatchObject({ balance: 100, deposit: 0 })
})
