/** Signing in and score in a browser. */
import { expect, it } from 'vitest'
import { dataOf } from '../../src/api/client'
import { goodsId, RICE_BOWL } from '../support/demo-goods'
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
    await tap(log, '支出')
    await sees(log, '还没有积分记录')
  })

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
