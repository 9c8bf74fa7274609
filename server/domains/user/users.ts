/** The rows of shoppers and the ways they are known. */
import type { Selectable } from 'kysely'
import { type Db, isUniqueViolation, LostRace, type Tx } from '../../db/database'
import type { UserTable } from '../../db/tables'
import { Refusal } from '../../http/refusal'
import { type ExtJson, writeJson } from '../../json'
import { bindNewcomer } from '../fx/belonging'
import { rewardRegistration } from '../score/rewards'

export type User = Selectable<UserTable>

/** How a shopper came to us; numbers are WXAPI's. */
export const SOURCES = { 0: '小程序', 1: '手机号', 2: '用户名', 3: '邮箱', 4: '公众号', 5: 'APP' } as const
export type Source = keyof typeof SOURCES

export interface NewUser {
  source: Source
  nick: string
  avatarUrl?: string | undefined
  mobile?: string | undefined
  province?: string | undefined
  city?: string | undefined
  referrer?: string | undefined
  ext?: ExtJson | undefined
}

export const findUser = (db: Db, merchantId: number, id: number): Promise<User | undefined> =>
  db.selectFrom('users').selectAll().where('merchant_id', '=', merchantId).where('id', '=', id).executeTakeFirst()

/**
 * A user whose row no other transaction changes until this one ends: whoever changes several rows of a user, or one row by
 * what it holds, locks the user first.
 */
export const lockUser = (tx: Tx, merchantId: number, id: number): Promise<User | undefined> =>
  tx
    .updateTable('users')
    .set(({ ref }) => ({ nick: ref('nick') }))
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()

export const findUserByMobile = (db: Db, merchantId: number, mobile: string): Promise<User | undefined> =>
  db
    .selectFrom('users')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('mobile', '=', mobile)
    .executeTakeFirst()

/** Throws `LostRace` when another request registers the same number at this moment. */
export async function insertUser(tx: Tx, merchantId: number, user: NewUser, now: Date): Promise<User> {
  const row = await tx
    .insertInto('users')
    .values({
      merchant_id: merchantId,
      mobile: user.mobile ?? null,
      nick: user.nick,
      avatar_url: user.avatarUrl ?? '',
      province: user.province ?? '',
      city: user.city ?? '',
      ext_json: writeJson(user.ext ?? {}),
      referrer_id: await knownReferrer(tx, merchantId, user.referrer),
      source: user.source,
      created_at: now.getTime(),
      login_at: now.getTime(),
    })
    .onConflict(conflict => conflict.columns(['merchant_id', 'mobile']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new LostRace()
  const newcomer = { userId: row.id, inviterId: row.referrer_id }
  await rewardRegistration(tx, merchantId, newcomer, now)
  await bindNewcomer(tx, merchantId, newcomer, now)
  return row
}

/** Refuses a number that is another user's. */
export async function setMobile(tx: Tx, merchantId: number, userId: number, mobile: string): Promise<User> {
  try {
    return await tx
      .updateTable('users')
      .set({ mobile })
      .where('merchant_id', '=', merchantId)
      .where('id', '=', userId)
      .returningAll()
      .executeTakeFirstOrThrow()
  } catch (error) {
    throw isUniqueViolation(error) ? new Refusal('mobileTaken') : error
  }
}

/** What somebody is called of whom only the number is known. */
export const nickFor = (mobile: string): string => `用户${mobile.slice(-4)}`

/** An inviter of this shop, or nobody: a stale link must not stop a registration. */
export async function knownReferrer(db: Db, merchantId: number, referrer: string | undefined): Promise<number | null> {
  if (!referrer || !/^\d{1,15}$/.test(referrer)) return null
  const row = await db
    .selectFrom('users')
    .select('id')
    .where('merchant_id', '=', merchantId)
    .where('id', '=', Number(referrer))
    .executeTakeFirst()
  return row?.id ?? null
}

export const recordLogin = (tx: Tx, merchantId: number, userId: number, ip: string, now: Date): Promise<unknown> =>
  tx
    .updateTable('users')
    .set({ login_at: now.getTime(), login_ip: ip })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', userId)
    .execute()

export const findLevel = (db: Db, merchantId: number, levelId: number | null) =>
  levelId === null
    ? Promise.resolve(undefined)
    : db
        .selectFrom('user_levels')
        .selectAll()
        .where('merchant_id', '=', merchantId)
        .where('id', '=', levelId)
        .executeTakeFirst()
