import { useEffect, useRef, useState } from 'react'
import {
  type Address,
  asMe,
  asMeIfSignedIn,
  dataOrNone,
  fieldsToTell,
  type OrderField,
  type PlacedOrder,
  type PricedLine,
  WxapiError,
  withToken,
  wxapi,
} from '@/api'
import { type Answers, type Basket, basketOfCart, lineOfParams, withAnswers } from '@/lib/order-lines'
import { type Loaded, useLoad } from '@/lib/use-load'
import { useDelivery } from '@/stores/delivery'
import { say } from '@/stores/saying'
import { texts as couponTexts } from '@/texts/coupon'
import { codes } from '../../../../contract/codes'
import { type PickUp, usePickUp } from './use-pick-up'

/** What a product wants to know before it is bought. */
export interface Asked {
  goodsId: number
  goodsName: string
  fields: OrderField[]
}

/** As an order names them. */
export type Deal = { kjid?: number; pingtuanOpenId?: number }

const dealIn = ({ kjid, team }: Partial<Record<string, string>>): Deal => ({
  ...(Number(kjid) > 0 && { kjid: Number(kjid) }),
  ...(Number(team) > 0 && { pingtuanOpenId: Number(team) }),
})

export interface Checkout {
  basket: Loaded<Basket & { toTell: Asked[] }>
  address: Address | undefined
  price: Loaded<PlacedOrder | undefined>
  pickUp: PickUp
  /** The bargain or the group that it is bought by. */
  deal: Deal
  asked: Asked[]
  answers: Readonly<Record<number, Answers>>
  answer(goodsId: number, key: string, text: string): void
  chooseCoupon(id: number): void
  usesScore: boolean
  setScore(isOn: boolean): void
}

const AS_MUCH_AS_POSSIBLE = 0
/** Chosen instead of a coupon. */
export const NO_COUPON = 0

/** What is being ordered: one product from the page's address, or what is selected in the cart, of one shop at a time. */
export function useCheckout(params: Partial<Record<string, string>>): Checkout {
  const basket = useLoad(() => readBasket(params).then(withQuestions), [])
  const deal = dealIn(params)
  const { chosen, choose } = useDelivery()
  const own = useLoad(() => asMeIfSignedIn(token => wxapi.defaultAddress(token)), [])
  const [answers, setAnswers] = useState<Readonly<Record<number, Answers>>>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: another visit begins with the default
  useEffect(() => choose(undefined), [])

  const address = chosen ?? own.data?.info
  /** Once priced as sent, it is known whether there is anything to send. */
  const [canBeSent, setCanBeSent] = useState(false)
  const pickUp = usePickUp(address, canBeSent)
  const isFetched = pickUp.way === 'zq'
  /** Nothing chosen: the best one. */
  const [coupon, chooseCoupon] = useState<number>()
  const [usesScore, setUsesScore] = useState(false)
  const isReady = basket.data !== undefined && !own.isLoading
  const price = useLoad(async () => {
    if (!isReady || !basket.data?.lines.length) return undefined
    const priced = await calculate(basket.data, deal, isFetched ? undefined : address, isFetched, {
      coupon,
      usesScore,
    }).catch(error => {
      const isGone = error instanceof WxapiError && error.code === codes.couponNotUsable
      if (coupon === undefined || !isGone) throw error
      say(couponTexts.coupon.notUsable)
      chooseCoupon(undefined)
      return undefined
    })
    if (!priced) return undefined
    if (priced.isNeedLogistics) setCanBeSent(true)
    return priced
  }, [isReady, address?.id, address?.dateUpdate, isFetched, coupon, usesScore])
  const shown = useStaying(price)

  return {
    basket,
    address,
    price: shown,
    pickUp,
    deal,
    asked: [...questionsOf(shown.data?.goodsList ?? []), ...(basket.data?.toTell ?? [])],
    answers,
    answer: (goodsId, key, text) =>
      setAnswers(before => ({ ...before, [goodsId]: { ...before[goodsId], [key]: text } })),
    chooseCoupon,
    usesScore,
    setScore: setUsesScore,
  }
}

/** The price before stays in sight until there is another, so that nothing jumps while it is counted anew. */
function useStaying(price: Loaded<PlacedOrder | undefined>): Loaded<PlacedOrder | undefined> {
  const last = useRef<PlacedOrder>()
  if (price.data || price.error) last.current = price.data
  return { ...price, data: price.data ?? last.current }
}

async function readBasket(params: Partial<Record<string, string>>): Promise<Basket> {
  const line = lineOfParams(params)
  if (line) return { lines: [line] }
  const cart = await dataOrNone(withToken(token => wxapi.shippingCarInfo(token)))
  return cart ? basketOfCart(cart, params.shop === undefined ? undefined : Number(params.shop)) : { lines: [] }
}

const calculate = (
  { lines, shop }: Basket,
  deal: Deal,
  address: Address | undefined,
  isFetched: boolean,
  { coupon, usesScore }: { coupon: number | undefined; usesScore: boolean },
): Promise<PlacedOrder> =>
  asMe(token =>
    wxapi.orderCreate({
      token,
      calculate: true,
      goodsJsonStr: withAnswers(lines, {}),
      ...(shop && { filterShopId: shop.id }),
      ...deal,
      ...(address && placeOf(address)),
      ...(isFetched && { peisongType: 'zq' }),
      ...(coupon !== undefined && { couponId: String(coupon) }),
      ...(usesScore && { deductionScore: AS_MUCH_AS_POSSIBLE }),
    }),
  )

/** The fields of an order that say where it goes. */
export function placeOf({ provinceId, cityId, districtId, streetId, address, linkMan, mobile, code }: Address) {
  return { provinceId, cityId, districtId, streetId, address, linkMan, mobile, code }
}

/** What the whole order asks, for a supplier of a hosted service: its answers do not go with a line. */
export const WHOLE_ORDER = 0

async function withQuestions(basket: Basket): Promise<Basket & { toTell: Asked[] }> {
  const fields = await fieldsToTell(basket.lines.map(({ request }) => request.goodsId))
  return { ...basket, toTell: fields.length ? [{ goodsId: WHOLE_ORDER, goodsName: '', fields }] : [] }
}

/** A product asks once, however many of its lines there are. */
function questionsOf(lines: readonly PricedLine[]): Asked[] {
  const asked = lines.map(({ goodsId, goodsName, orderFields = [] }) => ({ goodsId, goodsName, fields: orderFields }))
  return asked.filter(
    ({ goodsId, fields }, i) => fields.length > 0 && asked.findIndex(one => one.goodsId === goodsId) === i,
  )
}
