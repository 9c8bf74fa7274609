/** How somebody wants the shop to be on this phone. */
import { describe, expect, it } from 'vitest'
import { demoShop } from '../support/demo-shop'
import { codeOf, dataOf } from '../support/people'
import { launch, relaunch } from './runtime/launch'
import { tokenOf } from './steps'

const shop = demoShop()
const SETTINGS = '/packages/user/settings/index'

describe('the language', () => {
  it('is the one of WeChat', async () => {
    const app = await launch(shop, 'ann', { language: 'en' })
    expect(app.page().find('.tab-bar').text()).toMatch(/Home\s*Browse\s*Cart\s*Me/)
  })

  it('shows at once when another is chosen, on the pages below too, and is kept', async () => {
    const app = await launch(shop, 'ann')
    const settings = await app.open(SETTINGS)
    expect(app.screen.title).toBe('设置')
    await settings.tap('English')
    expect(settings.text()).toContain('Text size')
    expect(app.screen.title).toBe('Settings')
    const home = await app.back()
    expect(home.text()).toContain('Picked for you')

    const later = await relaunch(app)
    expect(later.page().text()).toContain('Picked for you')
  })
})

describe('the look', () => {
  it('is dark by choice: the page, and what WeChat draws around it', async () => {
    const app = await launch(shop, 'ann')
    const settings = await app.open(SETTINGS)
    await settings.tap('深色')
    expect(settings.find('.page').hasClass('page--dark')).toBe(true)
    expect(app.screen.bar).toBe('#151310')
    const home = await app.back()
    expect(home.find('.page').hasClass('page--dark')).toBe(true)

    const again = await app.open(SETTINGS)
    await again.findAll('.segments')[1]?.tap('跟随系统')
    expect(again.find('.page').hasClass('page--dark')).toBe(false)
    expect(app.screen.bar).toBe('#f6f3ef')
  })

  it('leaves alone what WeChat draws while nothing is chosen', async () => {
    const app = await launch(shop, 'ann', { theme: 'dark' })
    await app.open(SETTINGS)
    expect(app.calls('setNavigationBarColor')).toEqual([])
  })

  it('has larger type by choice', async () => {
    const app = await launch(shop, 'ann')
    const settings = await app.open(SETTINGS)
    await settings.tap('大字')
    expect(settings.find('.page').hasClass('page--large')).toBe(true)
  })
})

describe('the payment password', () => {
  it('is set, and changed by who knows it', async () => {
    const app = await launch(shop, 'ann')
    await (await app.open(SETTINGS)).tap('交易密码')
    const form = app.page()
    expect(form.path).toBe('packages/user/pay-password/index')
    await form.input('新密码', '246810')
    await form.input('再输一次', '246810')
    await form.find('.bottom-bar').tap('设置交易密码')
    expect(app.page().path).toBe('packages/user/settings/index')
    const again = await app.open('/packages/user/pay-password/index')
    await again.input('原密码', '246810')
    await again.input('新密码', '135791')
    await again.input('再输一次', '135791')
    await again.find('.bottom-bar').tap('保存')
    expect(await codeOf(shop.wxapi.modifyPayPassword(tokenOf(app), '135791', '864213'))).toBe(0)
  })

  it('is replaced when it is forgotten, by who can read what is sent to their number', async () => {
    const app = await launch(shop, 'ben')
    const token = tokenOf(app)
    await dataOf(shop.wxapi.setPayPassword(token, '246810'))
    const bind = await app.open('/packages/user/bind-mobile/index')
    app.phone.mobile = `135${String(Date.now()).slice(-8)}`
    await bind.tap('用微信的手机号')
    const form = await app.open('/packages/user/pay-password/index')
    await form.tap('忘记了')
    await form.input('手机号', app.phone.mobile)
    await form.tap('获取验证码')
    await form.sees('验证码已替你填好')
    await form.input('新密码', '975310')
    await form.input('再输一次', '975310')
    await form.find('.bottom-bar').tap('保存')
    expect(await codeOf(shop.wxapi.modifyPayPassword(token, '975310', '864213'))).toBe(0)
  })
})
