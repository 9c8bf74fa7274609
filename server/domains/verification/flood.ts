/** How often codes may be sent, and when a picture is asked for first. */
import type { Db } from '../../db/database'
import type { Guest } from '../../http/handlers'
import { settingOf } from '../site/settings'
import type { Purpose, Target } from './targets'

export const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

type Limits = readonly (readonly [withinMs: number, most: number])[]

/** Of one number or mailbox: what the providers of text messages allow themselves. */
const PER_TARGET: Limits = [
  [MINUTE_MS, 1],
  [HOUR_MS, 5],
  [DAY_MS, 10],
]
/** So that no purpose uses up what a number may get in an hour. */
const PER_PURPOSE: Limits = [[HOUR_MS, 4]]
/** Of one address of the net. What could not be sent counts here too. */
const PER_IP: Limits = [
  [HOUR_MS, 20],
  [DAY_MS, 60],
]
/**
 * From here on a person must read a picture: a third code for one number, an eleventh from one address, which a mobile network
 * shares among many.
 */
const PICTURE_PER_TARGET: Limits = [[HOUR_MS, 2]]
const PICTURE_PER_IP: Limits = [[HOUR_MS, 10]]

const ALWAYS = 'always'

export interface Sendings {
  isTooMany: boolean
  /** Whether a picture must be read first: always where the shop keeper wants it (`code_picture`). */
  needsPicture: boolean
}

export async function countSendings(
  db: Db,
  { merchant, request, now }: Guest,
  { channel, address }: Target,
  purpose: Purpose | undefined,
): Promise<Sendings> {
  const since = now.getTime() - DAY_MS
  const rowsWith = (column: 'target' | 'ip', value: string) =>
    db
      .selectFrom('verification_codes')
      .select(['sent_at', 'sent_minute', 'purpose'])
      .where('merchant_id', '=', merchant.id)
      .where('channel', '=', channel)
      .where(column, '=', value)
      .where('sent_at', '>', since)
      .execute()
  const toTarget = (await rowsWith('target', address)).filter(({ sent_minute }) => sent_minute !== null)
  const fromIp = await rowsWith('ip', request.ip)
  const ofPurpose = purpose ? toTarget.filter(row => row.purpose === purpose) : []
  const reaches = (rows: { sent_at: number }[], limits: Limits) =>
    limits.some(([withinMs, most]) => rows.filter(row => row.sent_at > now.getTime() - withinMs).length >= most)
  return {
    isTooMany: reaches(toTarget, PER_TARGET) || reaches(ofPurpose, PER_PURPOSE) || reaches(fromIp, PER_IP),
    needsPicture:
      reaches(toTarget, PICTURE_PER_TARGET) ||
      reaches(fromIp, PICTURE_PER_IP) ||
      (await settingOf(db, merchant.id, 'code_picture')) === ALWAYS,
  }
}
