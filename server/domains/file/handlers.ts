import type { file } from '../../../contract/file'
import { DAY_MS } from '../../../contract/time'
import type { Anywhere, Handlers } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { userOf } from '../../http/sessions'
import type { Upload } from '../../http/uploads'
import { enqueue } from '../../jobs/queue'
import { someOf } from '../../paging'
import { fetchPicture } from './fetch-picture'
import { countRecent, type FileRow, insertFile, listOwn } from './store'

const MOST_A_DAY = 200
/** Whoever is not signed in shares one small allowance in each shop. */
const MOST_A_DAY_BY_GUESTS = 100

export const fileHandlers: Handlers<typeof file> = {
  async uploadFile({ expireHours }, { merchant, user, request, ...services }) {
    return keep(services, merchant.id, user.id, orRefuse(request.upload, 'fileMissing'), expireHours)
  },

  async uploadFileV2({ token, subDomain = '', expireHours }, { request, ...services }) {
    const merchant = orRefuse(await services.merchants.find(subDomain), 'shopUnknown')
    const user = orRefuse(await userOf(services, merchant.id, token, services.now), 'loginRequired')
    return keep(services, merchant.id, user.id, orRefuse(request.upload, 'fileMissing'), expireHours)
  },

  async uploadFileFromUrl({ remoteFileUrl }, { merchant, visitor, ...services }) {
    const user = await visitor()
    await refuseFlood(services, merchant.id, user?.id)
    // Simulated parties live on this machine.
    const bytes = await fetchPicture(remoteFileUrl, { allowInside: services.config.simulators })
    return keep(
      services,
      merchant.id,
      user?.id,
      { name: (remoteFileUrl.split(/[?#]/)[0]?.split('/').pop() ?? '').slice(0, 200), bytes },
      undefined,
    )
  },

  async uploadFileList({ path = '' }, { db, merchant, visitor }) {
    const user = orRefuse(await visitor(), 'loginRequired')
    // Clients know a file by its `key`, which has no slash before it.
    return someOf(await listOwn(db, merchant.id, user.id, path.replace(/^(?=[^/])/, '/'))).map(fileOf)
  },
}

type Keeping = Omit<Anywhere, 'request'>

async function keep(
  services: Keeping,
  merchantId: number,
  userId: number | undefined,
  upload: Upload,
  expireHours: number | undefined,
) {
  const { files, transaction, now } = services
  await refuseFlood(services, merchantId, userId)
  const picture = await files.savePicture(merchantId, upload.bytes, now)
  const expiresAt = expireHours === undefined ? null : new Date(now.getTime() + expireHours * 3_600_000)
  const row = await transaction(async tx => {
    const file = await insertFile(tx, {
      merchant_id: merchantId,
      user_id: userId ?? null,
      path: picture.path,
      original_name: upload.name,
      type: picture.type,
      size: picture.size,
      created_at: now.getTime(),
      expires_at: expiresAt?.getTime() ?? null,
    })
    if (expiresAt) {
      const payload = { fileId: file.id }
      await enqueue(
        tx,
        { merchantId, kind: 'deleteExpiredFile', key: `file:${file.id}`, payload, runAt: expiresAt },
        now,
      )
    }
    return file
  })
  return fileOf(row)
}

async function refuseFlood({ db, now }: Keeping, merchantId: number, userId: number | undefined): Promise<void> {
  const count = await countRecent(db, merchantId, userId, now.getTime() - DAY_MS)
  if (count >= (userId === undefined ? MOST_A_DAY_BY_GUESTS : MOST_A_DAY)) throw new Refusal('fileQuota')
}

const fileOf = ({ id, path, original_name, type, size, created_at }: FileRow) => ({
  id,
  key: path.slice(1),
  url: path,
  originalName: original_name,
  type,
  size,
  dateAdd: new Date(created_at),
})
