/** What a piece costs for somebody who buys with a group. */
import type { Fen } from '../../../contract/money'
import type { Db } from '../../db/database'
import { orRefuse, Refusal } from '../../http/refusal'
import { choicePrice } from '../goods/choice'
import { whyNoPlace } from './places'
import { findTerms, priceNow } from './terms'

export interface Wanted {
  goodsId: number
  /** Of the choice, and of the cheapest choice. */
  priceFen: Fen
  lowestFen: Fen
}

/** Refuses other goods than the group's, and groups that have no place for the caller. */
export async function groupPrice(
  db: Db,
  merchantId: number,
  userId: number,
  teamId: number,
  wanted: readonly Wanted[],
  now: Date,
): Promise<Fen> {
  const refusal = await whyNoPlace(db, merchantId, { teamId, userId }, now)
  if (refusal) throw new Refusal(refusal)
  const team = await db
    .selectFrom('teams')
    .select(['terms_id', 'goods_id'])
    .where('merchant_id', '=', merchantId)
    .where('id', '=', teamId)
    .executeTakeFirst()
  const terms = orRefuse(team && (await findTerms(db, merchantId, team.terms_id)), 'pingtuanUnknown')
  const [line, ...others] = wanted
  if (!line || others.length || line.goodsId !== terms.goods_id) throw new Refusal('pingtuanAlone')
  return choicePrice(priceNow(terms), line.priceFen, line.lowestFen)
}
