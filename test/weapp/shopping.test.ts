/** From the first look to a paid order. */
import { describe, expect, it } from 'vitest'
import { putIntoCart, TOTE } from '../support/demo-goods'
import { demoShop } from '../support/demo-shop'
import { launch, relaunch } from './runtime/launch'
import {
  BACKPACK,
  haveAddress,
  KEYBOARD,
  MUG,
  openCheckout,
  openGoods,
  ordersOf,
  RICE_BOWL,
  TEA,
  tokenOf,
} from './steps'

const shop = demoShop()

describe('looking around', () => {
  it('knows the shopper at launch without asking', async () => {
    const app = await launch(shop, 'ann')
    expect(app.calls('login')).toHaveLength(1)
    expect(tokenOf(app)).not.toBe('')

    const later = await relaunch(app)
    expect(later.calls('login'), 'the token is kept').toHaveLength(0)
    expect(tokenOf(later)).toBe(tokenOf(app))
  })

  it('shows banners, categories and goods at home, and more of them at the end', async () => {
    const app = await launch(shop, 'ann')
    const home = app.page()
    expect(app.screen.title).toBe('小铺')
    expect(home.findAll('.banner')).toHaveLength(4)
    expect(home.findAll('.home__category')).toHaveLength(10)
    const before = home.findAll('.goods-card').length
    expect(before).toBeGreaterThan(3)
    expect(home.find('.notice').text()).toContain('发货与运费')

    await home.pullDown()
    expect(home.findAll('.goods-card')).toHaveLength(before)
    await home.scrollToLower()
    expect(home.text()).toContain('就这些了')
  })

  it('opens the goods of a category, and a part of it', async () => {
    const app = await launch(shop, 'ann')
    await app.page().tap('分类')
    const page = app.page()
    expect(page.path).toBe('pages/category/index')
    await page.find('.category__rail').tap('灯与家')
    expect(page.text()).toContain('黄铜布罩台灯')
    const asked = app.calls('request').length
    await page.find('.category__goods').pullDown()
    expect(app.calls('request').length).toBeGreaterThan(asked)
    await page.find('.category__rail').tap('卡券')
    await page.find('.category__parts').tap('会员卡')
    expect(page.text()).toContain('云影视频 会员月卡')
    expect(page.text()).not.toContain('街角咖啡')
    await page.tap('云影视频 会员月卡')
    expect(app.page().path).toBe('packages/goods/detail/index')
  })

  it('searches by words, orders by price and says when nothing is found', async () => {
    const app = await launch(shop, 'ann')
    await app.page().tap(/^搜索商品/)
    expect(app.page().path).toBe('packages/goods/search/index')
    await app.page().confirm('搜索商品', '茶')
    const list = app.page()
    expect(list.path).toBe('packages/goods/list/index')
    expect(list.text()).toContain(TEA)

    await list.tap('价格')
    const prices = list.findAll('.price').map(price => Number(String(price.attribute('aria-label')).replace('¥', '')))
    expect(prices.length).toBeGreaterThan(3)
    expect(prices).toEqual([...prices].sort((a, b) => a - b))

    await list.tap('搜索商品: 茶')
    expect(app.page().text(), 'what is typed is looked up at once').toContain('搜索“茶”')
    await app.page().confirm('搜索商品', '没有这种东西')
    const none = app.page()
    expect(none.text()).toContain('没有找到“没有这种东西”')
    await none.tap('清除条件')
    expect(none.findAll('.goods-card').length).toBeGreaterThan(10)

    await none.tap('搜索商品')
    expect(app.page().find('.chips').text()).toBe('没有这种东西\n茶')
  })
})

