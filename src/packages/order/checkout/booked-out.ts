/** A day or slot that somebody else was faster to take leads back to where another is chosen. */
import Taro from '@tarojs/taro'
import { WxapiError } from '@/api'
import { isBooked } from '@/lib/booked'
import type { Basket } from '@/lib/order-lines'
import { goBack, pages, replaceBy } from '@/lib/pages'
import { codes } from '../../../../contract/codes'

const GONE: number[] = [codes.bookingGone, codes.bookingRequired, codes.stockShort]

/** The product whose day or slot is gone, where only one is bought; what came from the cart is chosen again there. */
export function isBookedOut(error: unknown, basket: Basket | undefined): number | undefined {
  if (!(error instanceof WxapiError) || !GONE.includes(error.code)) return undefined
  const [line, ...others] = basket?.lines ?? []
  return line && others.length === 0 && line.key === undefined && isBooked(line.request)
    ? line.request.goodsId
    : undefined
}

/** Back to the product, which reads anew what can be booked. */
export function chooseAgain(goodsId: number): void {
  const pagesBelow = Taro.getCurrentPages()
  const below = pagesBelow[pagesBelow.length - 2]
  if (below?.route?.includes('packages/goods/detail')) goBack()
  else replaceBy(pages.goods(goodsId, { choose: true }))
}
