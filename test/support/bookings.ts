/** Products that are sold by days or time slots. */
import { fen } from '../../contract/money'
import { type OpeningsDraft, setOpenings } from '../../server/domains/goods/opening-terms'
import { listSkus } from '../../server/domains/goods/store'
import type { Shop } from './shop'

type Terms = Partial<Omit<OpeningsDraft, 'priceFen'>> & { priceFen?: number }

/** Opens days, or slots of them, of every choice: ¥100 and three places, unless said otherwise. */
export async function openDays(
  shop: Shop,
  goodsId: number,
  days: readonly string[],
  { priceFen = 10_000, ...more }: Terms = {},
): Promise<void> {
  const { transaction, db } = shop.app.services
  const skuIds = (await listSkus(db, shop.merchantId, goodsId)).map(({ id }) => id)
  const draft = { goodsId, skuIds, days, priceFen: fen(priceFen), stock: 3, ...more }
  await transaction(tx => setOpenings(tx, shop.merchantId, draft, shop.now()))
}
