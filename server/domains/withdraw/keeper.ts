/** What the shop keeper decides about a withdrawal; each decision is made once. */
import type { Tx } from '../../db/database'
import { type Account, book, type Transfer, userAccount } from '../../ledger/ledger'
import { frozenAccount, planTransfer } from '../transfer/plan'
import { transferKey, type WithdrawalState, withdrawalsIn } from './states'

/** Pays by WeChat: the receiver confirms there. Refuses `transferAmount` for what WeChat Pay does not move. */
export async function sendMoney(tx: Tx, merchantId: number, id: number, now: Date): Promise<boolean> {
  const row = await move(tx, merchantId, id, 'sent', '', now)
  if (!row) return false
  const { user_id: userId, amount_fen: amountFen, number } = row
  const remark = `提现 ${number}`
  await planTransfer(tx, { merchantId, userId, key: transferKey(number), amountFen, remark, from: 'frozen' }, now)
  return true
}

/** The shop keeper has paid by other means. */
export const markPaid = (tx: Tx, merchantId: number, id: number, now: Date): Promise<boolean> =>
  end(tx, merchantId, { id, state: 'paid', reason: '' }, now)

export const refuseMoney = (tx: Tx, merchantId: number, id: number, reason: string, now: Date): Promise<boolean> =>
  end(tx, merchantId, { id, state: 'refused', reason }, now)

interface End {
  id: number
  state: 'paid' | 'refused'
  reason: string
}

async function end(tx: Tx, merchantId: number, { id, state, reason }: End, now: Date): Promise<boolean> {
  const row = await move(tx, merchantId, id, state, reason, now)
  if (!row) return false
  const to: Account = state === 'paid' ? 'shop:withdrawals' : userAccount(row.user_id)
  const transfer: Transfer = {
    key: `withdrawal:${id}:${state}`,
    kind: state === 'paid' ? 'withdrawn' : 'withdrawFailed',
    about: state === 'paid' ? `提现到账 ${row.number}` : `提现未通过，退回余额 ${row.number}`,
    ref: row.number,
    entries: [
      { account: frozenAccount(row.user_id), unit: 'CNY', amount: -row.amount_fen },
      { account: to, unit: 'CNY', amount: row.amount_fen },
    ],
  }
  await book(tx, merchantId, now, [transfer])
  return true
}

const move = (tx: Tx, merchantId: number, id: number, state: WithdrawalState, reason: string, now: Date) =>
  tx
    .updateTable('withdrawals')
    .set({ state, reason, updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .returningAll()
    .executeTakeFirst()

export const listWithdrawals = (tx: Parameters<typeof withdrawalsIn>[0], merchantId: number) =>
  withdrawalsIn(tx, merchantId).orderBy('one.id', 'desc').limit(200).execute()
