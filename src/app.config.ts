import { texts } from './texts'

/** In a mini-program WeChat says who the shopper is; there is no login page. */
const userPages = [
  'addresses/index',
  'address/index',
  'profile/index',
  'favourites/index',
  'articles/index',
  'article/index',
  'notices/index',
  'notice/index',
  'page/index',
  'settings/index',
  'recharge/index',
  'recharged/index',
  'cash-log/index',
  'feedback/index',
  'leave/index',
  'bind-mobile/index',
  'pay-password/index',
]
if (process.env.TARO_ENV === 'h5') userPages.push('login/index')

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/category/index', 'pages/cart/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'packages/goods',
      pages: ['search/index', 'list/index', 'detail/index', 'reviews/index', 'bought/index', 'footprints/index'],
    },
    {
      root: 'packages/order',
      pages: [
        'checkout/index',
        'paying/index',
        'list/index',
        'detail/index',
        'review/index',
        'refund/index',
        'refund-detail/index',
        'refunds/index',
        'invoice/index',
        'invoices/index',
      ],
    },
    { root: 'packages/coupon', pages: ['centre/index', 'mine/index', 'exchange/index', 'gift/index'] },
    { root: 'packages/score', pages: ['sign/index', 'log/index'] },
    {
      root: 'packages/member',
      pages: [
        'levels/index',
        'paid/index',
        'growth/index',
        'fx/index',
        'team/index',
        'commissions/index',
        'partner/index',
        'withdraw/index',
      ],
    },
    {
      root: 'packages/assets',
      pages: ['bill/index', 'bills/index', 'paid/index', 'deposits/index', 'deposit/index', 'leave-deposit/index'],
    },
    { root: 'packages/user', pages: userPages },
    { root: 'packages/promotion', pages: ['bargain/index', 'bargains/index', 'group/index', 'groups/index'] },
    // Every component in every state, for whoever works on them.
    ...(process.env.NODE_ENV === 'production' ? [] : [{ root: 'packages/dev', pages: ['gallery/index'] }]),
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/goods'] },
    'pages/category/index': { network: 'all', packages: ['packages/goods'] },
    'pages/cart/index': { network: 'all', packages: ['packages/order'] },
    'pages/me/index': { network: 'all', packages: ['packages/order', 'packages/user'] },
    'packages/goods/detail/index': { network: 'all', packages: ['packages/order'] },
  },
  tabBar: {
    custom: true,
    color: '#6f675e',
    selectedColor: '#c8381a',
    backgroundColor: '#ffffff',
    list: [
      { pagePath: 'pages/home/index', text: texts.tabs.home },
      { pagePath: 'pages/category/index', text: texts.tabs.category },
      { pagePath: 'pages/cart/index', text: texts.tabs.cart },
      { pagePath: 'pages/me/index', text: texts.tabs.me },
    ],
  },
  window: {
    navigationBarTitleText: texts.shop.name,
    navigationBarBackgroundColor: '@paper',
    navigationBarTextStyle: '@ink' as 'black',
    backgroundColor: '@paper',
    backgroundTextStyle: '@dots' as 'dark',
    // A screen before the end, so that a list is longer before the thumb gets there.
    onReachBottomDistance: 600,
    navigationStyle: process.env.TARO_ENV === 'h5' ? 'custom' : 'default',
  },
  darkmode: true,
  themeLocation: 'theme.json',
  /** WeChat asks by our own sheet: `components/PrivacySheet`. */
  __usePrivacyCheck__: true,
  lazyCodeLoading: 'requiredComponents',
  requiredPrivateInfos: ['chooseAddress', 'chooseLocation'],
})
