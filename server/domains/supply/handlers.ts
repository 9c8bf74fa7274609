/** What the proxy that stands beside a hosted WXAPI answers. */
import type { ErrorName } from '../../../contract/errors'
import type { supply } from '../../../contract/supply'
import { GatewayError } from '../../gateways/error'
import type { UpstreamOrder } from '../../gateways/wxapi'
import type { Anywhere, Handlers } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { fieldFor } from './catalogue/sync'
import { answerFor, NOTHING } from './upstream/answer'
import { fieldNames } from './upstream/links'
import { findMirror, mirrorOrder } from './upstream/mirror'

export const supplyHandlers: Handlers<typeof supply> = {
  async supplyOfOrder({ token, orderId }, anywhere) {
    // One hosted shop, one of ours: an order must not be bought for in two.
    const merchant = orRefuse(await anywhere.merchants.first(), 'shopUnknown')
    const seen = await askUpstream(anywhere, token, orderId)
    const known = await findMirror(anywhere.db, merchant.id, seen)
    if (seen.status === 0) throw new Refusal('supplyUnpaid')
    if (!known) refuseUnsound(seen)
    const mirror = await mirrorOrder(anywhere, merchant.id, seen, known)
    return mirror ? answerFor(anywhere, merchant, mirror) : NOTHING
  },

  async supplyFields({ goodsIds }, { db, merchants, gateways }) {
    orRefuse(gateways.upstream, 'notFound')
    const merchant = orRefuse(await merchants.first(), 'shopUnknown')
    return (await fieldNames(db, merchant.id, goodsIds.map(String))).map(fieldFor)
  },
}

async function askUpstream({ gateways, log }: Anywhere, token: string, orderId: number): Promise<UpstreamOrder> {
  try {
    return await orRefuse(gateways.upstream, 'notFound').orderDetail(token, orderId)
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    const refusal = refusals[error.code] ?? 'upstreamOdd'
    if (error.sent !== 'yes') log.warn({ err: error }, 'the hosted service was no help')
    throw new Refusal(refusal)
  }
}

const refusals: Readonly<Record<string, ErrorName>> = {
  loginRequired: 'loginRequired',
  orderUnknown: 'orderUnknown',
  unreachable: 'upstreamAway',
  connectTimeout: 'upstreamAway',
  sendTimeout: 'upstreamSlow',
  timeout: 'upstreamSlow',
  busy: 'upstreamSlow',
  broken: 'upstreamAway',
}

/** For an order that nothing was bought for yet. */
function refuseUnsound({ status, isRefunded }: UpstreamOrder): void {
  if (isRefunded) throw new Refusal('supplyRefunded')
  if (status < 0) throw new Refusal('supplyClosed')
}
