import { asMe, type OrderLine, wxapi } from '@/api'
import { isBooked } from '@/lib/booked'
import { open, pages } from '@/lib/pages'
import { isPassing } from '@/lib/passing'
import { wishKeys } from '@/lib/wish-keys'
import { useCart } from '@/stores/cart'
import { ask, say } from '@/stores/saying'
import { texts } from '@/texts/order'

let isRunning = false

/** Tried again after something got lost, what is in the cart already does not come twice. */
const wishes = wishKeys()

/** Puts what of an order can still be bought into the cart, says what cannot and why, and leads on. */
export async function buyAgain(lines: readonly OrderLine[]): Promise<void> {
  // A second tap would put everything in twice.
  if (isRunning) return
  const [only] = lines
  // Its days are over: others are chosen.
  if (only && lines.length === 1 && isBooked(only)) return open(pages.goods(only.goodsId, { choose: true }))
  isRunning = true
  try {
    const missing = await putIntoCart(lines)
    for (const { id } of lines) wishes.answered(id)
    await useCart
      .getState()
      .refresh()
      .catch(() => undefined)
    await lead(lines.length - missing.length, missing)
  } finally {
    isRunning = false
  }
}

/** Answers what could not be put there, with the reason. What may pass is thrown: nobody knows then. */
async function putIntoCart(lines: readonly OrderLine[]): Promise<string[]> {
  const missing: string[] = []
  for (const { id, goodsId, goodsName, number, propertyChildIds, additions = [] } of lines) {
    const sku = pairsIn(propertyChildIds)
    const addition = additions.map(({ id, pid }) => ({ id, pid }))
    const wish = { goodsId, number, sku, addition, idempotencyKey: wishes.keyOf(id) }
    try {
      await asMe(token => wxapi.shippingCarInfoAddItemV2({ token, ...wish }))
    } catch (error) {
      if (isPassing(error)) throw error
      missing.push(texts.orders.missing(goodsName, (error as Error).message))
    }
  }
  return missing
}

const pairsIn = (pairs: string) =>
  pairs
    .split(',')
    .filter(Boolean)
    .map(pair => {
      const [optionId = 0, optionValueId = 0] = pair.split(':').map(Number)
      return { optionId, optionValueId }
    })

async function lead(count: number, missing: readonly string[]): Promise<void> {
  if (missing.length === 0) {
    say(texts.orders.addedAll)
    return open(pages.cart)
  }
  const goesOn = await ask({
    title: count ? texts.orders.addedSome(count) : texts.orders.addedNone,
    text: missing.join('\n'),
    yes: count ? texts.orders.toCart : texts.cart.goShopping,
    no: texts.close,
  })
  if (goesOn) await open(count ? pages.cart : pages.home)
}
