/** Levels, distribution and withdrawals in the mini-program. */
import { describe, expect, it } from 'vitest'
import { demoShop } from '../support/demo-shop'
import { HANGZHOU } from '../support/goods'
import { dataOf, signIn } from '../support/people'
import { launch } from './runtime/launch'
import { giveBalance, goodsId, RICE_BOWL, tokenOf } from './steps'

const shop = demoShop()

it('somebody buys a level from the balance', async () => {
  const app = await launch(shop, 'ann')
  await giveBalance(app, 20)
  const levels = await app.open('/packages/member/levels/index')
  await levels.tap('1 个月 ¥9.90')
  await levels.tap('开通金卡 ¥9.90')
  await levels.tap('支付 ¥9.90')
  await levels.sees('当前等级')
  expect((await dataOf(shop.wxapi.userDetail(tokenOf(app)))).userLevel).toMatchObject({ name: '金卡' })
  const growth = await app.open('/packages/member/growth/index')
  await growth.sees('还没有成长值')
})

it('somebody without balance buys a level by WeChat’s sheet', async () => {
  const app = await launch(shop, 'ann')
  const levels = await app.open('/packages/member/levels/index')
  await levels.tap('1 个月 ¥9.90')
  await levels.tap('开通金卡 ¥9.90')
  await levels.tap('支付 ¥9.90')
  await expect.poll(() => app.page().path).toBe('packages/member/paid/index')
  await app.page().sees('会员已经生效')
  expect((await dataOf(shop.wxapi.userDetail(tokenOf(app)))).userLevel).toMatchObject({ name: '金卡' })
  expect((await dataOf(shop.wxapi.userAmount(tokenOf(app)))).balance).toBe(0)
})

it('a distributor earns by what a friend buys, and withdraws', async () => {
  const app = await launch(shop, 'bob')
  const token = tokenOf(app)
  const { base } = await dataOf(shop.wxapi.userDetail(token))
  await shop.keeper('fx', 'approve', String(base.id))
  const friend = await signIn(shop, `fan-of-${base.id}`)
  await dataOf(shop.wxapi.bindSeller({ token: friend.token, uid: base.id }))
  await shop.keeper('balance', String(friend.uid), '300', '测试')
  const goodsJsonStr = [{ goodsId: await goodsId(shop, RICE_BOWL), number: 1 }]
  const placed = await dataOf(shop.wxapi.orderCreate({ token: friend.token, goodsJsonStr, ...HANGZHOU }))
  await dataOf(shop.wxapi.orderPay(friend.token, String(placed.id)))
  const { fxCommisionPaying: due } = await dataOf(shop.wxapi.userAmount(token))

  const fx = await app.open('/packages/member/fx/index')
  await fx.sees('近 7 天佣金')
  expect(fx.find('.trend__body').attribute('aria-label')).toContain(
    `近 7 天佣金，共 ¥${due.toFixed(2).replace(/\.00$/, '')}`,
  )
  await fx.tap('6 个月')
  await fx.sees('近 6 个月佣金')
  expect(fx.text()).toContain(`¥${due.toFixed(2)}`)
  await (await app.open('/packages/member/team/index')).sees(/下单 1 次/)
  await (await app.open('/packages/member/commissions/index')).sees(RICE_BOWL)

  await shop.keeper('ship', placed.orderNumber ?? '', '顺丰速运', `SF${placed.id}0002`)
  await dataOf(shop.wxapi.orderDelivery(friend.token, placed.id ?? 0))
  const withdraw = await app.open('/packages/member/withdraw/index')
  await withdraw.tap('全部')
  await withdraw.tap('申请提现')
  await withdraw.sees('待审核')
  const [asked] = await dataOf(shop.wxapi.withDrawLogs({ token }))
  await shop.keeper('withdraw', 'refuse', String(asked?.id), '资料不全')
  await (await app.open('/packages/member/withdraw/index')).sees('资料不全')
  expect(await dataOf(shop.wxapi.userAmount(token))).toMatchObject({ balance: due, freeze: 0 })
})

