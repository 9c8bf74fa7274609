/** Bills paid in the shop. */
import type { Selectable } from 'kysely'
import { type Fen, fen } from '../../../contract/money'
import { type Db, LostRace, type Tx } from '../../db/database'
import type { BillDiscountTable } from '../../db/tables'
import { Refusal } from '../../http/refusal'
import { type Transfer, userAccount } from '../../ledger/ledger'
import { orderNumber } from '../order/number'
import { findBranch } from '../subshop/store'

export type DiscountRow = Selectable<BillDiscountTable>

export const listDiscounts = (db: Db, merchantId: number): Promise<DiscountRow[]> =>
  db.selectFrom('bill_discounts').selectAll().where('merchant_id', '=', merchantId).orderBy('consume_fen').execute()

/** The rule with the highest threshold that was reached decides; never more than the bill. Pure. */
export function discountFor(
  money: Fen,
  rules: readonly Pick<DiscountRow, 'consume_fen' | 'discounts_fen' | 'is_loop'>[],
): Fen {
  const reached = rules
    .filter(({ consume_fen }) => consume_fen > 0 && consume_fen <= money)
    .sort((a, b) => b.consume_fen - a.consume_fen)[0]
  if (!reached) return fen(0)
  const times = reached.is_loop ? Math.floor(money / reached.consume_fen) : 1
  return fen(Math.min(money, reached.discounts_fen * times))
}

/** 0 is the shop itself. A code that names no branch is a wrong code, and nobody would know whose money it is. */
export async function refuseUnknownBranch(db: Db, merchantId: number, shopId: number): Promise<void> {
  if (shopId && !(await findBranch(db, merchantId, shopId))) throw new Refusal('billBranchUnknown')
}

export interface Bill {
  merchantId: number
  userId: number
  money: Fen
  shopId: number
  idempotencyKey?: string | undefined
}

export interface PaidBill {
  realFen: Fen
  /** What the bill was reduced by. */
  discountFen: Fen
  orderNumber: string
  /** Take the money: the caller books them in the same transaction. */
  transfers: Transfer[]
}

/** A repeat with the same key answers the first and takes nothing. */
export async function payBill(tx: Tx, bill: Bill, now: Date): Promise<PaidBill> {
  const { merchantId, userId, money, shopId, idempotencyKey } = bill
  const discountFen = discountFor(money, await listDiscounts(tx, merchantId))
  const realFen = fen(money - discountFen)
  const row = await tx
    .insertInto('bills')
    .values({
      merchant_id: merchantId,
      number: orderNumber('MD', now),
      user_id: userId,
      shop_id: shopId,
      money_fen: money,
      real_fen: realFen,
      idempotency_key: idempotencyKey ?? null,
      created_at: now.getTime(),
    })
    .onConflict(conflict => conflict.doNothing())
    .returning(['id', 'number'])
    .executeTakeFirst()
  if (!row) return paidBefore(tx, bill)
  const entries = [
    { account: userAccount(userId), unit: 'CNY' as const, amount: -realFen },
    { account: 'shop:bills' as const, unit: 'CNY' as const, amount: realFen },
  ]
  const paid: Transfer = {
    key: `bill:${row.id}`,
    kind: 'billPaid',
    about: `买单 ${row.number}`,
    ref: row.number,
    entries,
  }
  return { realFen, discountFen, orderNumber: row.number, transfers: realFen > 0 ? [paid] : [] }
}

/** No such key: another bill has just drawn the same number. */
async function paidBefore(tx: Tx, { merchantId, userId, idempotencyKey }: Bill): Promise<PaidBill> {
  const first = await tx
    .selectFrom('bills')
    .select(['number', 'money_fen', 'real_fen'])
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('idempotency_key', '=', idempotencyKey ?? '')
    .executeTakeFirst()
  if (!first) throw new LostRace()
  const { number, money_fen, real_fen } = first
  return { realFen: real_fen, discountFen: fen(money_fen - real_fen), orderNumber: number, transfers: [] }
}
