/** Signing in and score in a browser. */
import { expect, it, onTestFinished } from 'vitest'
import { DAY_MS } from '../../contract/time'
import { dataOf } from '../../src/api/client'
import { clientOf } from '../support/client'
import { goodsId, RICE_BOWL } from '../support/demo-goods'
import { startDemoShop } from '../support/demo-server'
import { shopAt } from '../support/shop-at'
import { inBrowser } from './support/in-browser'
import { at, newcomer, sees, tap } from './support/steps'

const SIGN = '/packages/score/sign'
const LOG = '/packages/score/log'
const CHECKOUT = '/packages/order/checkout'

inBrowser('score', (open, shop) => {
  it('comes with signing in, once a day, and stands in the calendar and in the log', async () => {
    const ann = await newcomer(shop)
    const page = await open(`${SIGN}/index`, { token: ann.token })
    const sign = await at(page, SIGN)
    await tap(sign, '签到领积分')
    await sees(page, '+2 积分，已连续 1 天')
    await sees(sign, '今天已签到')
    expect(await sign.locator('.sign__day--on').count()).toBe(1)
    await sign.getByLabel('上个月').tap()
    await expect.poll(() => sign.locator('.sign__day--on').count()).toBe(0)
    await page.goto(`${shop.origin}${LOG}/index`)
    const log = await at(page, LOG)
    await expect.poll(() => log.locator('.movement__what').allInnerTexts()).toContain('签到')
    await log.getByRole('img', { name: /^近 30 天积分，从 0 到 \d+，最多时 \d+$/ }).waitFor()
    await tap(log, '支出')
    await sees(log, '还没有积分记录')
  })

  it('grows through a week of signing in, each day in the calendar, up to a coupon for it', async () => {
    // A shop of its own, because a week passes in it; the phone's clock goes with it.
    const { address, stop } = await startDemoShop()
    onTestFinished(stop)
    const own = shopAt(address, clientOf(address.origin, 'demo', '1'))
    const ann = await newcomer(own)
    const page = await open('', { origin: own.origin, token: ann.token })
    const start = Date.now()
    const gift = page.locator('.ticket').filter({ hasText: '签到达人礼' })
    for (const [i, brings] of [2, 2, 5, 5, 5, 5, 20].entries()) {
      if (i > 0) await own.sim('/clock', { advanceSeconds: DAY_MS / 1000 })
      await page.clock.setSystemTime(start + i * DAY_MS)
      await page.goto(`${own.origin}${SIGN}/index`)
      const sign = await at(page, SIGN)
      if (i > 0) await sees(sign, `已连续签到 ${i} 天，今天还没签`)
      await tap(sign, '签到领积分')
      await sees(page, `+${brings} 积分，已连续 ${i + 1} 天`)
      await sees(sign, '今天已签到')
    }
    const sign = await at(page, SIGN)
    const marked = () => sign.locator('.sign__day--on').count()
    const thisMonth = await marked()
    await sign.getByLabel('上个月').tap()
    await expect.poll(async () => thisMonth + (await marked())).toBe(7)
    await page.goto(`${own.origin}/packages/coupon/centre/index`)
    await gift.getByRole('button', { name: '领取' }).tap()
    await sees(page, '领到了')
  }, 120_000)

  it('takes money off at the checkout when it is asked to', async () => {
    const ann = await newcomer(shop)
    await shop.keeper('score', 'adjust', String(ann.uid), '500', '测试')
    const id = await goodsId(shop, RICE_BOWL)
    const page = await open(`${CHECKOUT}/index?goodsId=${id}&number=1`, { token: ann.token })
    const checkout = await at(page, CHECKOUT)
    const price = await dataOf(
      shop.wxapi.orderCreate({
        token: ann.token,
        calculate: true,
        goodsJsonStr: [{ goodsId: id, number: 1 }],
        deductionScore: 0,
      }),
    )
    expect(price.deductionMoney).toBeGreaterThan(0)
    await checkout.getByRole('checkbox', { name: /积分抵扣/ }).tap()
    await sees(checkout, `−¥${price.deductionMoney.toFixed(2)}`)
  })

  it('turns into balance, in whole rules', async () => {
    const ann = await newcomer(shop)
    await shop.keeper('score', 'adjust', String(ann.uid), '250', '测试')
    const page = await open(`${LOG}/index`, { token: ann.token })
    const log = await at(page, LOG)
    await tap(log, '兑换')
    await tap(page, '换余额')
    await sees(page, '¥2 已到余额')
    expect((await dataOf(shop.wxapi.userAmount(ann.token))).balance).toBe(2)
  })
})
