/** An account: agreed to, given a number, written from, and deleted. */
import { expect, it } from 'vitest'
import { codeOf, dataOf, signIn } from '../support/people'
import { inBrowser } from './support/in-browser'
import { freshMobile } from './support/resident'
import { at, newcomer, sees, tap } from './support/steps'

const LOGIN = '/packages/user/login'
const LEAVE = '/packages/user/leave'
const PASSWORD = '/packages/user/pay-password'
const FEEDBACK = '/packages/user/feedback'

inBrowser('an account', (open, shop) => {
  it('is asked for agreement before the login, and shows what is agreed to', async () => {
    const page = await open('/packages/user/login/index')
    const login = await at(page, LOGIN)
    await login.getByRole('button', { name: '登录', exact: true }).tap()
    await sees(login, '请输入正确的手机号')
    await login.getByLabel('手机号').fill(freshMobile())
    await tap(login, '获取验证码')
    await sees(login, '演示商店不发短信，验证码已替你填好')
    await login.getByRole('button', { name: '登录', exact: true }).tap()
    await sees(login, '同意后才能登录')
    await tap(login.locator('.question__foot'), '取消')
    await login.getByRole('link', { name: '《隐私政策》' }).tap()
    await sees(await at(page, '/packages/user/page'), '一、我们收集什么，为了什么')
    await page.goBack()
    await (await at(page, LOGIN)).getByRole('button', { name: '登录', exact: true }).tap()
    await tap((await at(page, LOGIN)).locator('.question__foot'), '同意并登录')
    await at(page, '/pages/home')
  })

  it('gets a mobile number', async () => {
    const ann = await newcomer(shop)
    const mobile = freshMobile()
    const page = await open('/packages/user/profile/index', ann)
    await tap(await at(page, '/packages/user/profile'), '未绑定')
    const bind = await at(page, '/packages/user/bind-mobile')
    await bind.getByLabel('手机号').fill(mobile)
    await tap(bind, '获取验证码')
    await sees(bind, '演示商店不发短信，验证码已替你填好')
    await bind.getByRole('button', { name: '绑定手机号' }).tap()
    await sees(await at(page, '/packages/user/profile'), `${mobile.slice(0, 3)}****${mobile.slice(7)}`)
    expect((await dataOf(shop.wxapi.userDetail(ann.token))).base.mobile).toBe(mobile)
  })

  it('has a payment password: a first one, another one, and a number first for who has forgotten it', async () => {
    const ann = await newcomer(shop)
    const page = await open('/packages/user/settings/index', ann)
    await tap(await at(page, '/packages/user/settings'), '交易密码')
    const form = await at(page, PASSWORD)
    const type = async (label: string, text: string) => form.getByLabel(label, { exact: true }).fill(text)
    await type('新密码', '246810')
    await type('再输一次', '24681')
    await tap(form, '设置交易密码')
    await sees(form, '两次输入的不一样')
    await type('再输一次', '246810')
    await tap(form, '设置交易密码')
    await sees(page, '交易密码已保存')

    await page.goto(`${shop.origin}${PASSWORD}/index`)
    await type('原密码', '000000')
    await type('新密码', '135791')
    await type('再输一次', '135791')
    await tap(form, '保存')
    await sees(page, '交易密码不正确')
    await type('原密码', '246810')
    await tap(form, '保存')
    await sees(page, '交易密码已保存')
    expect(await codeOf(shop.wxapi.modifyPayPassword(ann.token, '135791', '864213'))).toBe(0)

    await page.goto(`${shop.origin}${PASSWORD}/index`)
    await form.getByRole('radio', { name: '忘记了' }).tap()
    await tap(form, '去绑定手机号')
    await at(page, '/packages/user/bind-mobile')
  })

  it('writes to the shop, and reads what it answers', async () => {
    const ann = await newcomer(shop)
    const page = await open('/packages/user/feedback/index', ann)
    const feedback = await at(page, FEEDBACK)
    await feedback.getByRole('radio', { name: '物流' }).tap()
    await feedback.getByLabel('想说的话').fill('箱子有点压坏了')
    await tap(feedback, '提交')
    await sees(feedback, '等待回复')
    const [row] = await dataOf(shop.wxapi.commentList({ token: ann.token }))
    expect(row).toMatchObject({ content: '箱子有点压坏了', extJson: { kind: 'delivery' } })
    expect(await shop.keeper('feedback', 'list')).toContain('箱子有点压坏了')
    await shop.keeper('feedback', 'answer', String(row?.id), '给你补发一个')
    await page.reload()
    await tap(await at(page, FEEDBACK), '我的反馈')
    await sees(page, '给你补发一个')
  })

  it('cannot be deleted while something is open, and says where to finish it', async () => {
    const ann = await newcomer(shop)
    const { base } = await dataOf(shop.wxapi.userDetail(ann.token))
    await shop.keeper('balance', String(base.id), '12.3', '测试')
    const page = await open('/packages/user/leave/index', ann)
    const leave = await at(page, LEAVE)
    await sees(leave, '还有事情没有处理完')
    await sees(leave, '¥12.30')
  })

  it('is deleted by a word that is typed, and is gone', async () => {
    const ann = await signIn(shop, `leaver-${freshMobile()}`)
    const page = await open('/packages/user/leave/index', ann)
    const leave = await at(page, LEAVE)
    const button = leave.getByRole('button', { name: '注销账号' })
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    await leave.getByLabel('输入“注销”确认').fill('注销')
    await leave.getByRole('checkbox', { name: '我明白注销后不能恢复' }).tap()
    await button.tap()
    await at(page, '/pages/home')
    expect(await codeOf(shop.wxapi.userDetail(ann.token))).toBe(2000)
    expect(await page.evaluate(() => localStorage.getItem('token'))).toBeNull()
  })
})
