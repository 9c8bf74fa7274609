/** Money that is kept at the shop. */
import { expect, it } from 'vitest'
import { inBrowser } from './support/in-browser'
import { at, newcomer, sees, tap } from './support/steps'

const RECHARGE = '/packages/user/recharge'
const RECHARGED = '/packages/user/recharged'
const LOG = '/packages/user/cash-log'

inBrowser('a shopper with a balance', (open, shop) => {
  it('tops up with a gift, and finds both in the log', async () => {
    const page = await open('/packages/user/cash-log/index', await newcomer(shop))
    const empty = await at(page, LOG)
    await sees(empty, '还没有记录')
    await tap(empty, '充值')
    const recharge = await at(page, RECHARGE)
    await tap(recharge, '¥300')
    await tap(recharge, '充值 ¥300，到账 ¥320.00')
    await page.getByRole('button', { name: '确认支付' }).tap()
    const outcome = await at(page, RECHARGED)
    await sees(outcome, '充值成功')
    await sees(outcome, '现在的余额是 ¥320.00')
    await tap(outcome, '看余额明细')
    const log = await at(page, LOG)
    await sees(log, '+¥300.00')
    await sees(log, '+¥20.00')
    await log.getByRole('tab', { name: '支出' }).tap()
    await sees(log, '还没有记录')
  })

  it('types an amount of their own, and is told what it must be', async () => {
    const page = await open('/packages/user/recharge/index', await newcomer(shop))
    const recharge = await at(page, RECHARGE)
    await recharge.getByLabel('其他金额').fill('0.5')
    await sees(recharge, '请填写 ¥1 以上的金额，最多两位小数')
    await recharge.getByLabel('其他金额').fill('88.8')
    await sees(recharge, '充值 ¥88.80')
  })

  it('who turns back at the cashier has paid nothing, and can begin anew', async () => {
    const ann = await newcomer(shop)
    const page = await open('/packages/user/recharge/index', ann)
    await tap(await at(page, RECHARGE), '充值 ¥100，到账 ¥105.00')
    await page.getByRole('button', { name: '取消' }).tap()
    await sees(await at(page, RECHARGED), '正在确认支付')
    expect((await shop.wxapi.userAmount(ann.token)).data).toMatchObject({ balance: 0 })
  })
})
