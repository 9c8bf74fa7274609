/** What WeChat wants of a mini-program beside its pages. */
import { describe, expect, it } from 'vitest'
import { demoShop } from '../support/demo-shop'
import { launch } from './runtime/launch'
import { appJson } from './runtime/program'
import { giveBalance, goodsId, MUG, openCheckout, ordersOf, VIDEO_CARD } from './steps'

const shop = demoShop()
const ASKED = '用到你的信息之前'

/** The page of an order with card codes, of somebody who has not agreed to anything yet. */
async function withCodes() {
  const app = await launch(shop, 'ann', { hasAgreed: false })
  await giveBalance(app, 100)
  const checkout = await openCheckout(app, VIDEO_CARD)
  await checkout.tap('余额支付')
  await checkout.tap('提交订单')
  await app.page().sees(/已送达|正在出卡/)
  const order = await app.open(`/packages/order/detail/index?id=${(await ordersOf(app))[0]?.id}`)
  await order.sees('卡密')
  return { app, order }
}

describe('the privacy terms', () => {
  it('are asked for when something needs them; whoever agrees gets what they wanted', async () => {
    const { app, order } = await withCodes()
    await order.findAll('复制卡密')[0]?.tap()
    expect(order.text()).toContain(ASKED)
    expect(app.phone.clipboard).toBe('')
    await order.tap('查看隐私保护指引')
    expect(app.calls('openPrivacyContract')).toHaveLength(1)
    await order.tap('同意')
    expect(app.phone.clipboard).not.toBe('')
    await order.findAll('复制卡密')[0]?.tap()
    expect(app.phone.hasAgreed).toBe(true)
  })

  it('may be refused: the rest works, and it is asked again the next time', async () => {
    const { app, order } = await withCodes()
    await order.findAll('复制卡密')[0]?.tap()
    await order.tap('不同意')
    expect(app.phone.clipboard).toBe('')
    expect(order.text()).toContain('没能复制')
    await order.findAll('复制卡密')[0]?.tap()
    expect(order.text()).toContain(ASKED)
    await order.tap('同意')
    expect(app.phone.clipboard).not.toBe('')
    const home = await app.open('/pages/home/index')
    expect(home.findAll('.goods-card').length).toBeGreaterThan(3)
  })
})

describe('a new version', () => {
  it('begins when the shopper says so', async () => {
    const app = await launch(shop, 'ann', { hasUpdate: true })
    await app.page().sees('有新版本')
    await app.page().tap('现在重启')
    expect(app.phone.hasUpdate).toBe(false)
  })

  it('waits when they do not want it now', async () => {
    const app = await launch(shop, 'ann', { hasUpdate: true })
    await app.page().sees('有新版本')
    await app.page().tap('稍后')
    expect(app.phone.hasUpdate).toBe(true)
  })
})

describe('the pages on top of one another', () => {
  it('are ten at most: the next one takes the place of the last', async () => {
    const app = await launch(shop, 'ann')
    const url = `/packages/goods/detail/index?id=${await goodsId(shop, MUG)}`
    for (let i = 0; i < 9; i++) await app.open(url)
    expect(app.stack.pages).toHaveLength(10)
    await app.page().findAll('.product__reviews-head')[0]?.tap()
    expect(app.stack.pages).toHaveLength(10)
    expect(app.page().path).not.toContain('detail')
  })
})

describe('the package', () => {
  it('loads only what a page needs, fetches ahead what comes next, and checks privacy', () => {
    const json = appJson() as unknown as Record<string, unknown>
    expect(json.lazyCodeLoading).toBe('requiredComponents')
    expect(Object.keys(json.preloadRule as object)).toEqual(
      expect.arrayContaining(['pages/home/index', 'pages/cart/index']),
    )
    expect(json.__usePrivacyCheck__).toBe(true)
  })
})
