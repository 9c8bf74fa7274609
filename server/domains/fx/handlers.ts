import type { fx } from '../../../contract/fx'
import { type Fen, fen } from '../../../contract/money'
import { dayOf } from '../../../contract/time'
import type { Db } from '../../db/database'
import { cached, type Handlers } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { balanceOf, book, userAccount } from '../../ledger/ledger'
import { someOf, totals } from '../../paging'
import { countGoods, listGoods } from '../goods/list'
import { goodsOf } from '../goods/rows'
import { settingOf } from '../site/settings'
import { maskedMobile } from '../user/masked-mobile'
import { bindTo } from './belonging'
import { unsettledAccount } from './commission'
import { figuresOf, rankOf, spanOf } from './figures'
import { commissionLog } from './log'
import { boughtBy, broughtBy, countMembers, listMembers } from './members'
import { askToSell, buyToSell, findSeller, SELLER, SELLER_TEXTS, termsOf } from './sellers'

export const fxHandlers: Handlers<typeof fx> = {
  fxSetting: cached('site', async (_, { db, merchant }) => {
    const { can_apply, can_buy, price_fen, rate1_bp, rate2_bp, rate3_bp, visitors } = await termsOf(db, merchant.id)
    const levels = [rate1_bp, rate2_bp, rate3_bp].map(rate => rate / 100)
    return { canApply: can_apply === 1, canBuy: can_buy === 1, price: price_fen, levels, visitors }
  }),

  async fxApply({ name, mobile }, { transaction, merchant, user, now }) {
    await transaction(tx => askToSell(tx, merchant.id, { userId: user.id, name, mobile }, now))
  },

  async fxApplyProgress(_, { db, merchant, user }) {
    const row = orRefuse(await findSeller(db, merchant.id, user.id), 'noData')
    return {
      status: row.state,
      statusStr: SELLER_TEXTS[row.state] ?? '',
      remark: row.remark,
      name: row.name,
      mobile: row.mobile,
      dateAdd: new Date(row.created_at),
    }
  },

  async fxBuy(_, { db, transaction, merchant, user, now }) {
    await transaction(async tx => book(tx, merchant.id, now, await buyToSell(tx, merchant.id, user.id, now)))
    return { balance: fen(await balanceOf(db, merchant.id, userAccount(user.id))) }
  },

  async bindSeller({ uid, traceSeller = false }, { transaction, merchant, user, now }) {
    await transaction(tx => bindTo(tx, merchant.id, { userId: user.id, uid, trace: traceSeller }, now))
  },

  async fxMembers(request, { db, merchant, user }) {
    const rows = someOf(await listMembers(db, merchant.id, user.id, request))
    const ids = rows.map(({ user_id }) => user_id)
    const bought = new Map((await boughtBy(db, merchant.id, ids)).map(row => [row.user_id, row]))
    const brought = await broughtBy(db, merchant.id, user.id, ids)
    const paidBy = (id: number): Fen => fen(Number(bought.get(id)?.paid ?? 0) - Number(bought.get(id)?.refunded ?? 0))
    const ordersOf = (id: number) => Number(bought.get(id)?.orders ?? 0)
    return {
      result: rows.map(row => ({
        uids: row.user_id,
        nicks: row.nick,
        avatarUrls: row.avatar_url,
        mobileMasks: maskedMobile(row.mobile),
        level: request.level ?? 1,
        isSeller: row.state === SELLER.approved,
        totalPayAmount: paidBy(row.user_id),
        totalPayNumber: ordersOf(row.user_id),
        lastOrderDate: momentOf(bought.get(row.user_id)?.last_at),
        dateAdd: new Date(row.created_at),
      })),
      ...totals(rows[0]?.total ?? 0, request),
      userCashMap: Object.fromEntries(
        ids.map(id => [id, { totalPayAmount: paidBy(id), totalPayNumber: ordersOf(id), totleConsumed: paidBy(id) }]),
      ),
      statisticsCommisionMap: Object.fromEntries(
        brought.map(({ buyer_id, orders, base, returned }) => [
          buyer_id,
          { saleroom: fen(Number(base) - Number(returned)), numberOrder: Number(orders) },
        ]),
      ),
    }
  },

  async fxMembersStatistics(_, { db, merchant, user }) {
    const first = await countMembers(db, merchant.id, user.id, 1)
    const second = await countMembers(db, merchant.id, user.id, 2)
    return {
      totleFans: first.members + second.members,
      totleFansLevel1: first.members,
      totleFansLevel2: second.members,
      totleChildFxs: first.sellers + second.sellers,
      totleChildFxsLevel1: first.sellers,
      totleChildFxsLevel2: second.sellers,
    }
  },

  fxCommisionLog: (request, { db, merchant, user }) => commissionLog(db, merchant.id, user.id, request),

  fxCommisionFreezeAmount: async (_, { db, merchant, user }) =>
    fen(await balanceOf(db, merchant.id, unsettledAccount(user.id))),

  fxGoods: cached('catalogue', async ({ categoryId, k, page, pageSize }, { db, merchant }) => {
    const filter = { categoryId, k, page, pageSize, isEarning: true }
    const rows = someOf(await listGoods(db, merchant.id, filter))
    return { result: rows.map(goodsOf), ...totals(await countGoods(db, merchant.id, filter), filter) }
  }),

  async fxMyCommisionStatistics({ days }, { db, merchant, user }) {
    const answers = []
    for (const day of days.split(',')) {
      const span = spanOf(day)
      if (!span) throw new Refusal('badRequest', `没有 ${day} 这一天`)
      const { commission, unsettled, saleroom, orders } = await figuresOf(db, merchant.id, user.id, span)
      answers.push({ day, commision: commission, commisionUnsettled: unsettled, saleroom, numberOrder: orders })
    }
    return answers
  },

  async fxSaleroomRankTotal(request, { db, merchant }) {
    await refuseClosed(db, merchant.id)
    const { rows, total } = await rankOf(db, merchant.id, { from: 0, until: Number.MAX_SAFE_INTEGER }, request)
    return { result: [...someOf(rows)], ...totals(total, request) }
  },

  async fxSaleroomRankDaily({ day, ...request }, { db, merchant, now }) {
    await refuseClosed(db, merchant.id)
    const span = spanOf(day ?? dayOf(now))
    if (!span) throw new Refusal('badRequest', `没有 ${day} 这一天`)
    const { rows, total } = await rankOf(db, merchant.id, span, request)
    return { result: [...someOf(rows)], ...totals(total, request) }
  },
}

const momentOf = (at: number | null | undefined) => (at ? new Date(Number(at)) : undefined)

/** What others sell is told where the shop wants that. */
async function refuseClosed(db: Db, merchantId: number): Promise<void> {
  if ((await settingOf(db, merchantId, 'statistics_saleroom_open')) !== '1') throw new Refusal('noData')
}
