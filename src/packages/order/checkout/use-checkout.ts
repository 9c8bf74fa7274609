import { useEffect, useState } from 'react'
import {
  type Address,
  asMe,
  asMeIfSignedIn,
  dataOrNone,
  type OrderField,
  type PlacedOrder,
  type PricedLine,
  withToken,
  wxapi,
} from '@/api'
import { selection } from '@/lib/cart-lines'
import { type Answers, type CheckoutLine, lineOfParams, linesOfCart, withAnswers } from '@/lib/order-lines'
import { type Loaded, useLoad } from '@/lib/use-load'
import { useDelivery } from '@/stores/delivery'
import { type PickUp, usePickUp } from './use-pick-up'

/** What a product wants to know before it is bought. */
export interface Asked {
  goodsId: number
  goodsName: string
  fields: OrderField[]
}

export interface Checkout {
  lines: Loaded<CheckoutLine[]>
  address: Address | undefined
  price: Loaded<PlacedOrder | undefined>
  pickUp: PickUp
  asked: Asked[]
  answers: Readonly<Record<number, Answers>>
  answer(goodsId: number, key: string, text: string): void
}

/** What is being ordered: one product from the page's address, or what is selected in the cart. */
export function useCheckout(params: Partial<Record<string, string>>): Checkout {
  const lines = useLoad(() => linesToOrder(params), [])
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
  const isReady = lines.data !== undefined && !own.isLoading
  const price = useLoad(async () => {
    if (!isReady || !lines.data?.length) return undefined
    const priced = await calculate(lines.data, isFetched ? undefined : address, isFetched)
    if (priced.isNeedLogistics) setCanBeSent(true)
    return priced
  }, [isReady, address?.id, address?.dateUpdate, isFetched])

  return {
    lines,
    address,
    price,
    pickUp,
    asked: questionsOf(price.data?.goodsList ?? []),
    answers,
    answer: (goodsId, key, text) =>
      setAnswers(before => ({ ...before, [goodsId]: { ...before[goodsId], [key]: text } })),
  }
}

async function linesToOrder(params: Partial<Record<string, string>>): Promise<CheckoutLine[]> {
  const line = lineOfParams(params)
  if (line) return [line]
  const cart = await dataOrNone(withToken(token => wxapi.shippingCarInfo(token)))
  return linesOfCart(selection(cart?.items ?? []).lines)
}

const calculate = (lines: CheckoutLine[], address: Address | undefined, isFetched: boolean): Promise<PlacedOrder> =>
  asMe(token =>
    wxapi.orderCreate({
      token,
      calculate: true,
      goodsJsonStr: withAnswers(lines, {}),
      ...(address && placeOf(address)),
      ...(isFetched && { peisongType: 'zq' }),
    }),
  )

/** The fields of an order that say where it goes. */
export function placeOf({ provinceId, cityId, districtId, streetId, address, linkMan, mobile, code }: Address) {
  return { provinceId, cityId, districtId, streetId, address, linkMan, mobile, code }
}

/** A product asks once, however many of its lines there are. */
function questionsOf(lines: readonly PricedLine[]): Asked[] {
  const asked = lines.map(({ goodsId, goodsName, orderFields = [] }) => ({ goodsId, goodsName, fields: orderFields }))
  return asked.filter(
    ({ goodsId, fields }, i) => fields.length > 0 && asked.findIndex(one => one.goodsId === goodsId) === i,
  )
}
