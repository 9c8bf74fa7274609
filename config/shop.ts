/** Which shop the storefront is built for: from the environment, then `.env` in the repository's root. */
import { existsSync } from 'node:fs'

if (existsSync('.env')) process.loadEnvFile('.env')

const { WXAPI_BASE, WXAPI_API, WXAPI_COMMON, WXAPI_CMS, WXAPI_OSS } = process.env
const { SHOP_SUBDOMAIN = 'demo', SHOP_MERCHANT_ID = '1', WEAPP_APPID = 'touristappid', SUPPLY_PROXY = '' } = process.env

/** The browser asks where it was loaded from; a mini-program has to be told. */
const base = WXAPI_BASE ?? (process.env.TARO_ENV === 'h5' ? '' : 'http://127.0.0.1:3000')

const withoutSlash = (address: string) => address.replace(/\/+$/, '')

export const shop = {
  hosts: {
    api: withoutSlash(WXAPI_API ?? base),
    common: withoutSlash(WXAPI_COMMON ?? base),
    cms: withoutSlash(WXAPI_CMS ?? base),
    oss: withoutSlash(WXAPI_OSS ?? base),
  },
  subDomain: SHOP_SUBDOMAIN,
  merchantId: SHOP_MERCHANT_ID,
  /** Beside a hosted service: the server that buys card codes for its orders. */
  supplyProxy: withoutSlash(SUPPLY_PROXY),
}

/** Whether the browser asks the server that it was loaded from. */
export const isWithServer = ![WXAPI_BASE, WXAPI_API, WXAPI_COMMON, WXAPI_CMS].some(Boolean)

/** Other servers than the one it was loaded from that the browser asks. */
export const otherOrigins = [...new Set([...Object.values(shop.hosts), shop.supplyProxy])]
  .filter(address => /^https?:/.test(address))
  .map(address => new URL(address).origin)

export const appid = WEAPP_APPID
