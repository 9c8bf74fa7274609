import type { level } from '../../../contract/level'
import { cached, type Handlers } from '../../http/handlers'
import { orRefuse } from '../../http/refusal'
import { book } from '../../ledger/ledger'
import { paged, someOf, totals, windowOf } from '../../paging'
import { buyLevel } from './buy'
import { UNITS } from './period'
import { type LevelRow, listLevels, listPrices } from './store'

export const levelHandlers: Handlers<typeof level> = {
  userLevelList: cached('site', async (request, { db, merchant }) => {
    const levels = await listLevels(db, merchant.id)
    const sold = new Set((await listPrices(db, merchant.id)).map(({ level_id }) => level_id))
    const { limit, offset } = windowOf(request)
    const rows = someOf(levels.slice(offset, offset + limit))
    return { result: rows.map(row => levelOf(row, sold.has(row.id))), ...totals(levels.length, request) }
  }),

  userLevelDetail: cached('site', async ({ id: levelId }, { db, merchant }) => {
    const level = orRefuse(
      (await listLevels(db, merchant.id)).find(({ id }) => id === levelId),
      'noData',
    )
    const prices = await listPrices(db, merchant.id, levelId)
    return { info: levelOf(level, prices.length > 0), extJson: {} }
  }),

  userLevelPrices: cached('site', async ({ levelId }, { db, merchant }) =>
    someOf(await listPrices(db, merchant.id, levelId)).map(({ id, price_fen, duration, unit }) => ({
      id,
      price: price_fen,
      duration,
      unit,
      unitStr: UNITS[unit] ?? '',
    })),
  ),

  async userLevelBuy({ userLevelPriceId: priceId, isAutoRenew, remark, idempotencyKey }, context) {
    const { transaction, merchant, user, now } = context
    const buying = { merchantId: merchant.id, userId: user.id, priceId, isAutoRenew, remark, idempotencyKey }
    const { buy } = await transaction(async tx => {
      const bought = await buyLevel(tx, buying, now)
      await book(tx, merchant.id, now, bought.transfers)
      return bought
    })
    return { levelId: buy.level_id, levelExpire: new Date(buy.until), orderNumber: buy.order_number }
  },

  async userLevelBuyLogs(request, { db, merchant, user }) {
    const { limit, offset } = windowOf(request)
    const rows = await db
      .selectFrom('user_level_buys')
      .selectAll()
      .select(({ fn }) => fn.countAll<number>().over().as('total'))
      .where('merchant_id', '=', merchant.id)
      .where('user_id', '=', user.id)
      .orderBy('id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute()
    return paged(rows, request, row => ({
      id: row.id,
      levelId: row.level_id,
      levelName: row.level_name,
      money: row.price_fen,
      orderNumber: row.order_number,
      remark: row.remark,
      isRenew: row.is_renewal === 1,
      dateEnd: new Date(row.until),
      dateAdd: new Date(row.created_at),
    }))
  },
}

const levelOf = (row: LevelRow, isSold: boolean) => ({
  id: row.id,
  name: row.name,
  level: row.rank,
  rebate: row.rebate_bp / 1000,
  upgradeAmount: row.upgrade_fen,
  upgradeGrowth: row.upgrade_growth,
  upgradeSendScore: row.upgrade_score,
  sendPerMonthScore: row.month_score,
  sendPerMonthCoupons: row.month_coupon_id === null ? 0 : row.month_coupons,
  isSold,
})
