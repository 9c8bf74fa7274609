/** Bargains and group buys, by several people with several phones. */
import { expect, it, onTestFinished } from 'vitest'
import { dataOf } from '../../src/api/client'
import { clientOf } from '../support/client'
import { goodsId, HONEY, JASMINE, SUCCULENTS } from '../support/demo-goods'
import { startDemoShop } from '../support/demo-server'
import { HANGZHOU } from '../support/goods'
import type { Person } from '../support/people'
import { type DemoShop, shopAt } from '../support/shop-at'
import { inBrowser } from './support/in-browser'
import { at, detailOf, newcomer, ordersOf, sees, tap } from './support/steps'

const DETAIL = '/packages/goods/detail'
const BARGAIN = '/packages/promotion/bargain'
const GROUP = '/packages/promotion/group'
const ORDER = '/packages/order/detail'
const HOUR = 3600

/** Pays the newest order from a balance that is filled for it. */
async function payNewest(shop: DemoShop, person: Person): Promise<number> {
  const [order] = await ordersOf(shop, person)
  if (!order) throw new Error('there is no order')
  await shop.keeper('balance', String(person.uid), String(order.amountReal), '测试')
  await dataOf(shop.wxapi.orderPay(person.token, String(order.id)))
  return order.id
}

async function joinBy(shop: DemoShop, person: Person, goods: number, team: number): Promise<void> {
  const goodsJsonStr = [{ goodsId: goods, number: 1 }]
  await dataOf(shop.wxapi.orderCreate({ token: person.token, goodsJsonStr, pingtuanOpenId: team, ...HANGZHOU }))
  await payNewest(shop, person)
}