describe('choosing', () => {
  it('shows what a product is, what it costs and what others say', async () => {
    const app = await launch(shop, 'ann')
    const page = await openGoods(app, TEA)
    expect(app.screen.title).toBe(TEA)
    expect(page.text()).toContain('¥68.00起')
    expect(page.text()).toMatch(/评价 \d/)
    expect(page.text()).toContain('商品详情')
    await page.tap('看视频')
    expect(page.find('.film__picture').attribute('src')).toMatch(/\.mp4$/)
  })

  it('does not sell a combination that is sold out', async () => {
    const app = await launch(shop, 'ann')
    const page = await openGoods(app, KEYBOARD)
    await page.find('.bottom-bar').tap('加入购物车')
    const sheet = page.find('.sheet')
    await sheet.tap('加入购物车')
    expect(page.text(), 'nothing is chosen yet').toContain('请选择')

    await sheet.tap('夜色')
    expect(sheet.find('.sku__value--soldOut').text()).toContain('段落')
    await sheet.tap(/^段落/)
    expect(sheet.text()).toContain('这个规格卖完了')
    await sheet.find('.sheet__foot').tap('已售罄')
    expect(app.calls('request').filter(isAdding)).toHaveLength(0)

    await sheet.tap('奶白')
    expect(sheet.text()).toContain('¥329.00')
    await sheet.find('.sheet__foot').tap('加入购物车')
    expect(app.calls('request').filter(isAdding)).toHaveLength(1)
    expect(page.text()).toContain('已加入购物车')
  })

  it('puts goods into the cart, counts them on the tab and changes their number', async () => {
    const app = await launch(shop, 'ann')
    const detail = await openGoods(app, MUG)
    await detail.find('.bottom-bar').tap('加入购物车')
    const sheet = detail.find('.sheet')
    await sheet.tap('青芽')
    await sheet.tap('增加一件')
    await sheet.find('.sheet__foot').tap('加入购物车')
    const bowls = await openGoods(app, RICE_BOWL)
    await bowls.find('.bottom-bar').tap('加入购物车')
    expect(bowls.find('.bottom-bar').find('.tab-bar__count').text()).toBe('3')

    await bowls.find('.bottom-bar').tap('购物车')
    const cart = app.page()
    expect(cart.path).toBe('pages/cart/index')
    expect(cart.find('.tab-bar__count').text()).toBe('3')
    expect(cart.find('.cart__total').text()).toContain('¥198.00')
    expect(cart.text()).toContain('青芽')

    await cart.find(`选择 ${MUG}`).closest('cart-line').tap('减少一件')
    expect(cart.find('.tab-bar__count').text()).toBe('2')
    expect(cart.find('.cart__total').text()).toContain('¥143.00')
    await cart.tap(`选择 ${RICE_BOWL}`)
    expect(cart.text()).toContain('结算 (1)')

    const line = cart.find(`选择 ${MUG}`).closest('swipe__front')
    line.finger('touchstart', 300, 200)
    line.finger('touchmove', 200, 204)
    line.finger('touchend')
    await cart.settled()
    await cart.tap(`删除 ${MUG}`)
    expect(cart.find('.tab-bar__count').text()).toBe('1')
    await cart.tap('撤销')
    expect(cart.find('.tab-bar__count').text()).toBe('2')
    expect(cart.findAll('.cart-line__name').map(name => name.text())).toEqual([RICE_BOWL, MUG])
    expect(cart.text()).toContain('为你挑的')

    await cart.tap('编辑')
    await cart.tap(`选择 ${RICE_BOWL}`)
    await cart.tap('删除 (1)')
    await cart.find('.question__foot').tap('删除')
    expect(cart.text()).not.toContain(RICE_BOWL)
    expect(cart.find('.tab-bar__count').text()).toBe('1')
  })
})

