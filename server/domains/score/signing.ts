/** Signing in, once a day in Beijing; days in a row bring more. */
import type { Selectable } from 'kysely'
import { DAY_MS, dayOf } from '../../../contract/time'
import type { Db, Tx } from '../../db/database'
import type { SignInTable } from '../../db/tables'
import { Refusal } from '../../http/refusal'
import { book } from '../../ledger/ledger'
import { scoreTransfer } from './rewards'

export type SignInRow = Selectable<SignInTable>

const yesterdayOf = (now: Date): string => dayOf(new Date(now.getTime() - DAY_MS))

export const signInOn = (db: Db, merchantId: number, userId: number, day: string): Promise<SignInRow | undefined> =>
  db
    .selectFrom('sign_ins')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('day', '=', day)
    .executeTakeFirst()

/** Days in a row until now. Whoever has not signed in yet today still has the streak of yesterday. */
export async function streakOf(db: Db, merchantId: number, userId: number, now: Date): Promise<number> {
  const row =
    (await signInOn(db, merchantId, userId, dayOf(now))) ?? (await signInOn(db, merchantId, userId, yesterdayOf(now)))
  return row?.continuous ?? 0
}

export const listSignRules = (db: Db, merchantId: number) =>
  db.selectFrom('sign_rules').selectAll().where('merchant_id', '=', merchantId).orderBy('continuous').execute()

/** What a day brings: the rule with the longest streak that was reached decides. Pure. */
export function scoreFor(continuous: number, rules: readonly { continuous: number; score: number }[]): number {
  const reached = rules.filter(rule => rule.continuous <= continuous).sort((a, b) => b.continuous - a.continuous)
  return reached[0]?.score ?? 0
}

/** Signs in for today. Of any number of tries at once, one succeeds; the others are refused with `signedAlready`. */
export async function signIn(tx: Tx, merchantId: number, userId: number, now: Date): Promise<SignInRow> {
  const before = await signInOn(tx, merchantId, userId, yesterdayOf(now))
  const continuous = (before?.continuous ?? 0) + 1
  const score = scoreFor(continuous, await listSignRules(tx, merchantId))
  const day = dayOf(now)
  const row = await tx
    .insertInto('sign_ins')
    .values({ merchant_id: merchantId, user_id: userId, day, continuous, score, created_at: now.getTime() })
    .onConflict(conflict => conflict.columns(['merchant_id', 'user_id', 'day']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new Refusal('signedAlready')
  if (score === 0) return row
  await book(tx, merchantId, now, [
    scoreTransfer(userId, score, {
      key: `sign:${userId}:${day}`,
      kind: 'signedIn',
      about: `每日签到，连续 ${continuous} 天`,
      ref: day,
    }),
  ])
  return row
}
