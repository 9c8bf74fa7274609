/** What each page asks the shop first, as the storefront's methods write it: the server asks it for them. */
interface Shop {
  subDomain: string
  merchantId: string
}

/** By what they are for; the values are addresses whose fields are in the order of their names. */
export type Asked = Record<string, string>

/** As `src/stores/shop.ts` asks for them, in its order; `test/h5/first-load.test.ts` notices when they part. */
const SETTINGS =
  'mallName,demo,hot_search_words,order_pay_user_balance,ALLOW_SELF_COLLECTION,accentColor,service_phone,service_wechat,customerServiceChatUrl,share_profile,logo,wechat_login,pay_alipay,pay_bill,pay_deposit'

/** Nothing but the settings for pages that show what belongs to somebody. */
export function firstQuestions({ subDomain, merchantId }: Shop, path: string, query: URLSearchParams): Asked {
  const of = (address: string, fields: Record<string, string | number> = {}) =>
    `/${subDomain}${address}?${sorted(fields)}`
  const settings = of('/config/values', { keys: SETTINGS })
  if (path === '/' || path === '/pages/home/index') {
    return {
      settings,
      banners: of('/banner/list', { type: 'index' }),
      categories: of('/shop/goods/category/all'),
      notice: of('/notice/last-one'),
      articles: `/${merchantId}/cms/news/list/v2?${sorted({ isRecommend: 'true', pageSize: 6 })}`,
      sales: of('/shop/goods/list/v2', { miaosha: 'true', page: 1, pageSize: 6 }),
      bargains: of('/shop/goods/list/v2', { kanjia: 'true', page: 1, pageSize: 6 }),
      groups: of('/shop/goods/list/v2', { page: 1, pageSize: 6, pingtuan: 'true' }),
      arrivals: of('/shop/goods/list/v2', { orderBy: 'addedDown', page: 1, pageSize: 10 }),
      goods: of('/shop/goods/list/v2', { page: 1, pageSize: 20, recommendStatus: 1 }),
    }
  }
  if (path === '/pages/category/index') return { settings, categories: of('/shop/goods/category/all') }
  const id = Number(query.get('id'))
  if (!Number.isSafeInteger(id) || id <= 0) return { settings }
  if (path === '/packages/user/article/index')
    return { settings, article: `/${merchantId}/cms/news/detail/v2?${sorted({ id })}` }
  if (path === '/packages/user/notice/index') return { settings, notice: of('/notice/detail', { id }) }
  if (path === '/packages/goods/detail/index') {
    return {
      settings,
      product: of('/shop/goods/detail', { id }),
      coupons: of('/discounts/coupons', { refId: id }),
      reviews: of('/shop/goods/reputation/v2', { goodsId: id, page: 1, pageSize: 1 }),
    }
  }
  return { settings }
}

const sorted = (fields: Record<string, string | number>): string =>
  new URLSearchParams(
    Object.entries(fields)
      .map(([name, value]) => [name, String(value)] as [string, string])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ).toString()
