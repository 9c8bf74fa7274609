/** Pricing and placing orders. */
import type { SignedIn } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { inTurn } from '../../turns'
import { checkedRegions } from '../region/checked-regions'
import { findBranch } from '../subshop/store'
import { isMiniProgram, isVirtual, isVirtualPaymentOn } from '../virtual/rules'
import { priceAnswer } from './answers'
import { loadBasket, type OrderRequest } from './basket'
import { type Discounted, discounted } from './discounts'
import { checkLimits } from './limits'
import { place } from './place'
import { priceOf } from './pricing'
import { type Promotion, promoted } from './promotion'
import { placedBefore } from './repeat'
import type { OrderAddress } from './rows'

export async function createOrder(request: OrderRequest, context: SignedIn) {
  refuseUnserved(request)
  if (request.calculate) {
    const { price, discounts } = await priced(request, context)
    await checkLimits(context.db, context, price.lines)
    return priceAnswer(price, discounts)
  }
  try {
    return await placeNew(request, context)
  } catch (error) {
    // A repeat may find the goods sold out, to itself among others: what was placed once is answered all the same.
    const first = error instanceof Refusal ? await placedBefore(context.db, context, request) : undefined
    if (first) return first
    throw error
  }
}

async function placeNew(request: OrderRequest, context: SignedIn) {
  const { price, discounts, regions, promotion } = await priced(request, context)
  if (request.amountExpected !== undefined && request.amountExpected !== price.realFen) {
    throw new Refusal('priceChanged', undefined, { amountReal: price.realFen / 100 })
  }
  const hasPerson = request.address || request.linkMan || request.mobile
  const address = price.needsLogistics || hasPerson ? addressOf(request, regions, price.needsLogistics) : undefined
  const branch = await branchFor(request, context)
  await refuseMixed(context, price)
  // One shopper's orders one after another: at once they would not count each other, and could take every connection.
  return inTurn(`order ${context.merchant.id} ${context.user.id}`, () =>
    context.transaction(tx => place(tx, context, request, { price, discounts }, { address, branch, promotion })),
  )
}

/** The same for a trial and for the order itself, so that they agree to the fen. */
async function priced(
  request: OrderRequest,
  context: SignedIn,
): Promise<Discounted & { regions: ReturnType<typeof checkedRegions>; promotion: Promotion }> {
  const { db, merchant, user, now } = context
  const { basket, promotion } = await promoted(await loadBasket(db, merchant.id, request, now), request, context)
  const regions = checkedRegions(request)
  const destination = [regions.street_id, regions.district_id, regions.city_id, regions.province_id].filter(Boolean)
  const isPickedUp = request.peisongType === 'zq'
  const price = priceOf(basket, { rebateBp: user.rebateBp, isPickedUp, destination })
  return { ...(await discounted(price, request, context)), regions, promotion }
}

/** The branch that hands the goods out. A client that asks for none leaves it to the shop keeper. */
async function branchFor({ peisongType, shopIdZt }: OrderRequest, { db, merchant }: SignedIn) {
  if (peisongType !== 'zq' || !shopIdZt) return undefined
  const branch = await findBranch(db, merchant.id, shopIdZt)
  if (!branch?.hands_out || !branch.is_open) throw new Refusal('branchUnknown')
  return branch
}

type Placed = Awaited<ReturnType<typeof priced>>['price']

/** In the mini-program virtual goods are paid for alone; elsewhere the shopper may pay for all at once. */
async function refuseMixed({ db, gateways, merchant, request }: SignedIn, { lines }: Placed): Promise<void> {
  const isAlone = lines.length === 1
  if (isAlone || !lines.some(line => isVirtual({ supply_type: line.supplyType, supply_kind: line.supplyKind }))) return
  if (isMiniProgram(request.userAgent) && (await isVirtualPaymentOn(db, gateways, merchant.id)))
    throw new Refusal('virtualAlone')
}

/** What other domains will add, and what would change the price if it were passed over in silence. */
function refuseUnserved({ kjid, pingtuanOpenId, payOnDelivery }: OrderRequest): void {
  const asked = (kjid && pingtuanOpenId && '砍价同时拼团') || (payOnDelivery === 1 && '货到付款')
  if (asked) throw new Refusal('optionNotServed', `暂不支持${asked}`)
}

function addressOf(request: OrderRequest, regions: ReturnType<typeof checkedRegions>, isNeeded: boolean): OrderAddress {
  const { linkMan = '', mobile = '', address = '', code = '', latitude, longitude } = request
  if (isNeeded && !(linkMan && mobile && address && regions.province_id)) throw new Refusal('addressRequired')
  return { linkMan, mobile, address, code, latitude, longitude, ...regions }
}
