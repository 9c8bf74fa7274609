/** A storefront whose shop lives on a hosted service, and whose codes come from the proxy that gives out the page. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { createGoods } from '../support/goods'
import { payOnline, place } from '../support/orders'
import { dataOf, type Person, signIn } from '../support/people'
import { arm, clearUp, purchases, supplierGoods } from '../support/supply'
import { createBeside, link } from '../support/upstream'
import { inBrowser, type Open } from './support/in-browser'
import { at, sees, seesNot, tap } from './support/steps'

const CHECKOUT = '/packages/order/checkout'
const PAYING = '/packages/order/paying'
const ORDER = '/packages/order/detail'
const TOP_UP = 'MBaN9RXwRvrnodE0'

const { hosted, proxy } = await createBeside({ WEILIAN_TIMEOUT_MS: '1000' })

async function card(): Promise<number> {
  const goodsId = await createGoods(hosted, { name: '视频会员月卡', priceFen: 1000, stock: 100 })
  await link(proxy, goodsId, await supplierGoods(proxy))
  return goodsId
}

async function paidCard(who: Person): Promise<string> {
  const order = await place(hosted, who, await card())
  await payOnline(hosted, who, order)
  return `${ORDER}/index?id=${order.id}`
}

const checkoutOf = (goodsId: number) => `${CHECKOUT}/index?goodsId=${goodsId}&number=1`
const passwordsOn = (page: Page) => page.locator('.code-card__value').allInnerTexts()

inBrowser('beside a hosted service', openAt => {
  const open: Open = (path, visit) => openAt(path, { origin: proxy.origin, ...visit })

  it('what was bought and paid over there shows its code, once the supplier has sold it', async () => {
    const ann = await signIn(hosted, 'ann')
    const asked: string[] = []
    const page = await open('', { token: ann.token })
    page.on('request', request => asked.push(new URL(request.url()).origin + new URL(request.url()).pathname))
    await page.goto(`${proxy.origin}${checkoutOf(await card())}`)
    await tap(await at(page, CHECKOUT), '提交订单')
    await page.getByRole('button', { name: '确认支付' }).tap()
    await sees(await at(page, PAYING), '正在出卡')
    expect(asked).toContain(`${hosted.origin}/demo/order/create`)
    expect(asked).not.toContain(`${proxy.origin}/demo/order/create`)

    await proxy.runJobs()
    const paying = await at(page, PAYING)
    await paying.locator('.code-card__value').first().waitFor()
    await tap(paying, '查看卡券')
    const order = await at(page, ORDER)
    await sees(order, '卡券已送达')
    expect(await passwordsOn(page)).toContain((await purchases(proxy)).at(-1)?.codes[0]?.password)
  })

  it('the order page tells how it stands: on its way, then delivered by itself', async () => {
    const ben = await signIn(hosted, 'ben')
    const page = await open(await paidCard(ben), { token: ben.token })
    const order = await at(page, ORDER)
    await sees(order, '正在出卡')
    expect(await passwordsOn(page)).toEqual([])
    await proxy.runJobs()
    await sees(order, '卡券已送达')
    await seesNot(order, '正在出卡')
    expect((await passwordsOn(page)).length).toBeGreaterThan(0)
  })

  it('a person looks into it when the supplier’s answer is lost, and nothing is bought again', async () => {
    const cid = await signIn(hosted, 'cid')
    await arm(proxy, 'buygoods', 'reset')
    const before = (await purchases(proxy)).length
    const page = await open(await paidCard(cid), { token: cid.token })
    const order = await at(page, ORDER)
    await sees(order, '正在出卡')
    await proxy.runJobs()
    await sees(order, '人工处理')
    // An hour later the supplier's list says that it was sold, and not with which code: that is for two persons.
    await proxy.advance(3600)
    await page.reload()
    await sees(await at(page, ORDER), '人工处理')
    expect(await passwordsOn(page)).toEqual([])
    expect((await purchases(proxy)).length).toBe(before + 1)
    await clearUp(proxy)
  })

  it('a top-up asks for the account before it is ordered, and the supplier is told it', async () => {
    const dan = await signIn(hosted, 'dan')
    const goodsId = await createGoods(hosted, { name: '话费充值', priceFen: 10_000 })
    await link(proxy, goodsId, TOP_UP, { kind: 1, fields: ['充值账号'] })
    const page = await open(checkoutOf(goodsId), { token: dan.token })
    const checkout = await at(page, CHECKOUT)
    await tap(checkout, '提交订单')
    await expect.poll(() => checkout.locator('.field__problem').innerText()).toBe('请填写充值账号')
    await checkout.getByLabel('充值账号').fill(' 13800138000 ')
    await tap(checkout, '提交订单')
    await page.getByRole('button', { name: '确认支付' }).tap()
    const paying = await at(page, PAYING)
    await sees(paying, '正在充值')
    await proxy.runJobs()
    await sees(paying, '充值已到账')
    expect((await purchases(proxy)).at(-1)?.fields).toEqual({ 充值账号: '13800138000' })
    await tap(paying, '查看订单')
    await sees(await at(page, ORDER), '充值账号 13800138000')
  })

  it('nothing can be ordered while it is not known what the supplier has to be told', async () => {
    const eve = await signIn(hosted, 'eve')
    const page = await open('', { token: eve.token, mayFail: /\/supply\/fields/ })
    await page.route('**/supply/fields*', route => route.abort())
    await page.goto(`${proxy.origin}${checkoutOf(await card())}`)
    const checkout = await at(page, CHECKOUT)
    const again = checkout.getByRole('button', { name: '再试一次' })
    await again.waitFor()
    await seesNot(checkout, '提交订单')
    await page.unroute('**/supply/fields*')
    await again.tap()
    await sees(checkout, '提交订单')
    expect((await dataOf(hosted.wxapi.orderStatistics(eve.token))).count_id_no_pay).toBe(0)
  })
})
