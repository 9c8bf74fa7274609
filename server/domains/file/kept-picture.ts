/** Pictures that somebody else made for us: asked for once, found again by what was asked. */
import { DAY_MS } from '../../../contract/time'
import type { Guest } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { enqueue } from '../../jobs/queue'
import { countRecent, insertFileOnce } from './store'

const MOST_A_DAY = 200
/** Whoever is not signed in shares one allowance in each shop. */
const MOST_A_DAY_BY_GUESTS = 500
const HOUR_MS = 3_600_000

/** The address of the picture of `key`, made now when there is none. Refuses a flood of new ones. */
export async function keptPicture(
  guest: Guest,
  key: string,
  make: () => Promise<Buffer>,
  expireHours: number | undefined,
): Promise<string> {
  const { files, transaction, merchant, now } = guest
  const path = files.pathOf(merchant.id, key)
  if (await files.fileAt(path)) return path
  const user = await guest.visitor()
  await refuseFlood(guest, user?.id)
  const size = await files.savePng(path, await make())
  const expiresAt = expireHours === undefined ? undefined : new Date(now.getTime() + expireHours * HOUR_MS)
  await transaction(async tx => {
    const file = await insertFileOnce(tx, {
      merchant_id: merchant.id,
      user_id: user?.id ?? null,
      path,
      original_name: '',
      type: 'image/png',
      size,
      created_at: now.getTime(),
      expires_at: expiresAt?.getTime() ?? null,
    })
    if (!file || !expiresAt) return
    const payload = { fileId: file.id }
    const job = {
      merchantId: merchant.id,
      kind: 'deleteExpiredFile',
      key: `file:${file.id}`,
      payload,
      runAt: expiresAt,
    } as const
    await enqueue(tx, job, now)
  })
  return path
}

async function refuseFlood({ db, merchant, now }: Guest, userId: number | undefined): Promise<void> {
  const count = await countRecent(db, merchant.id, userId, now.getTime() - DAY_MS)
  if (count >= (userId === undefined ? MOST_A_DAY_BY_GUESTS : MOST_A_DAY)) throw new Refusal('fileQuota')
}
