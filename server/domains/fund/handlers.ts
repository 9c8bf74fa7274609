import { sql } from 'kysely'
import type { fund } from '../../../contract/fund'
import { type Fen, fen } from '../../../contract/money'
import { DAY_MS, dayOf, parseTime } from '../../../contract/time'
import type { Db } from '../../db/database'
import { cached, type Handlers } from '../../http/handlers'
import { TRANSFER_KINDS, type Unit, userAccount } from '../../ledger/ledger'
import { type PageRequest, paged, someOf, windowOf } from '../../paging'
import { depositAccount } from '../deposit/deposits'
import { unsettledAccount } from '../fx/commission'
import { refundedTotal } from '../refund/store'
import { listRechargeRules } from './recharge'

const KIND_TEXTS: Record<number, string> = {
  [TRANSFER_KINDS.recharge]: '充值',
  [TRANSFER_KINDS.withdrawn]: '提现成功',
  [TRANSFER_KINDS.orderPaid]: '支付订单',
  [TRANSFER_KINDS.refund]: '退款',
  [TRANSFER_KINDS.correction]: '余额调整',
  [TRANSFER_KINDS.commission]: '分销佣金',
  [TRANSFER_KINDS.gift]: '赠送',
  [TRANSFER_KINDS.withdrawAsked]: '提现申请',
  [TRANSFER_KINDS.withdrawFailed]: '提现失败',
  [TRANSFER_KINDS.billPaid]: '优惠买单',
  [TRANSFER_KINDS.depositPaid]: '押金',
  [TRANSFER_KINDS.depositBack]: '押金退还',
  [TRANSFER_KINDS.levelBought]: '购买会员',
  [TRANSFER_KINDS.fxBought]: '购买分销资格',
  [TRANSFER_KINDS.leaderBought]: '购买团队长',
  [TRANSFER_KINDS.couponBought]: '购买优惠券',
  [TRANSFER_KINDS.scoreExchanged]: '积分兑换',
}

export const fundHandlers: Handlers<typeof fund> = {
  async userAmount(_, { db, merchant, user }) {
    const amounts = await amountsOf(db, merchant.id, user.id)
    const { balance, frozen, deposit, unsettled, withdrawn, consumed, score, growth, earned } = amounts
    return {
      balance,
      freeze: frozen,
      deposit,
      score,
      growth,
      totleConsumed: consumed,
      fxCommisionPaying: unsettled,
      totalScore: earned,
      totalRefundAmount: await refundedTotal(db, merchant.id, user.id),
      totalWithdraw: withdrawn,
    }
  },

  async cashLogsV2(request, { db, merchant, user }) {
    const rows = await listEntries(db, merchant.id, user.id, request)
    return paged(rows, request, row => ({
      id: row.id,
      amount: fen(Math.abs(row.amount)),
      balance: fen(row.balance_after ?? 0),
      behavior: row.amount < 0 ? 1 : 0,
      behaviorStr: row.amount < 0 ? '支出' : '收入',
      type: row.kind,
      typeStr: KIND_TEXTS[row.kind] ?? '',
      remark: row.about,
      orderId: row.ref,
      uid: user.id,
      userId: merchant.id,
      dateAdd: new Date(row.created_at),
    }))
  },

  rechargeSendRules: cached('site', async (_, { db, merchant }) =>
    someOf(await listRechargeRules(db, merchant.id)).map(rule => ({
      id: rule.id,
      confine: rule.confine_fen,
      send: rule.send_fen,
      loop: rule.is_loop === 1,
    })),
  ),
}

interface Amounts {
  balance: Fen
  frozen: Fen
  deposit: Fen
  /** Commission that is not theirs yet. */
  unsettled: Fen
  /** What has left for good. */
  withdrawn: Fen
  consumed: Fen
  score: number
  growth: number
  /** Score that ever came in. */
  earned: number
}

