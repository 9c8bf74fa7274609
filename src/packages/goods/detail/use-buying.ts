import type { Purchase } from '@/components/SkuSheet/use-purchase'
import { open, pages } from '@/lib/pages'
import { useCart } from '@/stores/cart'
import { say } from '@/stores/saying'
import { texts } from '@/texts'

/** Puts the purchase into the cart, or takes it to the checkout. */
export function useBuying(goodsId: number, purchase: Purchase, done: () => void) {
  const { number, choice, added, pairs } = purchase
  return async (as: 'cart' | 'buy'): Promise<void> => {
    const additions = added.map(({ id, pid }) => ({ id, pid }))
    try {
      if (as === 'cart') {
        const sku = Object.entries(choice).map(([id, value]) => ({ optionId: Number(id), optionValueId: value }))
        await useCart.getState().add({ goodsId, number, sku, additions })
        say(texts.goods.inCart)
      } else {
        open(pages.checkout({ goodsId, number, sku: pairs, additions: additionsText(additions) }))
      }
      done()
    } catch (error) {
      say(error)
    }
  }
}

/** `group:item,…` */
const additionsText = (additions: Array<{ id: number; pid: number }>): string =>
  additions.map(({ id, pid }) => `${pid}:${id}`).join(',')
