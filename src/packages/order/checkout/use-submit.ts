import Taro from '@tarojs/taro'
import md5 from 'crypto-js/md5'
import { useEffect, useRef, useState } from 'react'
import { asMe, type PlacedOrder, WxapiError, wxapi } from '@/api'
import { isBooked } from '@/lib/booked'
import { type CheckoutLine, fieldProblem, trimmed, withAnswers } from '@/lib/order-lines'
import { pages } from '@/lib/pages'
import type { PayMethod } from '@/lib/paying'
import { randomKey } from '@/lib/random-key'
import { askConsent, prepareConsent } from '@/platform/consent'
import { useCart } from '@/stores/cart'
import { say } from '@/stores/saying'
import { texts } from '@/texts/order'
import { codes } from '../../../../contract/codes'
import { payFor } from '../paying-for'
import { isBookedOut } from './booked-out'
import { type Checkout, NO_COUPON, placeOf, WHOLE_ORDER } from './use-checkout'
import { pickedUpAt } from './use-pick-up'

/** Places the order once, whatever is tapped or lost on the way, and goes on to pay it. */
export function useSubmit(checkout: Checkout, remark: string, method: PayMethod) {
  const visit = useRef(randomKey())
  const isRunning = useRef(false)
  const [isBusy, setBusy] = useState(false)
  const [isChecked, setChecked] = useState(false)
  useEffect(() => void prepareConsent(), [])

  const submit = async () => {
    if (isRunning.current) return
    setChecked(true)
    const problem = problemOf(checkout)
    if (problem) return say(problem)
    isRunning.current = true
    // Before anything else that takes time: WeChat asks only as the first thing of a tap.
    await askConsent(checkout.deal.pingtuanOpenId === undefined ? 'order' : 'group')
    setBusy(true)
    try {
      await goOn(await place(checkout, remark, visit.current), method)
    } catch (error) {
      report(error, checkout)
    }
    isRunning.current = false
    setBusy(false)
  }
  return { submit, isBusy, isChecked }
}

function problemOf({ price, address, asked, answers, pickUp }: Checkout): string | undefined {
  if (pickUp.way === 'zq') {
    if (!pickUp.branch) return texts.checkout.needShop
    if (!pickUp.person.linkMan.trim() || !isMobile(pickUp.person.mobile)) return texts.checkout.needPerson
  }
  if (price.data?.isNeedLogistics && !address) return texts.checkout.needAddress
  for (const { goodsId, fields } of asked) {
    for (const field of fields) {
      const problem = fieldProblem(field, answers[goodsId] ?? {})
      if (problem === 'missing') return texts.checkout.fieldMissing(field.label)
      if (problem === 'wrong') return texts.checkout.fieldWrong(field.label)
    }
  }
  return undefined
}

const isMobile = (text: string): boolean => /^1[3-9]\d{9}$/.test(text.trim())

async function place(checkout: Checkout, remark: string, visit: string): Promise<PlacedOrder> {
  const { basket, address, price, answers, pickUp, deal } = checkout
  const { lines = [], shop } = basket.data ?? {}
  const order = {
    goodsJsonStr: withAnswers(lines, answers),
    ...(answers[WHOLE_ORDER] && { extJsonStr: trimmed(answers[WHOLE_ORDER]) }),
    ...(shop && { filterShopId: shop.id }),
    ...deal,
    ...(remark.trim() && { remark: remark.trim() }),
    ...(price.data?.isNeedLogistics && address && placeOf(address)),
    ...(pickUp.way === 'zq' && pickedUpAt(pickUp)),
    // Whoever booked comes, and shows a code: without one it would be over as soon as it is paid.
    ...(!price.data?.isNeedLogistics && areVisits(lines) && { isCanHx: true }),
    // The one that was shown, or none: not a better one that came meanwhile.
    couponId: String(price.data?.couponId[0] ?? NO_COUPON),
    ...(price.data?.deductionScore && { deductionScore: price.data.deductionScore }),
  }
  const placed = await asMe(token =>
    wxapi.orderCreate({
      token,
      ...order,
      idempotencyKey: keyOf(visit, order),
      ...(price.data && { amountExpected: price.data.amountReal }),
    }),
  )
  const { refresh, remove } = useCart.getState()
  // The order is placed: a cart that cannot be read just now is no reason to stay here.
  await refresh().catch(() => undefined)
  await remove(lines.flatMap(({ key }) => key ?? []))
  return placed
}

const areVisits = (lines: readonly CheckoutLine[]) => lines.every(({ request }) => isBooked(request))

/** The server answers a repeat with the first order; what was changed in between is another order. */
const keyOf = (visit: string, order: object): string => `${visit}-${md5(JSON.stringify(order))}`

/** From here on there is an order: whatever happens next, the shopper does not come back to this page. */
async function goOn({ id, status, amountReal }: PlacedOrder, method: PayMethod): Promise<void> {
  if (id === undefined) return
  if (status !== 0) {
    await Taro.redirectTo({ url: pages.paying({ id }) })
    return
  }
  try {
    await payFor({ id, amount: amountReal }, method, true)
  } catch (error) {
    say(error)
    await Taro.redirectTo({ url: pages.order(id) })
  }
}

function report(error: unknown, { price, basket }: Checkout): void {
  const isChanged =
    error instanceof WxapiError && (error.code === codes.priceChanged || error.code === codes.couponNotUsable)
  say(isChanged ? texts.checkout.priceChanged : error)
  if (isChanged || isBookedOut(error, basket.data)) price.reload()
}
