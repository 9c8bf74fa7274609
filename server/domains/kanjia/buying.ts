/** Buying at the price that friends have cut a bargain to. */
import type { Fen } from '../../../contract/money'
import type { Db, Tx } from '../../db/database'
import { orRefuse, Refusal } from '../../http/refusal'
import { choicePrice } from '../goods/choice'
import { isOver } from '../goods/terms'
import { findBargain } from './bargains'
import { findSet, isSoldOut, refreshOffer } from './sets'

/** What an order asks for of a bargain. */
export interface Wanted {
  goodsId: number
  number: number
  /** Of the choice, and of the cheapest choice. */
  priceFen: Fen
  lowestFen: Fen
}

export interface BargainPrice {
  bargainId: number
  setId: number
  goodsId: number
  unitFen: Fen
  /** What the price was read from; another cut in the meantime makes another price. */
  currentFen: Fen
}

/**
 * The price of one piece by the caller's bargain: a choice that is dearer than the cheapest stays so much dearer, and none
 * becomes dearer than without. Refuses other goods, several pieces, and what is over, ordered or sold out.
 */
export async function bargainPrice(
  db: Db,
  merchantId: number,
  userId: number,
  setId: number,
  wanted: readonly Wanted[],
  now: Date,
): Promise<BargainPrice> {
  const set = orRefuse(await findSet(db, merchantId, setId), 'kanjiaUnknown')
  const bargain = orRefuse(await findBargain(db, merchantId, { setId, userId }), 'kanjiaNotStarted')
  const [line, ...others] = wanted
  if (!line || others.length || line.number !== 1 || line.goodsId !== set.goods_id) throw new Refusal('kanjiaOnePiece')
  if (bargain.order_id !== null) throw new Refusal('kanjiaOrdered')
  if (isOver(set, now)) throw new Refusal('kanjiaOver')
  if (isSoldOut(set)) throw new Refusal('kanjiaSoldOut')
  const { current_price_fen: currentFen } = bargain
  const unitFen = choicePrice(currentFen, line.priceFen, line.lowestFen)
  return { bargainId: bargain.id, setId, goodsId: set.goods_id, unitFen, currentFen }
}

/** Ties a bargain to its order and takes one of the quota. Refuses when either was changed since the price was read. */
export async function takeBargain(
  tx: Tx,
  merchantId: number,
  { bargainId, setId, goodsId, currentFen }: BargainPrice,
  orderId: number,
  now: Date,
): Promise<void> {
  const taken = await tx
    .updateTable('kanjias')
    .set({ order_id: orderId, updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', bargainId)
    .where('order_id', 'is', null)
    .returning('current_price_fen')
    .executeTakeFirst()
  if (!taken) throw new Refusal('kanjiaOrdered')
  if (taken.current_price_fen !== currentFen) throw new Refusal('priceChanged')
  const { numUpdatedRows } = await tx
    .updateTable('kanjia_sets')
    .set(({ eb }) => ({ number_bought: eb('number_bought', '+', 1) }))
    .where('merchant_id', '=', merchantId)
    .where('id', '=', setId)
    .whereRef('number_bought', '<', 'kanjia_sets.number')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('kanjiaSoldOut')
  await refreshOffer(tx, merchantId, goodsId, now)
}

/** The order was closed unpaid: the bargain goes on where it stood. */
export async function giveBackBargain(tx: Tx, merchantId: number, bargainId: number, now: Date): Promise<void> {
  const freed = await tx
    .updateTable('kanjias')
    .set({ order_id: null, updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', bargainId)
    .where('order_id', 'is not', null)
    .returning(['set_id', 'goods_id'])
    .executeTakeFirst()
  if (!freed) return
  await tx
    .updateTable('kanjia_sets')
    .set(({ eb }) => ({ number_bought: eb('number_bought', '-', 1) }))
    .where('merchant_id', '=', merchantId)
    .where('id', '=', freed.set_id)
    .execute()
  await refreshOffer(tx, merchantId, freed.goods_id, now)
}
