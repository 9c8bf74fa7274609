import { asMe, wxapi } from '@/api'
import type { Purchase } from '@/components/SkuSheet/use-purchase'
import type { Booked } from '@/lib/booked'
import { open, pages } from '@/lib/pages'
import { useCart } from '@/stores/cart'
import { say } from '@/stores/saying'
import { texts } from '@/texts/goods'
import type { Deal } from './deal'

/** Puts the purchase into the cart, or takes it to the checkout. */
export function useBuying(
  goodsId: number,
  purchase: Purchase,
  deal: Deal | undefined,
  booked: Booked | undefined,
  done: () => void,
) {
  const { number, choice, added, pairs } = purchase
  return async (as: 'cart' | 'buy'): Promise<void> => {
    const additions = added.map(({ id, pid }) => ({ id, pid }))
    try {
      if (as === 'cart') {
        const sku = Object.entries(choice).map(([id, value]) => ({ optionId: Number(id), optionValueId: value }))
        await useCart.getState().add({ goodsId, number, sku, additions, booked })
        say(texts.goods.inCart)
      } else {
        const line = { goodsId, sku: pairs, additions: additionsText(additions) }
        const { team, kjid } = deal ?? {}
        const group = team === 'new' ? (await asMe(token => wxapi.pingtuanOpen(token, goodsId))).id : team
        // A bargain is for one piece.
        open(pages.checkout({ ...line, ...inAddress(booked), number: kjid ? 1 : number, team: group, kjid }))
      }
      done()
    } catch (error) {
      say(error)
    }
  }
}

const inAddress = ({ days, goodsTimesDay, goodsTimesItem }: Booked = {}) => ({
  days: days?.join(','),
  day: goodsTimesDay,
  slot: goodsTimesItem,
})

/** `group:item,…` */
const additionsText = (additions: Array<{ id: number; pid: number }>): string =>
  additions.map(({ id, pid }) => `${pid}:${id}`).join(',')
