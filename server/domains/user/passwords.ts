/** Passwords of shoppers: kept as slow hashes, with few guesses. */
import type { Db, Tx } from '../../db/database'
import type { Guest } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { matches, NOBODYS_HASH } from './password-hash'

/** `login` opens the account, `pay` spends from it. */
export type PasswordKind = 'login' | 'pay'

const TRIES = 5
const LOCKED_MS = 15 * 60_000

export const setPassword = (
  tx: Tx,
  merchantId: number,
  userId: number,
  kind: PasswordKind,
  hash: string,
  now: Date,
) => {
  const row = { hash, tries: 0, tried_at: 0, updated_at: now.getTime() }
  return tx
    .insertInto('user_passwords')
    .values({ merchant_id: merchantId, user_id: userId, kind, ...row })
    .onConflict(conflict => conflict.columns(['merchant_id', 'user_id', 'kind']).doUpdateSet(row))
    .execute()
}

/** Sets a first password; answers false when there is one. */
export async function setFirstPassword(
  tx: Tx,
  merchantId: number,
  userId: number,
  kind: PasswordKind,
  hash: string,
  now: Date,
): Promise<boolean> {
  const row = await tx
    .insertInto('user_passwords')
    .values({ merchant_id: merchantId, user_id: userId, kind, hash, updated_at: now.getTime() })
    .onConflict(conflict => conflict.columns(['merchant_id', 'user_id', 'kind']).doNothing())
    .returning('user_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function hasPassword(db: Db, merchantId: number, userId: number, kind: PasswordKind): Promise<boolean> {
  const row = await db
    .selectFrom('user_passwords')
    .select('user_id')
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Whether this is the user's password. Every try counts before it is looked at, so that guesses sent all at once gain
 * nothing; a right one clears the count. Refuses `passwordLocked` for 15 minutes after five wrong ones. Nobody (`undefined`)
 * and somebody without a password are told no, as slowly as everybody.
 */
export async function isPassword(
  { merchant, statement, now }: Guest,
  userId: number | undefined,
  kind: PasswordKind,
  password: string,
): Promise<boolean> {
  const hash = userId && (await statement(tx => countTry(tx, merchant.id, userId, kind, now)))
  if (!userId || !hash) {
    await matches(password, NOBODYS_HASH)
    return false
  }
  if (hash === 'locked') throw new Refusal('passwordLocked')
  if (!(await matches(password, hash))) return false
  await statement(tx => clearTries(tx, merchant.id, userId, kind))
  return true
}

/** The hash to compare with; nothing where no password is set. */
async function countTry(
  tx: Tx,
  merchantId: number,
  userId: number,
  kind: PasswordKind,
  now: Date,
): Promise<string | undefined> {
  const forgiven = now.getTime() - LOCKED_MS
  const row = await tx
    .updateTable('user_passwords')
    .set(({ eb, ref }) => ({
      tries: eb
        .case()
        .when('tried_at', '<', forgiven)
        .then(1)
        .when('tries', '<=', TRIES)
        .then(eb('tries', '+', 1))
        .else(ref('tries'))
        .end(),
      // A locked account is not locked longer by further tries.
      tried_at: eb
        .case()
        .when(eb.and([eb('tried_at', '>=', forgiven), eb('tries', '>=', TRIES)]))
        .then(ref('tried_at'))
        .else(now.getTime())
        .end(),
    }))
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('kind', '=', kind)
    .returning(['hash', 'tries'])
    .executeTakeFirst()
  return row && (row.tries > TRIES ? 'locked' : row.hash)
}

const clearTries = (tx: Tx, merchantId: number, userId: number, kind: PasswordKind) =>
  tx
    .updateTable('user_passwords')
    .set({ tries: 0, tried_at: 0 })
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('kind', '=', kind)
    .execute()
