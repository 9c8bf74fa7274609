/** Promotions that an order asks for by name: prices of their own, and what the order takes of them. */
import type { Tx } from '../../db/database'
import type { SignedIn } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { bargainPrice, takeBargain } from '../kanjia/buying'
import { groupPrice } from '../pingtuan/buying'
import { holdPlace } from '../pingtuan/places'
import type { BasketLine, OrderRequest } from './basket'

export interface Promotion {
  /** Kept with the order, so that closing it gives back. */
  bargainId?: number
  teamId?: number
  /** Done in the transaction that places the order. */
  take?: (tx: Tx, orderId: number) => Promise<void>
}

interface Promoted {
  basket: BasketLine[]
  promotion: Promotion
}

/** The goods at the price of the promotion that is asked for; as they are without. */
export async function promoted(
  basket: BasketLine[],
  { kjid, pingtuanOpenId: teamId }: OrderRequest,
  { db, merchant, user, now }: SignedIn,
): Promise<Promoted> {
  if ((teamId || kjid) && basket.some(({ bookings }) => bookings.length))
    throw new Refusal('optionNotServed', '按日期预订的商品不参加砍价和拼团')
  if (teamId) {
    const unitFen = await groupPrice(db, merchant.id, user.id, teamId, basket, now)
    return {
      basket: basket.map(line => ({ ...line, deal: { type: 'pingtuan', unitFen } })),
      promotion: {
        teamId,
        take: (tx, orderId) => holdPlace(tx, merchant.id, { teamId, userId: user.id, orderId }, now),
      },
    }
  }
  if (!kjid) return { basket, promotion: {} }
  const bargain = await bargainPrice(db, merchant.id, user.id, kjid, basket, now)
  return {
    basket: basket.map(line => ({ ...line, deal: { type: 'kanjia', unitFen: bargain.unitFen } })),
    promotion: {
      bargainId: bargain.bargainId,
      take: (tx, orderId) => takeBargain(tx, merchant.id, bargain, orderId, now),
    },
  }
}
