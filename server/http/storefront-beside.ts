/**
 * Beside a hosted service this server gives out the storefront too. It was built to ask where it came from, so the page is told
 * whom to ask instead: `src/platform/shop.h5.ts` reads it.
 */
import type { Config } from '../config'

type Beside = NonNullable<Config['upstream']>

/** The hosted service answers on four hosts; any other is taken to answer all on one. */
const HOSTED = {
  api: 'https://api.it120.cc',
  common: 'https://common.apifm.com',
  cms: 'https://cms.apifm.com',
  oss: 'https://oss.apifm.com',
}

const hostsOf = ({ baseUrl }: Beside): typeof HOSTED => {
  const { origin } = new URL(baseUrl)
  return origin === HOSTED.api ? HOSTED : { api: origin, common: origin, cms: origin, oss: origin }
}

/** The servers that such a page asks beside this one. */
export const originsBeside = (beside: Beside | undefined): string[] =>
  beside ? [...new Set(Object.values(hostsOf(beside)))] : []

export function withShop(template: string, beside: Beside): string {
  const subDomain = new URL(beside.baseUrl).pathname.replaceAll('/', '')
  const shop = JSON.stringify({ hosts: hostsOf(beside), subDomain, merchantId: beside.merchantId })
  const script = `<script type="application/json" id="shop">${shop.replaceAll('<', '\\u003c')}</script>`
  return template.replace('<noscript>', () => `${script}<noscript>`)
}
