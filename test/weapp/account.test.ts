/** An account in the mini-program: named, given a number and money, written from, and deleted. */
import { describe, expect, it } from 'vitest'
import { demoShop } from '../support/demo-shop'
import { codeOf, dataOf } from '../support/people'
import { type App, launch } from './runtime/launch'
import { giveBalance, tokenOf } from './steps'

const shop = demoShop()

describe('a profile', () => {
  it('gets a name, which the page of one’s own then shows', async () => {
    const app = await launch(shop, 'ann')
    const profile = await app.open('/packages/user/profile/index')
    await profile.input('昵称', '林小满')
    await profile.tap('保存')
    expect(profile.text()).toContain('已保存')
    expect((await app.open('/pages/me/index')).text()).toContain('林小满')
  })

  it('gets a mobile number, proven by a code', async () => {
    const app = await launch(shop, 'ann')
    const profile = await app.open('/packages/user/profile/index')
    await profile.tap('未绑定')
    const bind = app.page()
    expect(bind.path).toBe('packages/user/bind-mobile/index')
    const mobile = `137${String(Date.now()).slice(-8)}`
    await bind.input('手机号', mobile)
    await bind.tap('获取验证码')
    await bind.sees('演示商店不发短信，验证码已替你填好')
    await bind.find('.bottom-bar').tap('绑定手机号')
    expect(app.page().path).toBe('packages/user/profile/index')
    await app.page().sees(`${mobile.slice(0, 3)}****${mobile.slice(7)}`)
    expect((await dataOf(shop.wxapi.userDetail(tokenOf(app)))).base.mobile).toBe(mobile)
  })
})

describe('the number that WeChat knows', () => {
  it('is given by a button, and refused when it is somebody else’s', async () => {
    const app = await launch(shop, 'ann')
    const bind = await openBinding(app)
    app.phone.mobile = `136${String(Date.now()).slice(-8)}`
    await bind.tap('用微信的手机号')
    expect(app.page().path).toBe('packages/user/profile/index')
    const { base } = await dataOf(shop.wxapi.userDetail(tokenOf(app)))
    expect(base.mobile).toBe(app.phone.mobile)

    const other = await launch(shop, 'ben')
    const page = await openBinding(other)
    other.phone.mobile = app.phone.mobile
    await page.tap('用微信的手机号')
    await page.sees('该手机号已被其他账号使用')
  })

  it('is nobody’s business when its owner says no, and a code is the other way', async () => {
    const app = await launch(shop, 'ann')
    const bind = await openBinding(app)
    await bind.tap('用微信的手机号')
    expect(app.page().path).toBe('packages/user/bind-mobile/index')
    expect((await dataOf(shop.wxapi.userDetail(tokenOf(app)))).base.mobile).toBeFalsy()
    await bind.sees('或用短信验证码')
  })

  it('cannot be had when what was paid for is used up', async () => {
    const app = await launch(shop, 'ann')
    const bind = await openBinding(app)
    app.phone.mobile = 'none left'
    await bind.tap('用微信的手机号')
    await bind.sees('微信现在给不了手机号，请用短信验证码')
  })

  const openBinding = async (app: App) => {
    const profile = await app.open('/packages/user/profile/index')
    await profile.tap('未绑定')
    return app.page()
  }
})

describe('money', () => {
  it('is put in with what the shop gives on top, and its outcome is told', async () => {
    const app = await launch(shop, 'ann')
    const recharge = await app.open('/packages/user/recharge/index')
    await recharge.tap('¥300')
    await recharge.tap('充值 ¥300，到账 ¥320.00')
    const outcome = app.page()
    expect(outcome.path).toBe('packages/user/recharged/index')
    await outcome.sees('充值成功')
    await outcome.sees('¥320.00')
    await outcome.tap('看余额明细')
    const log = app.page()
    expect(log.path).toBe('packages/user/cash-log/index')
    expect(log.text()).toMatch(/充值[\s\S]*\+¥300\.00/)
    expect(log.text()).toMatch(/赠送[\s\S]*\+¥20\.00/)
    await log.tap('支出')
    expect(log.text()).not.toContain('+¥300.00')
  })

  it('that was not paid is not called paid', async () => {
    const app = await launch(shop, 'ann')
    app.phone.payer = 'cancels'
    const recharge = await app.open('/packages/user/recharge/index')
    await recharge.tap('¥50')
    await recharge.find('.bottom-bar').tap('充值 ¥50')
    expect(app.page().text()).not.toContain('充值成功')
  })
})

describe('feedback', () => {
  it('reaches the shop keeper, whose answer is read on the same page', async () => {
    const app = await launch(shop, 'ann')
    const feedback = await app.open('/packages/user/feedback/index')
    await feedback.tap('物流')
    await feedback.input('想说的话', '箱角压坏了一点')
    await feedback.find('.bottom-bar').tap('提交')
    await feedback.sees('等待回复')
    const [row] = await dataOf(shop.wxapi.commentList({ token: tokenOf(app) }))
    expect(row).toMatchObject({ content: '箱角压坏了一点', extJson: { kind: 'delivery' } })
    await shop.keeper('feedback', 'answer', String(row?.id), '下次多包一层')
    const later = await app.open('/packages/user/feedback/index?part=mine')
    await later.sees('下次多包一层')
  })
})

describe('an account', () => {
  it('says what is to be finished before it is deleted', async () => {
    const app = await launch(shop, 'ann')
    await giveBalance(app, 12.3)
    const leave = await app.open('/packages/user/leave/index')
    expect(leave.text()).toContain('还有事情没有处理完')
    await leave.tap('¥12.30')
    expect(app.page().path).toBe('packages/user/cash-log/index')
  })

  it('is deleted by a word that is typed', async () => {
    const app = await launch(shop, 'ann')
    const token = tokenOf(app)
    const leave = await app.open('/packages/user/leave/index')
    await leave.input('输入“注销”确认', '注销')
    await leave.tap('我明白注销后不能恢复')
    await leave.find('.bottom-bar').tap('注销账号')
    expect(app.page().path).toBe('pages/home/index')
    expect(await codeOf(shop.wxapi.userDetail(token))).toBe(2000)
  })
})