describe('buying', () => {
  it('asks for an address, counts the freight, takes the payment and asks the server what came of it', async () => {
    const app = await launch(shop, 'ann')
    const detail = await openGoods(app, MUG)
    await detail.find('.bottom-bar').tap('立即购买')
    await detail.find('.sheet').tap('海平线')
    await detail.find('.sheet__foot').tap('立即购买')

    const checkout = app.page()
    expect(checkout.path).toBe('packages/order/checkout/index')
    expect(checkout.text()).toContain('选择地址后计算')
    await checkout.tap('提交订单')
    expect(checkout.text()).toContain('请先选择收货地址')
    expect(await ordersOf(app)).toHaveLength(0)

    await checkout.tap('添加收货地址')
    await app.page().tap('新增地址')
    const form = app.page()
    await form.input('收货人', '林小满')
    await form.input('手机号', '13800138000')
    await form.tap('省、市、区、街道')
    for (const region of ['浙江省', '杭州市', '西湖区', '北山街道']) await form.find('.regions__list').tap(region)
    expect(form.text()).toContain('浙江省 杭州市 西湖区 北山街道')
    await form.input('详细地址', '文三路 1 号')
    await form.tap('设为默认地址')
    await form.tap('保存')
    await app.page().tap('林小满')
    expect(app.page()).toBe(checkout)

    expect(checkout.find('.checkout__address').text()).toContain('浙江省杭州市西湖区北山街道 文三路 1 号')
    expect(checkout.text()).toMatch(/商品合计¥49.00\n运费¥6.00\n应付¥55.00/)
    await checkout.tap('共 1 件 · 明细')
    expect(checkout.find('.sheet').text()).toMatch(
      /商品合计共 1 件¥49.00\n运费按收货地区和件数或重量¥6.00\n应付¥55.00\n微信支付¥55.00/,
    )
    await checkout.find('.sheet').tap('关闭')
    expect(checkout.text()).toContain('《用户协议》')
    await checkout.tap('提交订单')
    const paying = app.page()
    expect(paying.path).toBe('packages/order/paying/index')
    expect(app.stack.pages, 'nobody comes back to a checkout that is done').not.toContain(checkout)
    expect(app.calls('requestPayment')).toHaveLength(1)
    await paying.sees('支付成功')
    expect(paying.text()).toContain('¥55.00')
    expect(paying.find('.recommended').text()).not.toContain(MUG)
    await paying.tap('查看订单')
    expect(app.page().text()).toContain('等待发货')
  })

  it('orders what is selected in the cart, and leaves the rest there', async () => {
    const app = await launch(shop, 'ann')
    await haveAddress(app)
    for (const name of [RICE_BOWL, BACKPACK]) {
      const detail = await openGoods(app, name)
      await detail.find('.bottom-bar').tap('加入购物车')
    }
    const cart = await app.open('/pages/cart/index')
    await cart.tap(`选择 ${RICE_BOWL}`)
    await cart.tap('结算 (1)')
    await app.page().tap('提交订单')
    await app.page().sees('支付成功')
    await app.page().tap('再去逛逛')
    const later = await app.open('/pages/cart/index')
    expect(later.text()).toContain(RICE_BOWL)
    expect(later.find('.tab-bar__count').text()).toBe('1')
  })

  it('orders what two shops sell as two orders, one after the other', async () => {
    const app = await launch(shop, 'ann')
    await haveAddress(app)
    for (const name of [RICE_BOWL, TOTE]) await putIntoCart(shop, tokenOf(app), name)
    const cart = await app.open('/pages/cart/index')
    await cart.tap('结算 (2)')
    await cart.tap('结算 小铺 河坊街店 的商品')
    expect(app.page().text()).toContain(TOTE)
    expect(app.page().text()).not.toContain(RICE_BOWL)
    await app.page().tap('提交订单')
    await app.page().sees('支付成功')
    const later = await app.open('/pages/cart/index')
    await later.tap('结算 (1)')
    expect(app.page().text()).toContain(RICE_BOWL)
  })

  it('orders once, however often the button is tapped', async () => {
    const app = await launch(shop, 'ann')
    await haveAddress(app)
    const checkout = await openCheckout(app, RICE_BOWL)
    const button = checkout.find('提交订单')
    button.touch()
    button.touch()
    await app.settled()
    expect(app.page().path).toBe('packages/order/paying/index')
    expect(await ordersOf(app)).toHaveLength(1)
    expect(app.calls('requestPayment')).toHaveLength(1)
  })
})

const isAdding = (options: unknown): boolean => String((options as { url: string }).url).endsWith('/shopping-cart/add')
