/** Who belongs to whom. Once somebody belongs to a distributor they stay, unless the shop lets links win; no circle can come about. */
import type { Db, Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { isSeller, termsOf, VISITORS } from './sellers'

/** More than any chain that pays. */
const LONGEST_CHAIN = 1000

export async function sellerOf(db: Db, merchantId: number, userId: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('fx_bindings')
    .select('seller_id')
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row?.seller_id
}

/** `trace`: whoever is none passes on to their own. Refuses `fxSellerUnknown`. */
export async function bindTo(
  tx: Tx,
  merchantId: number,
  { userId, uid, trace }: { userId: number; uid: number; trace: boolean },
  now: Date,
): Promise<void> {
  const bound = await sellerOf(tx, merchantId, userId)
  if (bound !== undefined && (await termsOf(tx, merchantId)).visitors !== VISITORS.move) return
  const sellerId = await sellerBehind(tx, merchantId, uid, trace)
  if (sellerId === undefined || sellerId === userId) throw new Refusal('fxSellerUnknown')
  if (sellerId === bound) return
  // Held, so that two who bind each other at once follow one another.
  await tx
    .updateTable('fx_sellers')
    .set({ updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('user_id', 'in', [userId, sellerId])
    .execute()
  if (await isAbove(tx, merchantId, userId, sellerId)) throw new Refusal('fxSellerUnknown')
  await tx
    .insertInto('fx_bindings')
    .values({ merchant_id: merchantId, user_id: userId, seller_id: sellerId, created_at: now.getTime() })
    .onConflict(conflict => {
      const same = conflict.columns(['merchant_id', 'user_id'])
      return bound === undefined
        ? same.doNothing()
        : same.doUpdateSet({ seller_id: sellerId, created_at: now.getTime() })
    })
    .execute()
}

/** Somebody new, at somebody's invitation: a stale link must not stop a registration. */
export async function bindNewcomer(
  tx: Tx,
  merchantId: number,
  { userId, inviterId }: { userId: number; inviterId: number | null },
  now: Date,
): Promise<void> {
  const sellerId = inviterId === null ? undefined : await sellerBehind(tx, merchantId, inviterId, true)
  if (sellerId !== undefined) await bindTo(tx, merchantId, { userId, uid: sellerId, trace: false }, now)
}

async function sellerBehind(db: Db, merchantId: number, uid: number, trace: boolean): Promise<number | undefined> {
  if (await isSeller(db, merchantId, uid)) return uid
  const next = trace ? await sellerOf(db, merchantId, uid) : undefined
  return next !== undefined && (await isSeller(db, merchantId, next)) ? next : undefined
}

/** Whether `above` is somewhere above `userId`, whom they would then be below. */
async function isAbove(db: Db, merchantId: number, above: number, userId: number): Promise<boolean> {
  let current: number | undefined = userId
  for (let steps = 0; current !== undefined && steps < LONGEST_CHAIN; steps++) {
    current = await sellerOf(db, merchantId, current)
    if (current === above) return true
  }
  return false
}
