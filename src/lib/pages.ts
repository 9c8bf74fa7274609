/** The addresses of our pages, and how to go to them. */
import Taro from '@tarojs/taro'
import { goBackByBrowser } from '@/platform/way-back'
import type { Standing } from './paying'

export const pages = {
  home: '/pages/home/index',
  /** Home as it is passed on. */
  front: (query: { inviter?: number | undefined }) => address('/pages/home/index', query),
  category: '/pages/category/index',
  cart: '/pages/cart/index',
  me: '/pages/me/index',
  login: '/packages/user/login/index',
  profile: '/packages/user/profile/index',
  settings: '/packages/user/settings/index',
  addresses: (query: { choose?: boolean } = {}) => address('/packages/user/addresses/index', query),
  address: (query: { id?: number } = {}) => address('/packages/user/address/index', query),
  favourites: '/packages/user/favourites/index',
  search: (query: { k?: string } = {}) => address('/packages/goods/search/index', query),
  purchaseHistory: '/packages/goods/bought/index',
  footprints: '/packages/goods/footprints/index',
  articles: (query: { categoryId?: number | undefined } = {}) => address('/packages/user/articles/index', query),
  article: (id: number) => address('/packages/user/article/index', { id }),
  notices: '/packages/user/notices/index',
  notice: (id: number) => address('/packages/user/notice/index', { id }),
  recharge: '/packages/user/recharge/index',
  recharged: (payment: Standing) => address('/packages/user/recharged/index', { ...payment }),
  feedback: (query: { part?: 'mine' } = {}) => address('/packages/user/feedback/index', query),
  leave: '/packages/user/leave/index',
  bindMobile: '/packages/user/bind-mobile/index',
  payPassword: '/packages/user/pay-password/index',
  cashLog: '/packages/user/cash-log/index',
  /** Written by the shop keeper: about, agreement, privacy, or another. */
  page: (key: string) => address('/packages/user/page/index', { key }),
  goodsList: (
    query: {
      k?: string
      categoryId?: number | undefined
      categoryKey?: string | undefined
      title?: string
      order?: 'newest' | 'sales'
    } = {},
  ) => address('/packages/goods/list/index', query),
  /** `choose` opens the choice. */
  goods: (id: number, query: { inviter?: number | undefined; team?: number; kjid?: number; choose?: boolean } = {}) =>
    address('/packages/goods/detail/index', { id, ...query }),
  reviews: (id: number) => address('/packages/goods/reviews/index', { id }),
  couponCentre: '/packages/coupon/centre/index',
  /** `paid`: the payment that the shopper comes back from. */
  myCoupons: (query: { paid?: string } = {}) => address('/packages/coupon/mine/index', query),
  exchangeCoupon: '/packages/coupon/exchange/index',
  couponGift: (query: { id: number; shareToken: string }) => address('/packages/coupon/gift/index', query),
  sign: '/packages/score/sign/index',
  scoreLog: '/packages/score/log/index',
  levels: '/packages/member/levels/index',
  /** What became of paying for a level. */
  levelPaid: (payment: Standing) => address('/packages/member/paid/index', { ...payment }),
  growth: '/packages/member/growth/index',
  fx: '/packages/member/fx/index',
  team: '/packages/member/team/index',
  commissions: '/packages/member/commissions/index',
  /** `leader`: whose team somebody is invited to. */
  partner: (query: { leader?: number | undefined; inviter?: number | undefined } = {}) =>
    address('/packages/member/partner/index', query),
  withdraw: '/packages/member/withdraw/index',
  /** At a branch: what a code at its counter leads to. */
  bill: (query: { shopId?: number } = {}) => address('/packages/assets/bill/index', query),
  bills: '/packages/assets/bills/index',
  /** `number`: of a bill that was paid from the balance. */
  paid: (query: { what: 'bill' | 'deposit'; number?: string } & Standing) =>
    address('/packages/assets/paid/index', query),
  deposits: '/packages/assets/deposits/index',
  deposit: (id: number) => address('/packages/assets/deposit/index', { id }),
  /** The shop may say how much, and what for. */
  leaveDeposit: (query: { amount?: number; refCode?: string; remark?: string } = {}) =>
    address('/packages/assets/leave-deposit/index', query),
  checkout: (
    query: {
      goodsId?: number
      number?: number
      sku?: string
      additions?: string
      team?: number | undefined
      kjid?: number | undefined
      /** What it is booked for; `days` are separated by commas. */
      days?: string | undefined
      day?: string | undefined
      slot?: string | undefined
      /** What is selected of the cart from this shop: 0 is the shop itself, others are its branches. */
      shop?: number
    } = {},
  ) => address('/packages/order/checkout/index', query),
  paying: (query: { id: number } & Standing) => address('/packages/order/paying/index', query),
  orders: (query: { tab?: string } = {}) => address('/packages/order/list/index', query),
  order: (id: number) => address('/packages/order/detail/index', { id }),
  invoices: '/packages/order/invoices/index',
  invoice: (query: { orderId: number }) => address('/packages/order/invoice/index', query),
  refunds: '/packages/order/refunds/index',
  refundApply: (query: { orderId: number; line?: number | undefined }) =>
    address('/packages/order/refund/index', query),
  refund: (query: { orderId: number; id?: number | undefined }) =>
    address('/packages/order/refund-detail/index', query),
  /** Without `joiner` one's own. */
  bargain: (query: { kjid: number; joiner?: number | undefined; inviter?: number | undefined }) =>
    address('/packages/promotion/bargain/index', query),
  bargains: (query: { tab?: 'mine' } = {}) => address('/packages/promotion/bargains/index', query),
  group: (id: number, query: { inviter?: number | undefined } = {}) =>
    address('/packages/promotion/group/index', { id, ...query }),
  groups: (query: { tab?: 'mine' } = {}) => address('/packages/promotion/groups/index', query),
  review: (id: number) => address('/packages/order/review/index', { id }),
}

/** A page as it is passed on: whoever opens it knows by whom. */
export const passedOn = (url: string, inviter: number | undefined): string =>
  inviter ? `${url}${url.includes('?') ? '&' : '?'}inviter=${inviter}` : url

/** WeChat keeps no more on top of one another; the next one takes the place of the last. */
const MOST_PAGES = 10

const tabs = [pages.home, pages.category, pages.cart, pages.me]

/** Opens a page on top, or the tab that it is. */
export async function open(url: string): Promise<void> {
  if (tabs.includes(url)) await Taro.switchTab({ url })
  else if (Taro.getCurrentPages().length < MOST_PAGES) await Taro.navigateTo({ url })
  else await Taro.redirectTo({ url })
}

/** Opens a page in the place of the one on top. */
export async function replaceBy(url: string): Promise<void> {
  await Taro.redirectTo({ url })
}

/** Back to where the shopper came from; to the shop's front when they came from outside. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack()
  else if (!goBackByBrowser()) Taro.switchTab({ url: pages.home })
}

function address(path: string, query: Record<string, string | number | boolean | undefined>): string {
  const parts = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '' && value !== false)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return parts.length ? `${path}?${parts.join('&')}` : path
}
