/** Bills paid in the shop, and deposits, in a browser. */
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { dataOf } from '../../src/api/client'
import { signIn } from '../support/people'
import { inBrowser } from './support/in-browser'
import { at, newcomer, sees, seesNot, tap } from './support/steps'
import { inWechatOf, WECHAT } from './support/wechat'

const ME = '/pages/me'
const BILL = '/packages/assets/bill'
const BILLS = '/packages/assets/bills'
const PAID = '/packages/assets/paid'
const DEPOSITS = '/packages/assets/deposits'
const DEPOSIT = '/packages/assets/deposit'
const LEAVE = '/packages/assets/leave-deposit'
const LOG = '/packages/user/cash-log'

inBrowser('bills and deposits', (open, shop) => {
  const balanceOf = async (token: string) => (await dataOf(shop.wxapi.userAmount(token))).balance
  const branch = async () => (await dataOf(shop.wxapi.fetchShops()))[0] ?? { id: 0, name: '' }

  it('a bill at a branch is reduced as the shop says, and paid from the balance', async () => {
    const ann = await newcomer(shop)
    await shop.keeper('balance', String(ann.uid), '300', '测试')
    const { id, name } = await branch()
    const page = await open(`${BILL}/index?shopId=${id}`, { token: ann.token })
    const bill = await at(page, BILL)
    await sees(bill, name)
    await sees(bill, '每满 ¥100 减 ¥8')
    await bill.getByLabel('消费金额').fill('258.5')
    await sees(bill, '每满 ¥100 减 ¥8，共 2 次')
    await sees(bill, '−¥16.00')
    await sees(bill, '再消费 ¥41.50，多减 ¥8')
    await tap(bill, '付款 ¥242.50')
    await bill.getByRole('radio', { name: /余额支付/ }).tap()
    await tap(bill.locator('.sheet__foot'), '付款')
    const paid = await at(page, PAID)
    await sees(paid, '买单成功')
    await sees(paid, '242')
    expect(await balanceOf(ann.token)).toBe(57.5)
    await tap(paid, '买单记录')
    await sees(await at(page, BILLS), '¥242.50')
    expect(await shop.keeper('bills')).toContain(`顾客 ${ann.uid} ¥258.50，实付 ¥242.50`)
  })

  it('a bill is paid at WeChat’s cashier, and what came of it is the server’s word', async () => {
    const ben = await newcomer(shop)
    const page = await open(`${ME}/index`, { token: ben.token })
    await tap(await at(page, ME), '到店买单')
    const bill = await at(page, BILL)
    await bill.getByLabel('消费金额').fill('0')
    await sees(bill, '请输入金额，最多两位小数')
    await bill.getByLabel('消费金额').fill('600')
    await sees(bill, '每满 ¥500 减 ¥60')
    await tap(bill, '付款 ¥540')
    await tap(bill.locator('.sheet__foot'), '付款')
    await page.getByRole('button', { name: '确认支付' }).tap()
    const paid = await at(page, PAID)
    await sees(paid, '买单成功')
    expect(await balanceOf(ben.token)).toBe(0)
    await page.goto(`${shop.origin}${LOG}/index`)
    await sees(await at(page, LOG), '到店买单')
  })

  it('who turns back at the cashier has paid nothing, and a made-up outcome is not believed', async () => {
    const cid = await newcomer(shop)
    const page = await open(`${BILL}/index`, { token: cid.token })
    const bill = await at(page, BILL)
    await bill.getByLabel('消费金额').fill('20')
    await tap(bill, '付款 ¥20')
    await tap(bill.locator('.sheet__foot'), '付款')
    await page.getByRole('button', { name: '取消' }).tap()
    await sees(await at(page, PAID), '正在确认付款')
    await page.goto(`${shop.origin}${PAID}/index?what=bill&number=MD20260101000000`)
    const paid = await at(page, PAID)
    await sees(paid, '没有找到这笔买单')
    await seesNot(paid, '买单成功')
    await tap(paid, '买单记录')
    await sees(await at(page, BILLS), '还没有买过单')
  })

  it('a code of a branch that is not there says so before anything is typed', async () => {
    const page = await open(`${BILL}/index?shopId=999999`)
    const bill = await at(page, BILL)
    await sees(bill, '没有这家门店')
    expect(await bill.getByLabel('消费金额').count()).toBe(0)
  })

  it('a deposit that the shop asks for is left, asked back, and comes back', async () => {
    const dan = await newcomer(shop)
    await shop.keeper('balance', String(dan.uid), '150', '测试')
    const asked = `amount=98&refCode=room-1&remark=${encodeURIComponent('房间钥匙')}`
    const page = await open(`${LEAVE}/index?${asked}`, { token: dan.token })
    const leave = await at(page, LEAVE)
    await sees(leave, '房间钥匙')
    await tap(leave, '交押金 ¥98')
    await leave.getByRole('radio', { name: /余额支付/ }).tap()
    await tap(leave.locator('.sheet__foot'), '付款')
    const deposit = await at(page, DEPOSIT)
    await sees(deposit, 'room-1')
    expect(await dataOf(shop.wxapi.userAmount(dan.token))).toMatchObject({ balance: 52, deposit: 98 })

    await tap(deposit, '申请退回')
    await tap(page.locator('.question__foot'), '申请退回')
    await sees(deposit, '店家确认后，钱会退回你的余额')
    const [{ id } = { id: 0 }] = (await dataOf(shop.wxapi.depositListV2({ token: dan.token }))).result
    await shop.keeper('deposits', 'back', String(id))
    await page.goto(`${shop.origin}${DEPOSIT}/index?id=${id}`)
    await tap(await at(page, DEPOSIT), '看余额明细')
    await sees(await at(page, LOG), '押金退回')
    expect(await dataOf(shop.wxapi.userAmount(dan.token))).toMatchObject({ balance: 150, deposit: 0 })

    await page.goto(`${shop.origin}${ME}/index`)
    await tap(await at(page, ME), '押金')
    const deposits = await at(page, DEPOSITS)
    await sees(deposits, '房间钥匙')
    await tap(deposits, '退回中')
    await sees(deposits, '没有押金')
  })

  it('a deposit is left online, in WeChat, and is found afterwards', async () => {
    const name = `wechat-${randomUUID().slice(0, 8)}`
    const { token } = await signIn(shop, name)
    const page = await open('', { userAgent: WECHAT })
    const wechat = await inWechatOf(page, shop, name)
    wechat.payer = 'cancels'
    await page.goto(`${shop.origin}${LEAVE}/index`)
    const leave = await at(page, LEAVE)
    await leave.getByLabel('押金金额').fill('66')
    await leave.getByLabel('用途').fill('雨伞')
    await tap(leave, '交押金 ¥66')
    await tap(leave.locator('.sheet__foot'), '付款')
    await sees(await at(page, PAID), '还没有收到付款')
    expect((await dataOf(shop.wxapi.userAmount(token))).deposit).toBe(0)
    wechat.payer = 'pays'
    await tap(await at(page, PAID), '重新交押金')
    const again = await at(page, LEAVE)
    await again.getByLabel('押金金额').fill('66')
    await again.getByLabel('用途').fill('雨伞')
    await tap(again, '交押金 ¥66')
    await tap(again.locator('.sheet__foot'), '付款')
    const paid = await at(page, PAID)
    await sees(paid, '押金已支付')
    await tap(paid, '看押金')
    const deposits = await at(page, DEPOSITS)
    await sees(deposits, '雨伞')
    await sees(deposits, '¥66.00')
  })
})