async function amountsOf(db: Db, merchantId: number, userId: number): Promise<Amounts> {
  const row = await db
    .selectNoFrom(({ selectFrom }) => {
      const balance = (account: string, unit: Unit = 'CNY') =>
        selectFrom('ledger_accounts')
          .select('balance')
          .where('merchant_id', '=', merchantId)
          .where('account', '=', account)
          .where('unit', '=', unit)
      return [
        balance(userAccount(userId)).as('balance'),
        balance(`${userAccount(userId)}:frozen`).as('frozen'),
        balance(depositAccount(userId)).as('deposit'),
        balance(unsettledAccount(userId)).as('unsettled'),
        balance(userAccount(userId), 'SCORE').as('score'),
        balance(userAccount(userId), 'GROWTH').as('growth'),
        selectFrom('ledger_entries')
          .select(({ fn }) => fn.sum<number | null>('amount').as('earned'))
          .where('merchant_id', '=', merchantId)
          .where('account', '=', userAccount(userId))
          .where('unit', '=', 'SCORE')
          .where('amount', '>', 0)
          .as('earned'),
        selectFrom('ledger_entries')
          .innerJoin('ledger_transfers', join =>
            join
              .onRef('ledger_transfers.merchant_id', '=', 'ledger_entries.merchant_id')
              .onRef('ledger_transfers.id', '=', 'ledger_entries.transfer_id'),
          )
          .select(({ fn }) => fn.sum<number | null>('ledger_entries.amount').as('amount'))
          .where('ledger_entries.merchant_id', '=', merchantId)
          .where('ledger_entries.account', '=', `${userAccount(userId)}:frozen`)
          .where('ledger_transfers.kind', '=', TRANSFER_KINDS.withdrawn)
          .as('withdrawn'),
        selectFrom('orders')
          .select(({ fn }) => fn.coalesce(fn.sum<number>('real_fen'), sql<number>`0`).as('consumed'))
          .where('merchant_id', '=', merchantId)
          .where('user_id', '=', userId)
          .where('status', '>=', 1)
          .as('consumed'),
      ]
    })
    .executeTakeFirstOrThrow()
  return {
    balance: fen(Number(row.balance ?? 0)),
    frozen: fen(Number(row.frozen ?? 0)),
    deposit: fen(Number(row.deposit ?? 0)),
    unsettled: fen(Number(row.unsettled ?? 0)),
    withdrawn: fen(0 - Number(row.withdrawn ?? 0)),
    consumed: fen(Number(row.consumed ?? 0)),
    score: Number(row.score ?? 0),
    growth: Number(row.growth ?? 0),
    earned: Number(row.earned ?? 0),
  }
}

interface LogFilter extends PageRequest {
  behavior?: number | undefined
  type?: number | undefined
  types?: number[] | undefined
  orderId?: string | undefined
  dateAddBegin?: Date | undefined
  dateAddEnd?: Date | undefined
}

function listEntries(db: Db, merchantId: number, userId: number, filter: LogFilter) {
  const { behavior, type, types = [], orderId, dateAddBegin, dateAddEnd } = filter
  const { limit, offset } = windowOf(filter)
  const kinds = type === undefined ? types : [type, ...types]
  return db
    .selectFrom('ledger_entries as entry')
    .innerJoin('ledger_transfers as transfer', join =>
      join.onRef('transfer.merchant_id', '=', 'entry.merchant_id').onRef('transfer.id', '=', 'entry.transfer_id'),
    )
    .select([
      'entry.id',
      'entry.amount',
      'entry.balance_after',
      'entry.created_at',
      'transfer.kind',
      'transfer.about',
      'transfer.ref',
    ])
    .select(({ fn }) => fn.countAll<number>().over().as('total'))
    .where('entry.merchant_id', '=', merchantId)
    .where('entry.account', '=', userAccount(userId))
    .where('entry.unit', '=', 'CNY')
    .$if(behavior !== undefined, query => query.where('entry.amount', behavior === 1 ? '<' : '>', 0))
    .$if(kinds.length > 0, query => query.where('transfer.kind', 'in', kinds))
    .$if(orderId !== undefined, query => query.where('transfer.ref', '=', orderId ?? ''))
    .$if(dateAddBegin !== undefined, query => query.where('entry.created_at', '>=', dateAddBegin?.getTime() ?? 0))
    .$if(dateAddEnd !== undefined, query => query.where('entry.created_at', '<', endOf(dateAddEnd)))
    .orderBy('entry.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}

/** A bare day lasts until midnight, a moment until its second is over. */
function endOf(end = new Date(0)): number {
  const isDay = parseTime(dayOf(end)).getTime() === end.getTime()
  return end.getTime() + (isDay ? DAY_MS : 1000)
}
