/** Bargains and group buys in WeChat: what is sent to friends, and what they find. */
import { expect, it } from 'vitest'
import { goodsId, HONEY, JASMINE } from '../support/demo-goods'
import { demoShop } from '../support/demo-shop'
import { HANGZHOU } from '../support/goods'
import { dataOf } from '../support/people'
import { type App, launch } from './runtime/launch'
import { giveBalance, haveAddress, openGoods, ordersOf, tokenOf } from './steps'

const shop = demoShop()
const uidOf = async (app: App) => (await dataOf(shop.wxapi.userWxinfo(tokenOf(app)))).uid

it('three friends cut a price by the card that they were sent, and it is bought', async () => {
  const ann = await launch(shop, 'ann')
  await haveAddress(ann)
  const detail = await openGoods(ann, HONEY)
  await detail.tap('去砍价')
  const own = ann.page()
  expect(own.path).toBe('packages/promotion/bargain/index')
  await own.sees('还没有人帮忙')
  const uid = await uidOf(ann)
  const { title, path } = own.live('onShareAppMessage', {}) as { title: string; path: string }
  expect(title).toContain(HONEY)
  expect(path).toContain(`joiner=${uid}&inviter=${uid}`)

  await own.tap('海报')
  await expect.poll(() => ann.screen.drawn.length).toBeGreaterThan(4)
  expect(ann.screen.drawn.join('')).toContain('29.90')
  const [terms] = await dataOf(shop.wxapi.kanjiaSet(String(await goodsId(shop, HONEY))))
  const scene = encodeURIComponent(`${terms?.id},${uid}`)
  const query = { scene }
  const found = await launch(shop, 'eve', {}, { path: 'packages/promotion/bargain/index', query })
  await found.page().sees('帮忙砍一刀')

  for (const name of ['ben', 'cat', 'dan']) {
    const friend = await launch(shop, name)
    const page = await friend.open(path)
    await page.tap('帮忙砍一刀')
    await page.sees('你帮忙砍了')
  }
  const again = await ann.open(path)
  await again.sees('3 位好友帮了忙')
  const { kanjiaInfo } = await dataOf(shop.wxapi.kanjiaDetail(terms?.id ?? 0, uid))
  await again.tap(`¥${kanjiaInfo.curPrice.toFixed(2)} 买下`)
  await ann.page().tap('提交订单')
  await expect.poll(async () => (await ordersOf(ann))[0]?.amount).toBe(kanjiaInfo.curPrice)
  await (await ann.open('/packages/promotion/bargains/index?tab=mine')).sees(HONEY)
})

it('a group is opened, filled by two and complete', async () => {
  const ann = await launch(shop, 'ann')
  const tea = await goodsId(shop, JASMINE)
  const { id: team } = await dataOf(shop.wxapi.pingtuanOpen(tokenOf(ann), tea))
  const join = async (app: App) => {
    const goodsJsonStr = [{ goodsId: tea, number: 1 }]
    const order = { token: tokenOf(app), goodsJsonStr, pingtuanOpenId: team, ...HANGZHOU }
    const { id, amountReal } = await dataOf(shop.wxapi.orderCreate(order))
    await giveBalance(app, amountReal)
    await dataOf(shop.wxapi.orderPay(tokenOf(app), String(id)))
    return id ?? 0
  }
  const order = await ann.open(`/packages/order/detail/index?id=${await join(ann)}`)
  await order.sees('等待成团')
  await order.tap('请好友来拼')
  expect(ann.page().path).toBe('packages/promotion/group/index')
  const page = await ann.open(`/packages/promotion/group/index?id=${team}`)
  await page.sees('还差 2 人成团')
  expect((page.live('onShareAppMessage', {}) as { path: string }).path).toContain(`index?id=${team}&inviter=`)
  const ben = await launch(shop, 'ben')
  const friend = await ben.open(`/packages/promotion/group/index?id=${team}`)
  await friend.sees('参团')
  await join(ben)
  await join(await launch(shop, 'cat'))
  const done = await ann.open(`/packages/promotion/group/index?id=${team}`)
  await done.sees('拼团成功')
  const groups = await ann.open('/packages/promotion/groups/index')
  await groups.sees('去拼团')
  await groups.tap('我的拼团')
  await groups.sees('拼团成功')
})