inBrowser('several people', (open, shop) => {
  it('three friends cut a price, and it is bought at what it stands at', async () => {
    const ann = await newcomer(shop)
    const page = await open(await detailOf(shop, HONEY), { token: ann.token })
    await tap(await at(page, DETAIL), '去砍价')
    const own = await at(page, BARGAIN)
    await sees(own, '还没有人帮忙')
    const kjid = Number(new URL(page.url()).searchParams.get('kjid'))
    const coded = page.waitForRequest(/\/qrcode\//)
    await tap(own, '海报')
    await own.getByRole('img', { name: `${HONEY}的海报` }).waitFor()
    const code = decodeURIComponent(`${(await coded).url()} ${(await coded).postData() ?? ''}`)
    expect(code).toContain(`${BARGAIN}/index?kjid=${kjid}&joiner=${ann.uid}`)
    const download = page.waitForEvent('download')
    await tap(own, '保存到相册')
    expect((await download).suggestedFilename()).toBe(`${HONEY}.png`)
    await page.reload()

    const [ben, ...others] = await Promise.all([newcomer(shop), newcomer(shop), newcomer(shop)])
    const friend = await open(`${BARGAIN}/index?kjid=${kjid}&joiner=${ann.uid}`, { token: ben?.token ?? '' })
    await tap(await at(friend, BARGAIN), '帮忙砍一刀')
    await sees(friend, /你帮忙砍了 ¥\d/)
    for (const { token } of others) await dataOf(shop.wxapi.kanjiaHelp(token, kjid, ann.uid))

    await page.reload()
    await sees(page, '3 位好友帮了忙')
    await sees(page, '再来 2 位好友就到底价')
    const { kanjiaInfo } = await dataOf(shop.wxapi.kanjiaDetail(kjid, ann.uid))
    await (await at(page, BARGAIN)).getByText(/^¥.* 买下$/).tap()
    await tap(await at(page, '/packages/order/checkout'), '提交订单')
    await expect.poll(async () => (await ordersOf(shop, ann)).length).toBe(1)
    const id = await payNewest(shop, ann)
    const order = await dataOf(shop.wxapi.orderDetail(ann.token, id))
    expect(order.goods[0]?.amountSingle).toBe(kanjiaInfo.curPrice)
    await page.goto(`${shop.origin}${ORDER}/index?id=${id}`)
    await tap(await at(page, ORDER), '看看这次砍价')
    await sees(await at(page, BARGAIN), '已按砍到的价格下单')
    await page.goto(`${shop.origin}/packages/promotion/bargains/index?tab=mine`)
    await sees(page, HONEY)
  }, 60_000)

  it('one opens a group, two join, and it is complete', async () => {
    const tea = await goodsId(shop, JASMINE)
    const [ann, ben, cat] = [await newcomer(shop), await newcomer(shop), await newcomer(shop)]
    const page = await open(await detailOf(shop, JASMINE), { token: ann.token })
    const detail = await at(page, DETAIL)
    await tap(detail, '开团 ¥39')
    await tap(detail.locator('.sheet'), '立即购买')
    await tap(await at(page, '/packages/order/checkout'), '提交订单')
    await expect.poll(async () => (await ordersOf(shop, ann)).length).toBe(1)
    const id = await payNewest(shop, ann)
    const { result } = await dataOf(shop.wxapi.pingtuanMyJoined({ token: ann.token }))
    const team = result[0]?.tuanId ?? 0

    await page.goto(`${shop.origin}/packages/order/paying/index?id=${id}`)
    await sees(page, '人齐就发货；时间到了没齐，付的钱会退回')
    await page.goto(`${shop.origin}${ORDER}/index?id=${id}`)
    await sees(page, '等待成团')
    await tap(await at(page, ORDER), '请好友来拼')
    await sees(await at(page, GROUP), '还差 2 人成团')
    expect(page.url()).toContain(`id=${team}`)
    await tap(await at(page, GROUP), '海报')
    await page.getByRole('img', { name: `${JASMINE}的海报` }).waitFor()
    const friend = await open(`${GROUP}/index?id=${team}`, { token: ben.token })
    await tap(await at(friend, GROUP), '¥39.00 参团')
    const joining = await at(friend, DETAIL)
    await tap(joining, '参团 ¥39')
    await tap(joining.locator('.sheet'), '立即购买')
    await tap(await at(friend, '/packages/order/checkout'), '提交订单')
    await expect.poll(async () => (await ordersOf(shop, ben)).length).toBe(1)
    await payNewest(shop, ben)
    await joinBy(shop, cat, tea, team)

    await page.reload()
    await sees(page, '拼团成功')
    expect((await ordersOf(shop, ann))[0]).toMatchObject({ status: 1, statusStr: '待发货' })
    await page.goto(`${shop.origin}/`)
    await page.getByRole('link', { name: '全部' }).and(page.locator('[href*="groups"]')).tap()
    const groups = await at(page, '/packages/promotion/groups')
    await sees(groups, '3 人团')
    await sees(groups, '去拼团')
    await tap(groups, '我的拼团')
    await sees(groups, '拼团成功')
    await sees(groups, JASMINE)
  }, 60_000)

  it('a group that is not filled in time gives everybody the money back', async () => {
    // A shop of its own, because two days pass in it.
    const { address, stop } = await startDemoShop()
    onTestFinished(stop)
    const shop = shopAt(address, clientOf(address.origin, 'demo', '1'))
    const plants = await goodsId(shop, SUCCULENTS)
    const ann = await newcomer(shop)
    const { id: team } = await dataOf(shop.wxapi.pingtuanOpen(ann.token, plants))
    await joinBy(shop, ann, plants, team)
    const [order] = await ordersOf(shop, ann)
    await shop.sim('/clock', { advanceSeconds: 48 * HOUR + 1 })
    const page = await open('')
    await page.addInitScript(data => localStorage.setItem('token', JSON.stringify({ data })), ann.token)
    await page.goto(`${shop.origin}${GROUP}/index?id=${team}`)
    await sees(page, '拼团没有成功')
    await expect.poll(async () => (await ordersOf(shop, ann))[0]?.status).toBe(-1)
    expect((await dataOf(shop.wxapi.userAmount(ann.token))).balance).toBe(order?.amountReal)
  }, 120_000)
})
