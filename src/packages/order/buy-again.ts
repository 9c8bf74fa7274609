import { asMe, type OrderLine, wxapi } from '@/api'
import { open, pages } from '@/lib/pages'
import { isPassing } from '@/lib/passing'
import { useCart } from '@/stores/cart'
import { ask, say } from '@/stores/saying'
import { texts } from '@/texts/order'

let isRunning = false

/** Puts what of an order can still be bought into the cart, says what cannot and why, and leads on. */
export async function buyAgain(lines: readonly OrderLine[]): Promise<void> {
  // A second tap would put everything in twice.
  if (isRunning) return
  isRunning = true
  try {
    const missing = await putIntoCart(lines)
    await useCart.getState().refresh()
    await lead(lines.length - missing.length, missing)
  } finally {
    isRunning = false
  }
}

/** Answers what could not be put there, with the reason. What may pass is thrown: nobody knows then. */
async function putIntoCart(lines: readonly OrderLine[]): Promise<string[]> {
  const missing: string[] = []
  for (const { goodsId, goodsName, number, propertyChildIds, additions = [] } of lines) {
    const sku = pairsIn(propertyChildIds)
    const added = additions.map(({ id, pid }) => ({ id, pid }))
    try {
      await asMe(token => wxapi.shippingCarInfoAddItem(token, goodsId, number, sku, added))
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
