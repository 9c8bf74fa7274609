/** Stories that take days, in a shop of their own whose clock goes on. */
import { afterAll, expect, it } from 'vitest'
import { clientOf } from '../support/client'
import { SUCCULENTS } from '../support/demo-goods'
import { startDemoShop } from '../support/demo-server'
import { HANGZHOU } from '../support/goods'
import { codeOf, dataOf } from '../support/people'
import { shopAt } from '../support/shop-at'
import { launch } from './runtime/launch'
import { giveBalance, goodsId, ordersOf, tokenOf } from './steps'

const own = await startDemoShop()
afterAll(own.stop)
const shop = shopAt(own.address, clientOf(own.address.origin, 'demo', '1'))
const { wxapi } = shop
const HOUR = 3600
const DAYS = 7

it('a group that is not filled in time gives the money back, and says so', async () => {
  const ann = await launch(shop, 'ann')
  const token = tokenOf(ann)
  const plants = await goodsId(shop, SUCCULENTS)
  const { id: team } = await dataOf(wxapi.pingtuanOpen(token, plants))
  const goodsJsonStr = [{ goodsId: plants, number: 1 }]
  const order = await dataOf(wxapi.orderCreate({ token, goodsJsonStr, pingtuanOpenId: team, ...HANGZHOU }))
  await giveBalance(ann, order.amountReal)
  await dataOf(wxapi.orderPay(token, String(order.id)))
  const page = await ann.open(`/packages/promotion/group/index?id=${team}`)
  await page.sees('还差 1 人成团')

  await shop.sim('/clock', { advanceSeconds: 48 * HOUR + 1 })
  await (await ann.open(`/packages/promotion/group/index?id=${team}`)).sees('拼团没有成功')
  await expect.poll(async () => (await ordersOf(ann))[0]?.status).toBe(-1)
  expect((await dataOf(wxapi.userAmount(token))).balance).toBe(order.amountReal)
})

it('somebody signs in for a week: each day once, more the longer, and a coupon for it at the end', async () => {
  const ben = await launch(shop, 'ben')
  const token = tokenOf(ben)
  const gift = (await dataOf(wxapi.coupons())).find(({ needSignedContinuous }) => needSignedContinuous === DAYS)
  const fetched = () => codeOf(wxapi.fetchCoupons({ token, id: gift?.id ?? 0 }))
  for (const [i, brings] of [2, 2, 5, 5, 5, 5, 20].entries()) {
    if (i > 0) await shop.sim('/clock', { advanceSeconds: 24 * HOUR })
    expect(await fetched(), 'not before the week is over').not.toBe(0)
    const sign = await ben.open('/packages/score/sign/index')
    await sign.tap('签到领积分')
    await sign.sees(`已连续签到 ${i + 1} 天`)
    expect((await dataOf(wxapi.scoreSignLogs({ token }))).result[0]).toMatchObject({ continuous: i + 1, score: brings })
  }
  const log = await ben.open('/packages/score/log/index')
  expect(log.findAll('.movement__what').filter(what => what.text() === '签到')).toHaveLength(DAYS)
  expect(await fetched()).toBe(0)
})
