/** Paying a shopper out to their own WeChat. A job does it; here it is planned, looked at, and called off. */
import { type Fen, fen } from '../../../contract/money'
import { type Db, LostRace, type Tx } from '../../db/database'
import type { TransferSheet } from '../../gateways/wechatpay'
import { Refusal } from '../../http/refusal'
import { enqueue } from '../../jobs/queue'
import { type Account, book, userAccount } from '../../ledger/ledger'
import type { Services } from '../../services'
import { orderNumber } from '../order/number'
import { isOpen, OPEN, type TransferRow } from './states'

export interface NewTransfer {
  merchantId: number
  userId: number
  /** The business fact, such as `withdrawal:12`: planned again, it is the same transfer, and never pays twice. */
  key: string
  amountFen: Fen
  /** What the receiver reads in WeChat, up to 32 characters. */
  remark: string
  /** Where the money is now: in the shopper's balance, from which it is taken, or frozen already by the caller. */
  from: 'balance' | 'frozen'
}

/** WeChat Pay's bounds for a transfer without the receiver's real name. */
const [SMALLEST, LARGEST] = [fen(10), fen(199_999)]

export const frozenAccount = (userId: number): Account => `user:${userId}:frozen`

/**
 * In the transaction that decides it. The money stands frozen until WeChat Pay has said that the receiver has it, or never
 * will; then it is back in the balance. Refuses `transferAmount` for what WeChat Pay does not move, and `balanceShort`.
 */
export async function planTransfer(tx: Tx, transfer: NewTransfer, now: Date): Promise<TransferRow> {
  const { merchantId, userId, key, amountFen, remark, from } = transfer
  if (amountFen < SMALLEST || amountFen > LARGEST) throw new Refusal('transferAmount')
  const fresh = await insertTransfer(tx, transfer, now)
  if (!fresh) return samePlanned(await transferOf(tx, merchantId, key), transfer)
  if (from === 'balance') {
    const entries = [
      { account: userAccount(userId), unit: 'CNY' as const, amount: -amountFen },
      { account: frozenAccount(userId), unit: 'CNY' as const, amount: amountFen },
    ]
    const held = { key: `transfer:${fresh.id}:held`, kind: 'withdrawAsked' as const, about: remark, ref: key, entries }
    await book(tx, merchantId, now, [held])
  }
  await planRound(tx, fresh, 0, now, now)
  return fresh
}

const insertTransfer = (tx: Tx, { merchantId, userId, key, amountFen, remark }: NewTransfer, now: Date) =>
  tx
    .insertInto('merchant_transfers')
    .values({
      merchant_id: merchantId,
      key,
      bill_no: orderNumber('ZZ', now),
      user_id: userId,
      amount_fen: amountFen,
      remark,
      state: 'planned',
      created_at: now.getTime(),
      updated_at: now.getTime(),
    })
    .onConflict(conflict => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()

/** No row, no same key: another transfer has just got that number. */
function samePlanned(known: TransferRow | undefined, { userId, amountFen, key }: NewTransfer): TransferRow {
  if (!known) throw new LostRace()
  if (known.user_id === userId && known.amount_fen === amountFen) return known
  throw new Error(`transfer ${key} was planned for somebody else, or for another amount`)
}

export const transferOf = (db: Db, merchantId: number, key: string): Promise<TransferRow | undefined> =>
  db
    .selectFrom('merchant_transfers')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('key', '=', key)
    .executeTakeFirst()

/** What the receiver's WeChat opens, while it waits for them. */
export function transferSheet({ gateways }: Pick<Services, 'gateways'>, row: TransferRow): TransferSheet | undefined {
  if (row.state !== 'waiting' || row.is_cancelled || !row.package_info) return undefined
  return gateways.wechatpay?.transfers?.sheet(row.package_info)
}

/** Calls it off, unless the receiver is quicker: WeChat Pay decides, and the money is back in the balance when it says so. */
export async function cancelTransfer(tx: Tx, row: TransferRow, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('merchant_transfers')
    .set({ is_cancelled: 1, updated_at: now.getTime() })
    .where('merchant_id', '=', row.merchant_id)
    .where('id', '=', row.id)
    .where('state', 'in', OPEN)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await askNow(tx, row, now)
  return true
}

/** WeChat Pay tells that a transfer has ended. How, it is asked: a message may come late, twice, or out of order. */
export async function transferTold(tx: Tx, merchantId: number, billNo: string, now: Date): Promise<void> {
  const row = await tx
    .selectFrom('merchant_transfers')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('bill_no', '=', billNo)
    .executeTakeFirst()
  if (row && isOpen(row)) await askNow(tx, row, now)
}

/** Beside the rounds, which go on. */
const askNow = (tx: Tx, { merchant_id: merchantId, id: transferId }: TransferRow, now: Date) =>
  enqueue(
    tx,
    { merchantId, kind: 'moveTransfer', key: `${transferId}:now`, payload: { transferId, round: -1 }, runAt: now },
    now,
  )

export const planRound = (
  tx: Tx,
  { merchant_id: merchantId, id: transferId }: TransferRow,
  round: number,
  runAt: Date,
  now: Date,
): Promise<void> =>
  enqueue(
    tx,
    { merchantId, kind: 'moveTransfer', key: `${transferId}:${round}`, payload: { transferId, round }, runAt },
    now,
  )
