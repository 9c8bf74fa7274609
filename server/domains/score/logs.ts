/** What moved score or growth, read off the ledger. */
import { DAY_MS, parseTime } from '../../../contract/time'
import type { Db } from '../../db/database'
import { containing } from '../../db/like'
import { TRANSFER_KINDS, type Unit, userAccount } from '../../ledger/ledger'
import { type PageRequest, windowOf } from '../../paging'

const KIND_TEXTS: Record<number, string> = {
  [TRANSFER_KINDS.registered]: '注册',
  [TRANSFER_KINDS.invited]: '邀请好友',
  [TRANSFER_KINDS.signedIn]: '每日签到',
  [TRANSFER_KINDS.scoreForCoupon]: '兑换优惠券',
  [TRANSFER_KINDS.scoreCorrection]: '店家调整',
  [TRANSFER_KINDS.scoreForRecharge]: '充值送',
  [TRANSFER_KINDS.consumed]: '购物奖励',
  [TRANSFER_KINDS.scoreDeducted]: '订单抵扣',
  [TRANSFER_KINDS.reviewed]: '好评奖励',
  [TRANSFER_KINDS.scoreVoucher]: '积分券',
  [TRANSFER_KINDS.shared]: '分享到群',
  [TRANSFER_KINDS.monthGift]: '会员每月赠送',
  [TRANSFER_KINDS.levelRaised]: '会员升级奖励',
  [TRANSFER_KINDS.scoreExchanged]: '积分兑换',
}

interface Filter extends PageRequest {
  behavior?: number | undefined
  type?: number | undefined
  remark?: string | undefined
  dateAddBegin?: string | undefined
  dateAddEnd?: string | undefined
}

export async function listMovements(db: Db, merchantId: number, userId: number, unit: Unit, filter: Filter) {
  const { behavior, type, remark, dateAddBegin, dateAddEnd } = filter
  const { limit, offset } = windowOf(filter)
  const rows = await db
    .selectFrom('ledger_entries as entry')
    .innerJoin('ledger_transfers as transfer', join =>
      join.onRef('transfer.merchant_id', '=', 'entry.merchant_id').onRef('transfer.id', '=', 'entry.transfer_id'),
    )
    .select(['entry.id', 'entry.amount', 'entry.balance_after', 'entry.created_at'])
    .select(['transfer.kind', 'transfer.about'])
    .select(({ fn }) => fn.countAll<number>().over().as('total'))
    .where('entry.merchant_id', '=', merchantId)
    .where('entry.account', '=', userAccount(userId))
    .where('entry.unit', '=', unit)
    .$if(behavior !== undefined, query => query.where('entry.amount', behavior === 1 ? '<' : '>', 0))
    .$if(type !== undefined, query => query.where('transfer.kind', '=', type ?? 0))
    .$if(remark !== undefined, query => query.where(containing('transfer.about', remark ?? '')))
    .$if(dateAddBegin !== undefined, query => query.where('entry.created_at', '>=', startOf(dateAddBegin)))
    .$if(dateAddEnd !== undefined, query => query.where('entry.created_at', '<', startOf(dateAddEnd) + DAY_MS))
    .orderBy('entry.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(row => ({
    id: row.id,
    amount: row.amount,
    left: row.balance_after ?? 0,
    behavior: row.amount < 0 ? 1 : 0,
    behaviorStr: row.amount < 0 ? '支出' : '收入',
    type: row.kind,
    typeStr: KIND_TEXTS[row.kind] ?? '',
    remark: row.about,
    dateAdd: new Date(row.created_at),
    total: row.total,
  }))
}

const startOf = (day = '1970-01-01'): number => parseTime(day).getTime()
