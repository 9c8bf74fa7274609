/** Codes sent to a number: made, limited, checked. Only a keyed hash of a code is stored. */
import { randomInt } from 'node:crypto'
import type { Db, Tx } from '../../db/database'
import { GatewayError } from '../../gateways/error'
import type { Guest } from '../../http/handlers'
import { Refusal } from '../../http/refusal'

export type Channel = 'sms'

const LIFE_MS = 10 * 60_000
const TRIES = 5
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** At most so many within so long, for one number and for one address of the net. */
const LIMITS_PER_TARGET = [
  [MINUTE_MS, 1],
  [HOUR_MS, 5],
  [DAY_MS, 10],
] as const
const LIMITS_PER_IP = [
  [HOUR_MS, 20],
  [DAY_MS, 60],
] as const

/** Sends a code. Answers the same whether or not somebody is registered with the number. */
export async function sendCode(guest: Guest, channel: Channel, target: string): Promise<void> {
  const { merchant, gateways, transaction, secrets, request, now, log } = guest
  const { sms } = gateways
  if (!sms) throw new Refusal('smsUnavailable')
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
  const id = await transaction(async tx => {
    await refuseFlood(tx, merchant.id, channel, target, request.ip, now)
    const row = await tx
      .insertInto('verification_codes')
      .values({
        merchant_id: merchant.id,
        channel,
        target,
        code_hash: secrets.fingerprint(`${merchant.id} ${target} ${code}`, 'verification'),
        ip: request.ip,
        sent_at: now.getTime(),
        sent_minute: Math.floor(now.getTime() / MINUTE_MS),
        expires_at: now.getTime() + LIFE_MS,
      })
      .onConflict(conflict => conflict.columns(['merchant_id', 'channel', 'target', 'sent_minute']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!row) throw new Refusal('codeTooSoon')
    return row.id
  })
  try {
    await sms.send({ mobile: target, template: 'code', params: { code }, key: `code-${merchant.id}-${id}` })
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    log.warn({ err: error }, 'a code could not be sent')
    throw new Refusal(error.code === 'rate' ? 'codeTooSoon' : 'smsUnavailable')
  }
}

/**
 * Refuses a wrong code (`codeWrong`), and any code after five wrong ones, too late, or after use (`codeExpired`). With
 * `use` the code is spent. A wrong try is counted even though the caller is refused.
 */
export async function verifyCode(
  guest: Guest,
  channel: Channel,
  target: string,
  code: string,
  { use }: { use: boolean },
): Promise<void> {
  const { merchant, transaction, secrets, now } = guest
  const hash = secrets.fingerprint(`${merchant.id} ${target} ${code}`, 'verification')
  const outcome = await transaction(async tx => {
    const sent = await newestCode(tx, merchant.id, channel, target)
    if (!sent || sent.used_at !== null || sent.expires_at <= now.getTime() || sent.tries >= TRIES) return 'codeExpired'
    const isRight = sent.code_hash === hash
    if (isRight && !use) return 'right'
    const { numUpdatedRows } = await tx
      .updateTable('verification_codes')
      .set(({ eb }) => (isRight ? { used_at: now.getTime() } : { tries: eb('tries', '+', 1) }))
      .where('merchant_id', '=', merchant.id)
      .where('id', '=', sent.id)
      .where('used_at', 'is', null)
      .where('tries', '<', TRIES)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return 'codeExpired'
    return isRight ? 'right' : 'codeWrong'
  })
  if (outcome !== 'right') throw new Refusal(outcome)
}

const newestCode = (db: Db, merchantId: number, channel: Channel, target: string) =>
  db
    .selectFrom('verification_codes')
    .select(['id', 'code_hash', 'tries', 'used_at', 'expires_at'])
    .where('merchant_id', '=', merchantId)
    .where('channel', '=', channel)
    .where('target', '=', target)
    .orderBy('sent_at', 'desc')
    .limit(1)
    .executeTakeFirst()

async function refuseFlood(
  tx: Tx,
  merchantId: number,
  channel: Channel,
  target: string,
  ip: string,
  now: Date,
): Promise<void> {
  const since = now.getTime() - DAY_MS
  const times = (column: 'target' | 'ip', value: string) =>
    tx
      .selectFrom('verification_codes')
      .select('sent_at')
      .where('merchant_id', '=', merchantId)
      .where('channel', '=', channel)
      .where(column, '=', value)
      .where('sent_at', '>', since)
      .execute()
  const exceeds = (sent: { sent_at: number }[], limits: readonly (readonly [number, number])[]) =>
    limits.some(([span, most]) => sent.filter(({ sent_at }) => sent_at > now.getTime() - span).length >= most)
  const tooMany =
    exceeds(await times('target', target), LIMITS_PER_TARGET) || exceeds(await times('ip', ip), LIMITS_PER_IP)
  if (tooMany) throw new Refusal('codeTooSoon')
}
