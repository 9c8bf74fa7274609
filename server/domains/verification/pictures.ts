/**
 * Pictures that a person reads before more codes are sent. What one shows follows from its key, the shop's secret and the time,
 * so nothing is stored until somebody answers; then the key is spent.
 */
import type { Guest } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { sha256 } from '../../secrets'
import { drawCharacters } from './draw-characters'

export interface PictureCode {
  key: string
  code: string
}

/** What a request says of a picture, where it says both. */
export const pictureFrom = (key: string | undefined, code: string | undefined): PictureCode | undefined =>
  key && code ? { key, code } : undefined

const WINDOW_MS = 5 * 60_000
const LENGTH = 4
/** None that is taken for another: no 0 and O, 1 and I, 5 and S, 8 and B, 2 and Z. */
export const CHARACTERS = '34679ACEFHKLMNPRTUVWXY'

export const pictureOf = (guest: Guest, key: string): Promise<Buffer> =>
  drawCharacters(charactersOf(guest, key, windowAt(guest.now)))

export const windowAt = (now: Date): number => Math.floor(now.getTime() / WINDOW_MS)

/** Spends a picture; refuses `pictureWrong`, after which this picture is good for nothing. */
export async function spendPicture(guest: Guest, { key, code }: PictureCode): Promise<void> {
  const isFirst = await voidKey(guest, key)
  if (!isFirst || !isRight(guest, key, code)) throw new Refusal('pictureWrong')
}

/** The same of one that stays good when it is right. */
export async function checkPicture(guest: Guest, { key, code }: PictureCode): Promise<void> {
  const { db, merchant } = guest
  const spent = await db
    .selectFrom('spent_pictures')
    .select('spent_at')
    .where('merchant_id', '=', merchant.id)
    .where('key_hash', '=', sha256(key))
    .executeTakeFirst()
  if (!spent && isRight(guest, key, code)) return
  await voidKey(guest, key)
  throw new Refusal('pictureWrong')
}

async function voidKey({ statement, merchant, now }: Guest, key: string): Promise<boolean> {
  const row = await statement(tx =>
    tx
      .insertInto('spent_pictures')
      .values({ merchant_id: merchant.id, key_hash: sha256(key), spent_at: now.getTime() })
      .onConflict(conflict => conflict.columns(['merchant_id', 'key_hash']).doNothing())
      .returning('merchant_id')
      .executeTakeFirst(),
  )
  return row !== undefined
}

/** A picture of the last window is good too, or one drawn at its end would be void at once. */
function isRight(guest: Guest, key: string, code: string): boolean {
  const given = code.trim().toUpperCase()
  const window = windowAt(guest.now)
  return [window, window - 1].some(each => charactersOf(guest, key, each) === given)
}

/** What the picture of a key shows in one window of time. */
export function charactersOf({ merchant, secrets }: Pick<Guest, 'merchant' | 'secrets'>, key: string, window: number) {
  const digest = Buffer.from(secrets.fingerprint(`${merchant.id} ${window} ${key}`, 'picture'), 'hex')
  return Array.from({ length: LENGTH }, (_, i) => CHARACTERS[digest.readUInt32BE(i * 4) % CHARACTERS.length]).join('')
}
