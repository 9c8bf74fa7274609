import { randomBytes } from 'node:crypto'
import { DAY_MS } from '../../contract/time'
import type { Db, Tx } from '../db/database'
import { type At, prepared } from '../db/prepared'
import { sha256 } from '../secrets'
import type { Services } from '../services'
import type { SignedInUser } from './handlers'
import { Refusal } from './refusal'

const LIFE_DAYS = 30

/** A new token, the only time that it is known: we keep its hash. */
export async function openSession(tx: Tx, merchantId: number, userId: number, now: Date, device = ''): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx
    .insertInto('sessions')
    .values({
      merchant_id: merchantId,
      token_hash: sha256(token),
      user_id: userId,
      device: device.slice(0, 200),
      created_at: now.getTime(),
      expires_at: expiryFrom(now),
    })
    .execute()
  return token
}

/** Who a token stands for in this shop; nobody when it is void. Each day of use moves its end. */
export async function userOf(
  { db, statement }: Pick<Services, 'db' | 'statement'>,
  merchantId: number,
  token: string,
  now: Date,
): Promise<SignedInUser | undefined> {
  const tokenHash = sha256(token)
  const session = await findSession(db, merchantId, tokenHash)
  if (!session || session.expires_at <= now.getTime()) return undefined
  if (session.status !== 0) throw new Refusal('userBlocked')
  if (session.expires_at < expiryFrom(now) - DAY_MS) {
    await statement(tx => moveExpiry(tx, merchantId, tokenHash, expiryFrom(now)))
  }
  const isOver = session.level_until !== null && session.level_until <= now.getTime()
  return isOver
    ? { id: session.user_id, levelId: null, rebateBp: 10_000 }
    : { id: session.user_id, levelId: session.level_id, rebateBp: session.rebate_bp ?? 10_000 }
}

export async function closeSession(tx: Tx, merchantId: number, token: string): Promise<void> {
  await tx
    .deleteFrom('sessions')
    .where('merchant_id', '=', merchantId)
    .where('token_hash', '=', sha256(token))
    .execute()
}

/** Logs a user out everywhere. */
export async function closeSessionsOf(tx: Tx, merchantId: number, userId: number): Promise<void> {
  await tx.deleteFrom('sessions').where('merchant_id', '=', merchantId).where('user_id', '=', userId).execute()
}

const expiryFrom = (now: Date) => now.getTime() + LIFE_DAYS * DAY_MS

const findSession = async (db: Db, merchantId: number, tokenHash: string) =>
  (await sessionsOf(db, { merchantId, tokenHash }))[0]

const sessionsOf = prepared((db, at: At<{ merchantId: number; tokenHash: string }>) =>
  db
    .selectFrom('sessions')
    .innerJoin('users', join =>
      join.onRef('users.merchant_id', '=', 'sessions.merchant_id').onRef('users.id', '=', 'sessions.user_id'),
    )
    .leftJoin('user_levels', join =>
      join.onRef('user_levels.merchant_id', '=', 'users.merchant_id').onRef('user_levels.id', '=', 'users.level_id'),
    )
    .select(['sessions.user_id', 'sessions.expires_at', 'users.status'])
    .select(['users.level_id', 'users.level_until', 'user_levels.rebate_bp'])
    .where('sessions.merchant_id', '=', at('merchantId'))
    .where('sessions.token_hash', '=', at('tokenHash'))
    .limit(1),
)

const moveExpiry = (tx: Tx, merchantId: number, tokenHash: string, expiresAt: number) =>
  tx
    .updateTable('sessions')
    .set({ expires_at: expiresAt })
    .where('merchant_id', '=', merchantId)
    .where('token_hash', '=', tokenHash)
    .execute()
