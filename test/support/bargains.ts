/** Bargains as the shop keeper's tool sets them. */
import { fen } from '../../contract/money'
import { DAY_MS } from '../../contract/time'
import { addSet } from '../../server/domains/kanjia/sets'
import type { Shop } from './shop'

interface Terms {
  floorFen?: number
  helps?: number
  cutFen?: [min: number, max: number]
  number?: number
  days?: number
}

/** Down to ¥4 by three friends, ten pieces, for a day, unless said otherwise. Answers its id, `kjid`. */
export function createBargainSet(
  { app, merchantId }: Pick<Shop, 'app' | 'merchantId'>,
  goodsId: number,
  { floorFen = 400, helps = 3, cutFen, number = 10, days = 1 }: Terms = {},
): Promise<number> {
  const { transaction, clock } = app.services
  const now = clock.now()
  const draft = {
    ...{ goodsId, helps, number },
    floorFen: fen(floorFen),
    cutFen: cutFen && { minFen: fen(cutFen[0]), maxFen: fen(cutFen[1]) },
    endsAt: new Date(now.getTime() + days * DAY_MS),
  }
  return transaction(tx => addSet(tx, merchantId, draft, now))
}
