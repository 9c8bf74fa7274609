/** What the shop keeper has set: one request at launch. */
import { create } from 'zustand'
import { listOf, reading, wxapi } from '@/api'
import { type Accent, accentTones } from '@/lib/accent'
import { texts } from '@/texts'
import { keepAnswer, keptAnswer } from './kept'
import { whenBackOnline } from './network'

interface Shop {
  /** Empty until the shop keeper has given one: see `useShopName`. */
  name: string
  /** A demonstration: nothing is charged and nothing is sent. */
  isDemo: boolean
  /** What the search field suggests. */
  searchWords: string[]
  paysFromBalance: boolean
  /** WeChat's own page for who has the shop's official account; empty where there is none. */
  wechatLogin: string
  hasAlipay: boolean
  /** Goods can be fetched at a branch. */
  handsOut: boolean
  /** Bills are paid in the shop itself; money is left there until it comes back. */
  takesBills: boolean
  takesDeposits: boolean
  /** How shoppers reach the shop from a browser; empty where the shop keeper gave none. */
  service: { phone: string; wechat: string; url: string }
  /** What a card of the shop says when somebody sends it on. */
  shareWords: string
  /** Address of the shop's logo; empty where its keeper gave none. */
  logo: string
  accent: { light: Accent; dark: Accent } | undefined
  load(): Promise<void>
}

/** The chat page is WXAPI's own key; it has none for the others. */
const serviceKeys = ['service_phone', 'service_wechat', 'customerServiceChatUrl']
const keys = [
  'mallName',
  'demo',
  'hot_search_words',
  'order_pay_user_balance',
  'ALLOW_SELF_COLLECTION',
  'accentColor',
  ...serviceKeys,
  'share_profile',
  'logo',
  'wechat_login',
  'pay_alipay',
  'pay_bill',
  'pay_deposit',
]

/** What is kept shows the shop's name and colours from the first moment on. */
const KEPT = 'settings'

export const useShop = create<Shop>(set => ({
  ...shopOf(keptAnswer<Settings>(KEPT) ?? {}),
  async load() {
    const settings = await reading(() => listOf(wxapi.queryConfigBatch(keys.join(','))))
    const setting = Object.fromEntries(settings.map(({ key, value }) => [key, value]))
    keepAnswer(KEPT, setting)
    set(shopOf(setting))
  },
}))

type Settings = Record<string, string>

function shopOf(setting: Settings): Omit<Shop, 'load'> {
  return {
    name: setting.mallName ?? '',
    isDemo: setting.demo === '1',
    searchWords: (setting.hot_search_words ?? '').split(/[,，、\s]+/).filter(Boolean),
    paysFromBalance: setting.order_pay_user_balance !== '0',
    wechatLogin: setting.wechat_login ?? '',
    hasAlipay: setting.pay_alipay === '1',
    takesBills: setting.pay_bill === '1',
    takesDeposits: setting.pay_deposit === '1',
    handsOut: setting.ALLOW_SELF_COLLECTION === '1',
    service: {
      phone: setting.service_phone ?? '',
      wechat: setting.service_wechat ?? '',
      url: /^https:\/\//.test(setting.customerServiceChatUrl ?? '') ? (setting.customerServiceChatUrl ?? '') : '',
    },
    shareWords: setting.share_profile ?? '',
    logo: setting.logo ?? '',
    accent: accentTones(setting.accentColor ?? ''),
  }
}

whenBackOnline(() => {
  useShop
    .getState()
    .load()
    .catch(() => undefined)
})

export const useShopName = (): string => useShop(({ name }) => name) || texts.shop.name
