/** Levels as a shop keeper sets them up. */
import { fen } from '../../contract/money'
import { type LevelDraft, saveLevel, setLevelPrice } from '../../server/domains/level/keeper'
import type { Shop } from './shop'

export const createLevel = (
  { app, merchantId }: Pick<Shop, 'app' | 'merchantId'>,
  draft: LevelDraft,
  prices: readonly { duration: number; unit: number; priceFen: number }[] = [],
) =>
  app.services.transaction(async tx => {
    const level = await saveLevel(tx, merchantId, draft)
    for (const { priceFen, ...price } of prices)
      await setLevelPrice(tx, merchantId, { levelId: level.id, priceFen: fen(priceFen), ...price })
    return level.id
  })
