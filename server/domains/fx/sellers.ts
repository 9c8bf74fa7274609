/** Distributors: the shop's terms, who asked, who is one. */
import type { Selectable } from 'kysely'
import { type Fen, fen } from '../../../contract/money'
import type { Db, Tx } from '../../db/database'
import type { FxSellerTable, FxTermsTable } from '../../db/tables'
import { Refusal } from '../../http/refusal'
import { type Transfer, userAccount } from '../../ledger/ledger'

export type SellerRow = Selectable<FxSellerTable>
export type Terms = Omit<Selectable<FxTermsTable>, 'merchant_id'>

/** What becomes of registered people who come by a distributor's link. */
export const VISITORS = { stay: 0, belong: 1, move: 2 } as const

export const SELLER = { asked: 0, refused: 1, approved: 2 } as const
export const SELLER_TEXTS: Readonly<Record<number, string>> = { 0: '审核中', 1: '未通过', 2: '已通过' }

const NO_TERMS: Terms = {
  can_apply: 0,
  can_buy: 0,
  price_fen: fen(0),
  rate1_bp: 0,
  rate2_bp: 0,
  rate3_bp: 0,
  visitors: 0,
}

/** A shop that has set none has no distribution. */
export async function termsOf(db: Db, merchantId: number): Promise<Terms> {
  const row = await db.selectFrom('fx_terms').selectAll().where('merchant_id', '=', merchantId).executeTakeFirst()
  return row ?? NO_TERMS
}

export const findSeller = (db: Db, merchantId: number, userId: number): Promise<SellerRow | undefined> =>
  db
    .selectFrom('fx_sellers')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .executeTakeFirst()

export const isSeller = async (db: Db, merchantId: number, userId: number): Promise<boolean> =>
  (await findSeller(db, merchantId, userId))?.state === SELLER.approved

/** Asks, or asks anew. Refuses `fxClosed`, and `fxAlready` to who is one. */
export async function askToSell(
  tx: Tx,
  merchantId: number,
  { userId, name, mobile }: { userId: number; name: string; mobile: string },
  now: Date,
): Promise<void> {
  if (!(await termsOf(tx, merchantId)).can_apply) throw new Refusal('fxClosed')
  const asked = { name, mobile, state: SELLER.asked, remark: '', updated_at: now.getTime() }
  const row = await tx
    .insertInto('fx_sellers')
    .values({ merchant_id: merchantId, user_id: userId, ...asked, created_at: now.getTime() })
    .onConflict(conflict =>
      conflict.columns(['merchant_id', 'user_id']).doUpdateSet(asked).where('fx_sellers.state', '!=', SELLER.approved),
    )
    .returning('user_id')
    .executeTakeFirst()
  if (!row) throw new Refusal('fxAlready')
}

/** What it costs to become one without asking. Refuses `fxClosed`, `fxAlready`. */
export async function priceToSell(db: Db, merchantId: number, userId: number): Promise<Fen> {
  const { can_buy, price_fen } = await termsOf(db, merchantId)
  if (!can_buy) throw new Refusal('fxClosed')
  if (await isSeller(db, merchantId, userId)) throw new Refusal('fxAlready')
  return price_fen
}

/** Makes a distributor, and answers the transfers that take the price: the caller books them in the same transaction. */
export async function buyToSell(tx: Tx, merchantId: number, userId: number, now: Date): Promise<Transfer[]> {
  const price = await priceToSell(tx, merchantId, userId)
  if (!(await approve(tx, merchantId, userId, now))) throw new Refusal('fxAlready')
  if (price === 0) return []
  const entries = [
    { account: userAccount(userId), unit: 'CNY' as const, amount: -price },
    { account: 'shop:commission' as const, unit: 'CNY' as const, amount: price },
  ]
  return [{ key: `fx:${userId}:bought`, kind: 'fxBought', about: '购买分销资格', ref: String(userId), entries }]
}

/** Answers whether they were none yet. */
export async function approve(tx: Tx, merchantId: number, userId: number, now: Date): Promise<boolean> {
  const approved = { state: SELLER.approved, remark: '', updated_at: now.getTime() }
  const row = await tx
    .insertInto('fx_sellers')
    .values({ merchant_id: merchantId, user_id: userId, ...approved, created_at: now.getTime() })
    .onConflict(conflict =>
      conflict
        .columns(['merchant_id', 'user_id'])
        .doUpdateSet(approved)
        .where('fx_sellers.state', '!=', SELLER.approved),
    )
    .returning('user_id')
    .executeTakeFirst()
  return row !== undefined
}