it('somebody joins a team by its invitation, and the leader earns by what they buy', async () => {
  const app = await launch(shop, 'leda')
  const token = tokenOf(app)
  const { base } = await dataOf(shop.wxapi.userDetail(token))
  await shop.keeper('partner', 'leader', String(base.id))
  const team = await app.open('/packages/member/partner/index')
  await team.sees('团队还没有人')
  const { path } = team.live('onShareAppMessage', {}) as { path: string }
  expect(path).toBe(`/packages/member/partner/index?leader=${base.id}&inviter=${base.id}`)

  const friend = await launch(shop, 'fred')
  const invitation = await friend.open(`/packages/member/partner/index?leader=${base.id}`)
  await invitation.sees(/邀请你加入团队/)
  await invitation.tap('加入团队')
  await invitation.sees('我的团队长')

  await giveBalance(friend, 300)
  const goodsJsonStr = [{ goodsId: await goodsId(shop, RICE_BOWL), number: 1 }]
  const placed = await dataOf(shop.wxapi.orderCreate({ token: tokenOf(friend), goodsJsonStr, ...HANGZHOU }))
  await dataOf(shop.wxapi.orderPay(tokenOf(friend), String(placed.id)))
  const { fxCommisionPaying: due } = await dataOf(shop.wxapi.userAmount(token))
  expect(due).toBe(Math.round(placed.amountTotle * 5) / 100)
  const later = await app.open('/packages/member/partner/index')
  await later.sees(/下单 1 次/)
  expect(later.text()).toContain(`¥${due.toFixed(2)}`)
})

describe('a withdrawal by WeChat', () => {
  /** Somebody whose withdrawal the shop keeper has agreed to, on the page that tells of it. */
  const agreed = async (name: string, settings: Parameters<typeof launch>[2] = {}) => {
    const app = await launch(shop, name, settings)
    await giveBalance(app, 20)
    const token = tokenOf(app)
    const { id } = await dataOf(shop.wxapi.withDrawApplyV3({ token, money: 5 }))
    await shop.keeper('withdraw', 'send', String(id))
    const state = async () => dataOf(shop.wxapi.withDrawDetail(token, id))
    await expect.poll(async () => (await state()).packageInfo, { timeout: 15_000 }).toBeTruthy()
    return { app, token, state, page: await app.open('/packages/member/withdraw/index') }
  }

  it('waits for its receiver, who confirms it in WeChat', async () => {
    const { app, token, state, page } = await agreed('cid')
    await page.sees('待收款')
    const { packageInfo, mchId, appId } = await state()
    await page.tap('确认收款')
    expect(app.calls('requestMerchantTransfer')).toMatchObject([{ package: packageInfo, mchId, appId }])
    await page.sees('已到账')
    expect(page.has('确认收款')).toBe(false)
    expect(await dataOf(shop.wxapi.userAmount(token))).toMatchObject({ balance: 15, freeze: 0, totalWithdraw: 5 })
  })

  it('still waits when WeChat’s sheet was closed or did not open, and says which', async () => {
    const { app, token, page } = await agreed('dan')
    app.phone.payer = 'cancels'
    await page.tap('确认收款')
    await page.sees('还没有收款，一天内都可以来确认')
    app.phone.payer = 'fails'
    await page.tap('确认收款')
    await page.sees('微信没有打开收款，请稍后再试')
    expect(await dataOf(shop.wxapi.userAmount(token))).toMatchObject({ balance: 15, freeze: 5 })
    app.phone.payer = 'pays'
    await page.tap('确认收款')
    await page.sees('已到账')
  })

  it('says so where WeChat is too old for it', async () => {
    const { page, token } = await agreed('eve', { hasTransfers: false })
    await page.tap('确认收款')
    await page.sees('微信版本太旧，更新后就能收款')
    expect(await dataOf(shop.wxapi.userAmount(token))).toMatchObject({ freeze: 5 })
  })
})
