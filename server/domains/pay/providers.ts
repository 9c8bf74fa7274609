import type { Gateways } from '../../gateways'
import { Refusal } from '../../http/refusal'
import type { PayProvider } from '../../ledger/ledger'
import type { Services } from '../../services'
import type { Biller, Provider, ProviderKind } from './port'
import { alipay } from './providers/alipay'
import { wechatpay } from './providers/wechatpay'
import { wechatpayV2 } from './providers/wechatpay-v2'
import { xpay } from './providers/xpay'

/** One line each. */
const kinds: Readonly<Record<PayProvider, ProviderKind>> = { wechatpay, wechatpayV2, alipay, xpay }

export const titleOf = (provider: string): string => kinds[provider as PayProvider]?.title ?? ''

/** Those whose bills this server can fetch. */
export const billersOf = (gateways: Gateways): Biller[] =>
  (Object.keys(kinds) as PayProvider[]).flatMap(provider => {
    const bill = kinds[provider].bill?.(gateways)
    return bill ? [{ provider, bill }] : []
  })

/** Where a provider tells us of payments and refunds, when nobody's request says where we were found. */
export const notifyUrlOf = ({ publicUrl, port }: Services['config'], provider: string, merchantId: number): string =>
  `${publicUrl ?? `http://127.0.0.1:${port}`}/notify/${provider}/${merchantId}`

/** Refuses `payNotOpen` where this server has no account there. */
export function providerOf(gateways: Gateways, name: string): Provider {
  const provider = kinds[name as PayProvider]?.of(gateways)
  if (!provider) throw new Refusal('payNotOpen')
  return provider
}
