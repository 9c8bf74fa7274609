/** Levels, distribution and withdrawals in a browser. */
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { dataOf } from '../../src/api/client'
import { goodsId, RICE_BOWL } from '../support/demo-goods'
import { HANGZHOU } from '../support/goods'
import { signIn } from '../support/people'
import { inBrowser } from './support/in-browser'
import { at, newcomer, sees, tap } from './support/steps'
import { inWechatOf, WECHAT } from './support/wechat'

const LEVELS = '/packages/member/levels'
const PAID = '/packages/member/paid'
const GROWTH = '/packages/member/growth'
const FX = '/packages/member/fx'
const TEAM = '/packages/member/team'
const COMMISSIONS = '/packages/member/commissions'
const PARTNER = '/packages/member/partner'
const WITHDRAW = '/packages/member/withdraw'

inBrowser('members', (open, shop) => {
  it('somebody buys a level from the balance, and pays less from then on', async () => {
    const ann = await newcomer(shop)
    await shop.keeper('balance', String(ann.uid), '20', '测试')
    const page = await open(`${LEVELS}/index`, { token: ann.token })
    const levels = await at(page, LEVELS)
    await sees(levels, '还不是会员')
    await levels.getByRole('radio', { name: '1 个月 ¥9.90' }).tap()
    await tap(levels, '开通金卡 ¥9.90')
    await tap(levels.locator('.sheet'), '支付 ¥9.90')
    await sees(levels, /有效期至/)
    const { userLevel } = await dataOf(shop.wxapi.userDetail(ann.token))
    expect(userLevel).toMatchObject({ name: '金卡', rebate: 9.5 })
    expect((await dataOf(shop.wxapi.userAmount(ann.token))).balance).toBe(10.1)
    await tap(levels, '成长值 0')
    await sees(await at(page, GROWTH), '还没有成长值')
  })

  it('somebody without balance buys a level at Alipay’s cashier, to go on by itself', async () => {
    const ann = await newcomer(shop)
    const page = await open(`${LEVELS}/index`, { token: ann.token })
    const levels = await at(page, LEVELS)
    await levels.getByRole('radio', { name: '1 个月 ¥9.90' }).tap()
    await tap(levels, '开通金卡 ¥9.90')
    const sheet = levels.locator('.sheet')
    await sheet.getByRole('radio', { name: '支付宝' }).tap()
    await sheet.getByRole('checkbox', { name: '到期自动续费' }).tap()
    await tap(sheet, '支付 ¥9.90')
    await page.getByRole('button', { name: '确认支付' }).tap()
    const paid = await at(page, PAID)
    await sees(paid, '会员已经生效')
    await tap(paid, '看我的会员')
    await sees(await at(page, LEVELS), /有效期至/)
    expect(await dataOf(shop.wxapi.userDetail(ann.token))).toMatchObject({
      base: { levelRenew: true },
      userLevel: { name: '金卡' },
    })
    expect((await dataOf(shop.wxapi.userAmount(ann.token))).balance).toBe(0)
  })

  it('a distributor asks to be one, brings a friend, earns when the order is complete, and withdraws', async () => {
    const bob = await newcomer(shop)
    const page = await open(`${FX}/index`, { token: bob.token })
    const fx = await at(page, FX)
    await fx.getByLabel('姓名').fill('鲍勃')
    await fx.getByLabel('手机号').fill('13800138000')
    await tap(fx, '提交申请')
    await sees(fx, '审核中')
    await shop.keeper('fx', 'approve', String(bob.uid))
    const friend = await newcomer(shop)
    await dataOf(shop.wxapi.bindSeller({ token: friend.token, uid: bob.uid }))
    await shop.keeper('balance', String(friend.uid), '300', '测试')
    const goodsJsonStr = [{ goodsId: await goodsId(shop, RICE_BOWL), number: 2 }]
    const placed = await dataOf(shop.wxapi.orderCreate({ token: friend.token, goodsJsonStr, ...HANGZHOU }))
    await dataOf(shop.wxapi.orderPay(friend.token, String(placed.id)))
    const { fxCommisionPaying: due } = await dataOf(shop.wxapi.userAmount(bob.token))
    expect(due).toBe(Math.round(placed.amountTotle * 10) / 100)

    await page.goto(`${shop.origin}${FX}/index`)
    const centre = await at(page, FX)
    await sees(centre, '待结算')
    await sees(centre, `¥${due.toFixed(2)}`)
    await sees(centre, '近 7 天佣金')
    const spoken = (range: string) => new RegExp(`${range}佣金，共 ¥${due.toFixed(2).replace(/\\.00$/, '')}`)
    await centre.getByRole('img', { name: spoken('近 7 天') }).waitFor()
    expect(await centre.locator('.trend__value').innerText()).toContain(String(due))
    await tap(centre, '30 天')
    await centre.getByRole('img', { name: spoken('近 30 天') }).waitFor()
    // The newest point is chosen; a tap chooses another.
    await centre.locator('.trend__column').first().tap()
    await expect.poll(() => centre.locator('.trend__value').innerText()).toBe('¥0')
    await tap(centre, '我的海报')
    const poster = centre.getByRole('img', { name: /的海报/ })
    await poster.waitFor()
    expect(await poster.evaluate(image => (image as HTMLImageElement).naturalHeight)).toBe(1180)
    await page.goto(`${shop.origin}${FX}/index`)
    await tap(await at(page, FX), '我的团队')
    await sees(await at(page, TEAM), /下单 1 次/)
    await page.goto(`${shop.origin}${COMMISSIONS}/index`)
    await sees(await at(page, COMMISSIONS), RICE_BOWL)

    await shop.keeper('ship', placed.orderNumber ?? '', '顺丰速运', `SF${placed.id}0001`)
    await dataOf(shop.wxapi.orderDelivery(friend.token, placed.id ?? 0))
    await page.goto(`${shop.origin}${WITHDRAW}/index`)
    const withdraw = await at(page, WITHDRAW)
    await sees(withdraw, `¥${due.toFixed(2)}`)
    await tap(withdraw, '全部')
    await tap(withdraw, '申请提现')
    await sees(withdraw, '待审核')
    const [asked] = await dataOf(shop.wxapi.withDrawLogs({ token: bob.token }))
    await shop.keeper('withdraw', 'paid', String(asked?.id))
    await page.goto(`${shop.origin}${WITHDRAW}/index`)
    await sees(await at(page, WITHDRAW), '已到账')
    expect(await dataOf(shop.wxapi.userAmount(bob.token))).toMatchObject({ balance: 0, freeze: 0, totalWithdraw: due })
  })

  it('a team leader invites a friend, who joins, buys, and leads a team in the end', async () => {
    const leader = await newcomer(shop)
    await shop.keeper('partner', 'leader', String(leader.uid))
    const friend = await newcomer(shop)
    const page = await open(`${PARTNER}/index?leader=${leader.uid}`, { token: friend.token })
    const invitation = await at(page, PARTNER)
    await sees(invitation, /邀请你加入团队/)
    await tap(invitation, '加入团队')
    await sees(invitation, '我的团队长')
    await sees(invitation, '余额不够，去充值')

    await shop.keeper('balance', String(friend.uid), '500', '测试')
    const goodsJsonStr = [{ goodsId: await goodsId(shop, RICE_BOWL), number: 2 }]
    const placed = await dataOf(shop.wxapi.orderCreate({ token: friend.token, goodsJsonStr, ...HANGZHOU }))
    await dataOf(shop.wxapi.orderPay(friend.token, String(placed.id)))
    const { fxCommisionPaying: due } = await dataOf(shop.wxapi.userAmount(leader.token))
    expect(due, '5 % of the goods').toBe(Math.round(placed.amountTotle * 5) / 100)

    const leaders = await open(`${FX}/index`, { token: leader.token })
    await tap(await at(leaders, FX), '合伙人团队')
    const team = await at(leaders, PARTNER)
    await sees(team, `¥${due.toFixed(2)}`)
    await sees(team, /下单 1 次/)
    await sees(team, '邀请加入团队')

    await page.goto(`${shop.origin}${PARTNER}/index`)
    const member = await at(page, PARTNER)
    await tap(member, '¥199 升级为团队长')
    await sees(member, '团队还没有人')
    expect((await dataOf(shop.wxapi.userDetail(friend.token))).base.isTeamLeader).toBe(true)
  })

  it('money that waits in the mini-program is said to be there, in WeChat’s browser and in others', async () => {
    const name = `wechat-${randomUUID().slice(0, 8)}`
    const { token, uid } = await signIn(shop, name)
    await shop.keeper('balance', String(uid), '20', '测试')
    const { id } = await dataOf(shop.wxapi.withDrawApplyV3({ token, money: 5 }))
    await shop.keeper('withdraw', 'send', String(id))
    const sheet = async () => (await dataOf(shop.wxapi.withDrawDetail(token, id))).packageInfo
    await expect.poll(sheet, { timeout: 15_000 }).toBeTruthy()
    const inWechat = await open('', { userAgent: WECHAT })
    await inWechatOf(inWechat, shop, name)
    await inWechat.goto(`${shop.origin}${WITHDRAW}/index`)
    for (const page of [inWechat, await open(`${WITHDRAW}/index`, { token })]) {
      const withdraw = await at(page, WITHDRAW)
      await sees(withdraw, '请到微信小程序里确认收款')
      expect(await withdraw.getByText('确认收款', { exact: true }).count()).toBe(0)
    }
    // The sheet was opened and confirmed elsewhere: here it has arrived.
    await shop.sim('/wechatpay/transfers/confirm', { package: await sheet() })
    await expect
      .poll(async () => (await dataOf(shop.wxapi.withDrawDetail(token, id))).status, { timeout: 15_000 })
      .toBe(1)
    await inWechat.reload()
    await sees(await at(inWechat, WITHDRAW), '已到账')
  })
})
