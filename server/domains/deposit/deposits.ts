/**
 * Deposits: paid → asked back → given back. The money stands in an account of the shopper's own until it is back in the
 * balance.
 */
import type { Selectable } from 'kysely'
import { type Fen, fen } from '../../../contract/money'
import { type Db, LostRace, type Tx } from '../../db/database'
import type { DepositTable } from '../../db/tables'
import { Refusal } from '../../http/refusal'
import { type ExtJson, writeJson } from '../../json'
import { type Account, book, lockedBalance, type Transfer, userAccount } from '../../ledger/ledger'
import { orderNumber } from '../order/number'

export type DepositRow = Selectable<DepositTable>

export const DEPOSIT = { paid: 1, askedBack: 2, back: 3 } as const
export const DEPOSIT_TEXTS: Readonly<Record<number, string>> = { 1: '已支付', 2: '退回中', 3: '已退回' }

export const depositAccount = (userId: number): Account => `user:${userId}:deposit`

export interface Paying {
  merchantId: number
  userId: number
  amountFen: Fen
  refCode?: string | undefined
  remark?: string | undefined
  ext?: ExtJson | undefined
  idempotencyKey?: string | undefined
}

/** A repeat with the same key is the first. Answers the transfers that take the money: the caller books them. */
export async function payDeposit(
  tx: Tx,
  paying: Paying,
  now: Date,
): Promise<{ row: DepositRow; transfers: Transfer[] }> {
  const { merchantId, userId, amountFen, refCode = '', remark = '', ext = {}, idempotencyKey } = paying
  const row = await tx
    .insertInto('deposits')
    .values({
      merchant_id: merchantId,
      number: orderNumber('YJ', now),
      user_id: userId,
      amount_fen: amountFen,
      state: DEPOSIT.paid,
      ref_code: refCode,
      remark,
      ext_json: writeJson(ext),
      idempotency_key: idempotencyKey ?? null,
      created_at: now.getTime(),
      updated_at: now.getTime(),
    })
    .onConflict(conflict => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!row) return { row: await paidBefore(tx, paying), transfers: [] }
  const transfer = moved(row, 'depositPaid', `支付押金 ${row.number}`, [
    [userAccount(userId), -amountFen],
    [depositAccount(userId), amountFen],
  ])
  return { row, transfers: [transfer] }
}

/** No such key: another deposit has just drawn the same number. */
async function paidBefore(tx: Tx, { merchantId, userId, idempotencyKey }: Paying): Promise<DepositRow> {
  const first = await tx
    .selectFrom('deposits')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('idempotency_key', '=', idempotencyKey ?? '')
    .executeTakeFirst()
  if (!first) throw new LostRace()
  return first
}

/** Refuses with what is missing, and then nothing may be committed: clients pay that online. */
export async function refuseShort(tx: Tx, { merchantId, userId, amountFen }: Paying): Promise<void> {
  const missing = amountFen - (await lockedBalance(tx, merchantId, userAccount(userId), 'CNY'))
  if (missing > 0) throw new Refusal('depositShort', undefined, missing / 100)
}

/** Refuses `noData` for somebody else's, `depositBack` for what is back already. */
export async function askBack(tx: Tx, merchantId: number, userId: number, id: number, now: Date): Promise<void> {
  const row = await findDeposit(tx, merchantId, id)
  if (row?.user_id !== userId) throw new Refusal('noData')
  if (row.state === DEPOSIT.back) throw new Refusal('depositBack')
  await tx
    .updateTable('deposits')
    .set({ state: DEPOSIT.askedBack, updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .where('state', '=', DEPOSIT.paid)
    .execute()
}

/** The shop keeper gives it back, asked or not. Answers whether it was still to be. */
export async function giveBack(tx: Tx, merchantId: number, id: number, now: Date): Promise<boolean> {
  const row = await tx
    .updateTable('deposits')
    .set({ state: DEPOSIT.back, updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .where('state', '!=', DEPOSIT.back)
    .returningAll()
    .executeTakeFirst()
  if (!row) return false
  const { user_id, amount_fen } = row
  const transfer = moved(row, 'depositBack', `退回押金 ${row.number}`, [
    [depositAccount(user_id), -amount_fen],
    [userAccount(user_id), amount_fen],
  ])
  await book(tx, merchantId, now, [transfer])
  return true
}

export const findDeposit = (db: Db, merchantId: number, id: number): Promise<DepositRow | undefined> =>
  db.selectFrom('deposits').selectAll().where('merchant_id', '=', merchantId).where('id', '=', id).executeTakeFirst()

const moved = (
  { id, number }: DepositRow,
  kind: 'depositPaid' | 'depositBack',
  about: string,
  moves: ReadonlyArray<[Account, number]>,
): Transfer => ({
  key: `deposit:${id}:${kind}`,
  kind,
  about,
  ref: number,
  entries: moves.map(([account, amount]) => ({ account, unit: 'CNY' as const, amount: fen(amount) })),
})
