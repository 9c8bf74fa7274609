/** Codes sent to a number or a mailbox: made, limited, checked. Only a keyed hash of a code is stored. */
import { randomInt } from 'node:crypto'
import type { Db, Tx } from '../../db/database'
import { GatewayError } from '../../gateways/error'
import type { Guest } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { countSendings, MINUTE_MS } from './flood'
import { type PictureCode, spendPicture } from './pictures'
import type { Purpose, Target } from './targets'

export { mailbox, phone } from './targets'

const LIFE_MS = 10 * MINUTE_MS
const TRIES = 5

/**
 * Sends a code. Answers the same whether or not somebody is registered with the target. Refuses `codeTooSoon` beyond the
 * limits, and `pictureRequired` or `pictureWrong` to who asks often and has not read a picture.
 */
export async function sendCode(guest: Guest, target: Target, purpose?: Purpose, picture?: PictureCode): Promise<void> {
  const send = senderOf(guest, target)
  const { isTooMany, needsPicture } = await countSendings(guest.db, guest, target, purpose)
  if (isTooMany) throw new Refusal('codeTooSoon')
  if (needsPicture && !picture) throw new Refusal('pictureRequired')
  if (picture) await spendPicture(guest, picture)
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
  const id = await writeDown(guest, target, purpose, code)
  try {
    await send(code, `code-${guest.merchant.id}-${id}`)
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    guest.log.warn({ err: error }, 'a code could not be sent')
    // A message that may be on its way counts; one that is not keeps nobody waiting.
    if (error.sent !== 'maybe') await guest.statement(tx => takeBack(tx, guest.merchant.id, id))
    throw new Refusal(error.code === 'rate' ? 'codeTooSoon' : UNAVAILABLE[target.channel])
  }
}

/**
 * Spends a code. Refuses a wrong one, or one sent for something else (`codeWrong`), and any after five wrong ones, too late,
 * or after use (`codeExpired`). A wrong try is counted even though the caller is refused.
 */
export const spendCode = (guest: Guest, target: Target, purpose: Purpose, code: string): Promise<void> =>
  verify(guest, target, purpose, code, true)

/** The same of a code that stays good. Without a purpose the newest code counts, whatever it is for. */
export const checkCode = (guest: Guest, target: Target, purpose: Purpose | undefined, code: string): Promise<void> =>
  verify(guest, target, purpose, code, false)

async function verify(
  guest: Guest,
  target: Target,
  purpose: Purpose | undefined,
  code: string,
  isSpent: boolean,
): Promise<void> {
  const { merchant, transaction, now } = guest
  const hash = hashOf(guest, target, code)
  const outcome = await transaction(async tx => {
    const sent = await newestCode(tx, merchant.id, target, purpose)
    if (!sent || sent.used_at !== null || sent.expires_at <= now.getTime() || sent.tries >= TRIES) return 'codeExpired'
    const isRight = sent.code_hash === hash
    if (isRight && !isSpent) return 'right'
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

const UNAVAILABLE = { sms: 'smsUnavailable', mail: 'mailUnavailable' } as const

/** How this code leaves; refuses where the shop has no account for it. */
function senderOf({ gateways: { sms, mail }, merchant }: Guest, { channel, address }: Target) {
  if (channel === 'sms' && sms)
    return (code: string, key: string) => sms.send({ mobile: address, template: 'code', params: { code }, key })
  if (channel === 'mail' && mail)
    return (code: string, key: string) => mail.send({ to: address, key, ...letterOf(merchant.name, code) })
  throw new Refusal(UNAVAILABLE[channel])
}

const letterOf = (shop: string, code: string) => ({
  subject: `${shop}：验证码 / your code`,
  text: `您的验证码是 ${code}，10 分钟内有效，请勿告诉别人。不是您本人操作就不用理会。\n\nYour code is ${code}. It is good for 10 minutes. If you did not ask for it, ignore this message.`,
})

/** Counts again, because others may have sent meanwhile; of two at the same moment one goes on. */
function writeDown(guest: Guest, target: Target, purpose: Purpose | undefined, code: string): Promise<number> {
  const { merchant, transaction, request, now } = guest
  return transaction(async tx => {
    if ((await countSendings(tx, guest, target, purpose)).isTooMany) throw new Refusal('codeTooSoon')
    const row = await tx
      .insertInto('verification_codes')
      .values({
        merchant_id: merchant.id,
        channel: target.channel,
        target: target.address,
        purpose: purpose ?? '',
        code_hash: hashOf(guest, target, code),
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
}

/** The row stays, for the address of the net that asked; the target is as before. */
const takeBack = (tx: Tx, merchantId: number, id: number) =>
  tx
    .updateTable('verification_codes')
    .set({ sent_minute: null })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .execute()

const hashOf = ({ merchant, secrets }: Guest, { address }: Target, code: string) =>
  secrets.fingerprint(`${merchant.id} ${address} ${code}`, 'verification')

const newestCode = (db: Db, merchantId: number, { channel, address }: Target, purpose: Purpose | undefined) =>
  db
    .selectFrom('verification_codes')
    .select(['id', 'code_hash', 'tries', 'used_at', 'expires_at'])
    .where('merchant_id', '=', merchantId)
    .where('channel', '=', channel)
    .where('target', '=', address)
    .where('sent_minute', 'is not', null)
    .$if(purpose !== undefined, query => query.where('purpose', 'in', ['', purpose ?? '']))
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
