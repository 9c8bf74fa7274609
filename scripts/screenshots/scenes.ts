/** What is pictured: every page, in each of its states that a shopper meets. */
import type { Page } from 'playwright-core'
import { dataOf } from '../../src/api/client'
import { freshMobile, type Resident } from '../../test/h5/support/resident'
import { swipe } from '../../test/h5/support/swipe'
import {
  firstSku,
  freeDays,
  goodsId,
  HOMESTAY,
  HONEY,
  JASMINE,
  KEYBOARD,
  PHONE_TOPUP,
  POTTERY,
  RICE_BOWL,
  SOLD_OUT,
  TEA,
  TERRARIUM,
  TOTE,
} from '../../test/support/demo-goods'
import { signIn } from '../../test/support/people'
import type { DemoShop } from '../../test/support/shop-at'

/** What our own Chinese words are called in the language of the page; those of the shop keeper stay. */
export type Said = (words: string) => string

export interface Scene {
  name: string
  path: string
  /** Whoever is signed in. */
  token?: string
  /** What is done before the picture is taken. */
  act?(page: Page, said: Said): Promise<unknown>
  width?: number
}

const toEnd = (page: Page) =>
  page.evaluate(() => {
    for (const element of document.querySelectorAll('.taro_page_show, .category__goods')) element.scrollTo(0, 1e6)
  })
const tap = (text: string) => (page: Page, said: Said) => page.getByText(said(text), { exact: true }).last().tap()
/** A name that the shop keeper gave, though one of our own words is written alike. */
const tapNamed = (name: string) => (page: Page) => page.getByText(name, { exact: true }).last().tap()
const inTurn =
  (...acts: Array<(page: Page, said: Said) => Promise<unknown>>) =>
  async (page: Page, said: Said) => {
    for (const act of acts) {
      await act(page, said)
      await page.waitForTimeout(400)
    }
  }

/** Looks at goods, one after the other, and comes back. */
const walked = (origin: string, ids: ReadonlyArray<number | undefined>) => async (page: Page) => {
  const back = page.url()
  for (const id of ids) {
    await page.goto(`${origin}/packages/goods/detail/index?id=${id}`)
    await page.locator('.headline').first().waitFor()
  }
  await page.goto(back)
}

export async function scenesOf(
  shop: DemoShop,
  { token, uid, fan, orders, refunds, recharge, bargain, team, branch, bills, deposits }: Resident,
): Promise<Scene[]> {
  const id = (name: string) => goodsId(shop, name)
  const goods = async (name: string) => `/packages/goods/detail/index?id=${await id(name)}`
  /** Somebody with nothing unfinished, and nobody else's name. */
  const { token: leaver } = await signIn(shop, `leaver-${freshMobile()}`)
  const order = (of: keyof Resident['orders']) => `/packages/order/detail/index?id=${orders[of]}`
  const [tea, keyboard, tote, soldOut, topUp] = await Promise.all([TEA, KEYBOARD, TOTE, SOLD_OUT, PHONE_TOPUP].map(id))
  const room = await id(HOMESTAY)
  const stay = await freeDays(shop, room, 3)
  const [{ id: article = 0 } = {}] = await dataOf(shop.wxapi.cmsArticles())
  const [{ id: notice = 0 } = {}] = (await dataOf(shop.wxapi.noticeList())).dataList
  return [
    { name: '01-home', path: '/', token },
    { name: '02-home-end', path: '/', token, act: toEnd },
    { name: '03-notice', path: '/', act: tap('下单前看一眼：发货与运费') },
    { name: '04-category', path: '/pages/category/index' },
    { name: '05-category-part', path: '/pages/category/index', act: inTurn(tapNamed('卡券'), tapNamed('兑换券')) },
    { name: '06-list', path: '/packages/goods/list/index' },
    { name: '07-search', path: '/packages/goods/search/index' },
    { name: '08-list-none', path: `/packages/goods/list/index?k=${encodeURIComponent('没有这种东西')}` },
    { name: '09-list-filter', path: '/packages/goods/list/index', act: tap('筛选') },
    {
      name: '09-list-rows',
      path: '/packages/goods/list/index',
      act: inTurn(
        (page, said) => page.getByLabel(said('看列表')).tap(),
        tap('筛选'),
        page => page.getByRole('radio', { name: '手作' }).tap(),
        tap('看结果'),
      ),
    },
    {
      name: '07-search-typing',
      path: '/packages/goods/search/index',
      act: (page, said) => page.getByLabel(said('搜索商品')).fill('茶'),
    },
    { name: '10-goods', path: await goods(TEA), token },
    { name: '11-goods-end', path: await goods(TEA), token, act: toEnd },
    { name: '12-goods-guest', path: `/packages/goods/detail/index?id=${tote}` },
    { name: '13-goods-sold-out', path: `/packages/goods/detail/index?id=${soldOut}` },
    { name: '14-sku', path: `/packages/goods/detail/index?id=${tote}`, act: tap('加入购物车') },
    {
      name: '15-sku-sold-out',
      path: `/packages/goods/detail/index?id=${keyboard}`,
      act: inTurn(tap('立即购买'), tap('夜色')),
    },
    { name: '15-share', path: await goods(TEA), token, act: (page, said) => page.getByLabel(said('分享')).tap() },
    {
      name: '15-poster',
      path: await goods(TEA),
      token,
      act: inTurn(
        (page, said) => page.getByLabel(said('分享')).tap(),
        tap('生成海报'),
        page => page.locator('img.poster__picture').waitFor(),
      ),
    },
    { name: '15-service', path: await goods(TEA), act: tap('客服') },
    { name: '15-booking', path: await goods(HOMESTAY), token },
    { name: '15-booking-days-none', path: `${await goods(HOMESTAY)}&choose=true`, token },
    { name: '15-booking-slots-none', path: `${await goods(POTTERY)}&choose=true`, token },
    {
      name: '15-booking-days',
      path: await goods(HOMESTAY),
      token,
      act: inTurn(
        (page, said) => page.getByText(said('选择日期'), { exact: true }).first().tap(),
        page => page.locator('.sku__value').first().tap(),
        ...[0, 2].map(nth => (page: Page) => page.locator('.calendar__day:not(.calendar__day--off)').nth(nth).tap()),
      ),
    },
    {
      name: '15-booking-slots',
      path: await goods(POTTERY),
      token,
      act: inTurn(tap('立即预订'), page => page.locator('.slots__slot:not([aria-disabled=true])').first().tap()),
    },
    {
      name: '22-checkout-days',
      path: `/packages/order/checkout/index?goodsId=${room}&number=1&sku=${await firstSku(shop, room ?? 0)}&days=${stay.join(',')}`,
      token,
    },
    { name: '31-order-stay', path: order('stay'), token },
    { name: '16-reviews', path: `/packages/goods/reviews/index?id=${tea}` },
    { name: '17-cart', path: '/pages/cart/index', token },
    {
      name: '18-cart-swiped',
      path: '/pages/cart/index',
      token,
      act: page => swipe(page, page.locator('.cart-line').nth(1), -90),
    },
    { name: '18-cart-edit', path: '/pages/cart/index', token, act: tap('编辑') },
    { name: '18-cart-split', path: '/pages/cart/index', token, act: page => page.locator('.cart__sum .button').tap() },
    { name: '19-cart-guest', path: '/pages/cart/index' },
    { name: '20-checkout', path: '/packages/order/checkout/index?shop=0', token },
    {
      name: '21-checkout-explained',
      path: '/packages/order/checkout/index?shop=0',
      token,
      act: page => page.locator('.checkout__explain').tap(),
    },
    { name: '21-checkout-end', path: '/packages/order/checkout/index?shop=0', token, act: toEnd },
    {
      name: '22-checkout-top-up',
      path: `/packages/order/checkout/index?goodsId=${topUp}&number=1`,
      token,
      act: tap('提交订单'),
    },
    { name: '22-checkout-pick-up', path: '/packages/order/checkout/index?shop=0', token, act: tap('到店自取') },
    {
      name: '22-checkout-branches',
      path: '/packages/order/checkout/index?shop=0',
      token,
      act: inTurn(tap('到店自取'), (page, said) => page.getByLabel(said('选择自取门店')).first().tap()),
    },
    { name: '36-order-pick-up', path: order('pickUp'), token },
    { name: '23-paying-codes', path: `/packages/order/paying/index?id=${orders.codes}`, token },
    { name: '24-paying-unpaid', path: `/packages/order/paying/index?id=${orders.unpaid}`, token },
    { name: '25-paying-paid', path: `/packages/order/paying/index?id=${orders.toShip}`, token },
    { name: '25-paying-team', path: `/packages/order/paying/index?id=${orders.team}`, token },
    { name: '26-orders', path: '/packages/order/list/index', token },
    { name: '27-orders-end', path: '/packages/order/list/index', token, act: toEnd },
    { name: '28-orders-none', path: '/packages/order/list/index', token: leaver },
    { name: '29-order-unpaid', path: order('unpaid'), token },
    { name: '30-order-pay', path: order('unpaid'), token, act: tap('付款') },
    { name: '31-order-to-ship', path: order('toShip'), token },
    { name: '31-order-team', path: order('team'), token },
    { name: '32-order-shipped', path: order('shipped'), token },
    { name: '33-order-shipped-end', path: order('shipped'), token, act: toEnd },
    { name: '34-order-confirm', path: order('shipped'), token, act: tap('确认收货') },
    { name: '35-order-codes', path: order('codes'), token },
    { name: '36-order-top-up', path: order('topUp'), token },
    { name: '37-order-closed', path: order('closed'), token },
    { name: '38-review', path: `/packages/order/review/index?id=${orders.received}`, token },
    { name: '37-invoice', path: `/packages/order/invoice/index?orderId=${orders.received}`, token },
    { name: '37-invoice-asked', path: `/packages/order/invoice/index?orderId=${orders.reviewed}`, token },
    { name: '37-invoices', path: '/packages/order/invoices/index', token },
    { name: '38-refund', path: `/packages/order/refund/index?orderId=${orders.received}`, token },
    { name: '38-refund-two', path: `/packages/order/refund/index?orderId=${orders.shipped}`, token },
    {
      name: '38-refund-reason',
      path: `/packages/order/refund/index?orderId=${orders.received}`,
      token,
      act: tap('请选择'),
    },
    { name: '38-refund-none', path: `/packages/order/refund/index?orderId=${orders.unpaid}`, token },
    { name: '38-refunding-asked', path: `/packages/order/refund-detail/index?orderId=${refunds.asked}`, token },
    { name: '38-refunding-send', path: `/packages/order/refund-detail/index?orderId=${refunds.sendBack}`, token },
    {
      name: '38-refunding-send-sheet',
      path: `/packages/order/refund-detail/index?orderId=${refunds.sendBack}`,
      token,
      act: tap('填写寄回的运单'),
    },
    { name: '38-refunding-paid', path: `/packages/order/refund-detail/index?orderId=${refunds.paid}`, token },
    { name: '38-refunds', path: '/packages/order/refunds/index', token },
    { name: '70-coupons', path: '/packages/coupon/centre/index', token },
    { name: '71-coupons-guest', path: '/packages/coupon/centre/index' },
    { name: '72-my-coupons', path: '/packages/coupon/mine/index', token },
    {
      name: '73-my-coupons-used',
      path: '/packages/coupon/mine/index',
      token,
      // Its name counts what is there.
      act: page => page.getByRole('tab').nth(1).tap(),
    },
    { name: '74-coupon-exchange', path: '/packages/coupon/exchange/index', token },
    { name: '75-coupon-gift', path: '/packages/coupon/gift/index?id=1&shareToken=picture', token },
    { name: '76-goods-coupons', path: await goods(TEA), token, act: page => page.locator('.coupon-chips').tap() },
    {
      name: '77-checkout-coupons',
      path: '/packages/order/checkout/index?shop=0',
      token,
      act: page => page.locator('.cell--wide').first().tap(),
    },
    {
      name: '77-checkout-coupons-unfit',
      path: `/packages/order/checkout/index?goodsId=${await id(RICE_BOWL)}&number=1`,
      token,
      act: inTurn(
        page => page.locator('.cell--wide').first().tap(),
        page => page.locator('.checkout__unfit').scrollIntoViewIfNeeded(),
      ),
    },
    { name: '78-sign', path: '/packages/score/sign/index', token },
    { name: '79-score-log', path: '/packages/score/log/index', token },
    {
      name: '80-score-exchange',
      path: '/packages/score/log/index',
      token,
      act: page => page.locator('.account-log__ways .button').first().tap(),
    },
    { name: '81-levels', path: '/packages/member/levels/index', token },
    {
      name: '81-levels-buy',
      path: '/packages/member/levels/index',
      token,
      act: page => page.locator('.member__actions .button').first().tap(),
    },
    { name: '81-level-paid', path: `/packages/member/paid/index?outTradeId=${recharge}`, token },
    { name: '82-growth', path: '/packages/member/growth/index', token },
    { name: '83-fx', path: '/packages/member/fx/index', token },
    {
      name: '83-fx-poster',
      path: '/packages/member/fx/index',
      token,
      act: inTurn(
        page => page.locator('.member__link').last().tap(),
        page => page.locator('img.poster__picture').waitFor(),
      ),
    },
    { name: '84-fx-join', path: '/packages/member/fx/index', token: leaver },
    { name: '85-team', path: '/packages/member/team/index', token },
    { name: '86-commissions', path: '/packages/member/commissions/index', token },
    { name: '87-withdraw', path: '/packages/member/withdraw/index', token },
    { name: '88-partner', path: '/packages/member/partner/index', token },
    { name: '89-partner-invited', path: `/packages/member/partner/index?leader=${uid}`, token: leaver },
    { name: '89-partner-member', path: '/packages/member/partner/index', token: fan },
    { name: '88-fx-month', path: '/packages/member/fx/index', token, act: tap('30 天') },
    { name: '90-bill', path: `/packages/assets/bill/index?shopId=${branch}`, token },
    {
      name: '91-bill-reduced',
      path: `/packages/assets/bill/index?shopId=${branch}`,
      token,
      act: (page, said) => page.getByLabel(said('消费金额')).fill('258'),
    },
    {
      name: '92-bill-pay',
      path: '/packages/assets/bill/index',
      token,
      act: inTurn(
        (page, said) => page.getByLabel(said('消费金额')).fill('258'),
        page => page.locator('.bottom-bar .button').tap(),
      ),
    },
    { name: '92-bill-unknown', path: '/packages/assets/bill/index?shopId=99999', token },
    { name: '93-bill-paid', path: `/packages/assets/paid/index?what=bill&number=${bills.number}`, token },
    { name: '93-bill-paid-online', path: `/packages/assets/paid/index?what=bill&outTradeId=${bills.online}`, token },
    { name: '94-bills', path: '/packages/assets/bills/index', token },
    { name: '94-bills-none', path: '/packages/assets/bills/index', token: leaver },
    { name: '95-deposits', path: '/packages/assets/deposits/index', token },
    { name: '95-deposits-none', path: '/packages/assets/deposits/index', token: leaver },
    { name: '96-deposit', path: `/packages/assets/deposit/index?id=${deposits.paid}`, token },
    { name: '96-deposit-asked', path: `/packages/assets/deposit/index?id=${deposits.askedBack}`, token },
    { name: '96-deposit-back', path: `/packages/assets/deposit/index?id=${deposits.back}`, token },
    { name: '97-leave-deposit', path: '/packages/assets/leave-deposit/index', token },
    {
      name: '97-leave-deposit-asked',
      path: `/packages/assets/leave-deposit/index?amount=120&refCode=${encodeURIComponent('茶席 3 号')}&remark=${encodeURIComponent('借出的茶具')}`,
      token,
    },
    {
      name: '98-bill-320',
      path: `/packages/assets/bill/index?shopId=${branch}`,
      token,
      width: 320,
      act: (page, said) => page.getByLabel(said('消费金额')).fill('1258.80'),
    },
    { name: '98-deposits-320', path: '/packages/assets/deposits/index', token, width: 320 },
    { name: '98-fx-320', path: '/packages/member/fx/index', token, width: 320 },
    { name: '39-me', path: '/pages/me/index', token },
    { name: '40-me-guest', path: '/pages/me/index' },
    { name: '41-addresses', path: '/packages/user/addresses/index', token },
    { name: '42-address-new', path: '/packages/user/address/index', token },
    {
      name: '43-regions',
      path: '/packages/user/address/index',
      token,
      act: inTurn(tap('省、市、区、街道'), tap('浙江省')),
    },
    { name: '44-profile', path: '/packages/user/profile/index', token },
    { name: '45-favourites', path: '/packages/user/favourites/index', token },
    { name: '45-bought', path: '/packages/goods/bought/index', token },
    { name: '45-bought-edit', path: '/packages/goods/bought/index', token, act: tap('管理') },
    { name: '45-footprints-none', path: '/packages/goods/footprints/index' },
    {
      name: '45-footprints',
      path: '/packages/goods/footprints/index',
      act: inTurn(walked(shop.origin, [tea, keyboard, tote, soldOut])),
    },
    { name: '51-settings', path: '/packages/user/settings/index', token },
    { name: '46-login', path: '/packages/user/login/index' },
    { name: '52-feedback', path: '/packages/user/feedback/index', token },
    { name: '53-feedback-mine', path: '/packages/user/feedback/index?part=mine', token },
    { name: '54-leave-open', path: '/packages/user/leave/index', token },
    { name: '55-leave', path: '/packages/user/leave/index', token: leaver },
    { name: '56-bind-mobile', path: '/packages/user/bind-mobile/index', token },
    { name: '57-pay-password', path: '/packages/user/pay-password/index', token },
    { name: '50-recharge', path: '/packages/user/recharge/index', token },
    { name: '50-recharged', path: `/packages/user/recharged/index?outTradeId=${recharge}`, token },
    { name: '50-recharged-unknown', path: '/packages/user/recharged/index?outTradeId=none', token },
    { name: '51-cash-log', path: '/packages/user/cash-log/index', token },
    { name: '60-articles', path: '/packages/user/articles/index' },
    { name: '61-article', path: `/packages/user/article/index?id=${article}`, token },
    { name: '62-article-end', path: `/packages/user/article/index?id=${article}`, token, act: toEnd },
    { name: '63-notices', path: '/packages/user/notices/index' },
    { name: '64-notice', path: `/packages/user/notice/index?id=${notice}` },
    { name: '65-about', path: '/packages/user/page/index?key=about' },
    { name: '66-agreement', path: '/packages/user/page/index?key=agreement' },
    { name: '67-privacy', path: '/packages/user/page/index?key=privacy' },
    { name: '70-goods-group', path: await goods(JASMINE), token },
    { name: '70-goods-bargain', path: await goods(HONEY), token },
    { name: '70-goods-sale', path: await goods(TERRARIUM), token },
    { name: '71-bargain', path: `/packages/promotion/bargain/index?kjid=${bargain.kjid}`, token },
    {
      name: '71-bargain-poster',
      path: `/packages/promotion/bargain/index?kjid=${bargain.kjid}`,
      token,
      act: inTurn(tap('海报'), page => page.locator('.poster img').waitFor()),
    },
    {
      name: '72-bargain-friend',
      path: `/packages/promotion/bargain/index?kjid=${bargain.kjid}&joiner=${bargain.joiner}`,
      token: leaver,
    },
    { name: '73-bargains', path: '/packages/promotion/bargains/index', token },
    { name: '74-bargains-mine', path: '/packages/promotion/bargains/index?tab=mine', token },
    { name: '75-bargains-none', path: '/packages/promotion/bargains/index?tab=mine', token: leaver },
    { name: '76-group', path: `/packages/promotion/group/index?id=${team}`, token },
    { name: '77-group-join', path: `/packages/promotion/group/index?id=${team}`, token: leaver },
    { name: '78-groups', path: '/packages/promotion/groups/index' },
    { name: '78-groups-mine', path: '/packages/promotion/groups/index?tab=mine', token },
    { name: '79-groups-none', path: '/packages/promotion/groups/index?tab=mine', token: leaver },
    { name: '47-gone', path: '/packages/goods/detail/index?id=999999' },
    { name: '48-home-320', path: '/', token, width: 320 },
    { name: '49-cart-320', path: '/pages/cart/index', token, width: 320 },
    { name: '50-order-320', path: order('unpaid'), token, width: 320 },
  ]
}
