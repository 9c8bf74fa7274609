/** The catalogue follows the supplier by itself, hour by hour, in shops that have set it. */
import { raiseAlarm } from '../../../alarms'
import type { Tx } from '../../../db/database'
import { GatewayError } from '../../../gateways/error'
import { enqueue, type Job } from '../../../jobs/queue'
import type { Services } from '../../../services'
import { fetchPicture } from '../../file/fetch-picture'
import { settingOf } from '../../site/settings'
import { applySteps, BadMarkup, planFor } from './sync'

/** Setting: `on` refreshes what the shop sells of the supplier's every hour. New goods are for the shop keeper to take in. */
const SYNC_SETTING = 'weilian_sync'
const EVERY_MS = 3_600_000

export async function planSyncRound(tx: Tx, runAt: Date, now: Date): Promise<void> {
  const hour = Math.floor(runAt.getTime() / EVERY_MS)
  await enqueue(tx, { merchantId: 0, kind: 'syncSupply', key: String(hour), payload: {}, runAt }, now)
}

export async function syncSupply(_: Job<'syncSupply'>, services: Services): Promise<void> {
  const { db, transaction, clock } = services
  const merchants = await db.selectFrom('merchants').select('id').where('status', '=', 0).orderBy('id').execute()
  for (const { id } of merchants) await syncShop(id, services)
  const next = new Date(clock.now().getTime() + EVERY_MS)
  await transaction(tx => planSyncRound(tx, next, clock.now()))
}

async function syncShop(merchantId: number, services: Services): Promise<void> {
  const { db, transaction, gateways, clock, files, log } = services
  if (!gateways.weilian || (await settingOf(db, merchantId, SYNC_SETTING)) !== 'on') return
  try {
    const steps = await planFor(db, merchantId, await gateways.weilian.goods(), [])
    const savePicture = async (address: string) =>
      (await files.savePicture(merchantId, await fetchPicture(address), clock.now())).path
    const { done, problems } = await applySteps(merchantId, steps, {
      database: { db, transaction },
      savePicture,
      now: clock.now(),
    })
    log.info({ shopId: merchantId, done, problems: problems.length }, 'the catalogue follows the supplier')
    if (problems.length) await tell(services, merchantId, `同步供货商品时有 ${problems.length} 处问题：${problems[0]}`)
  } catch (error) {
    if (error instanceof BadMarkup) return tell(services, merchantId, error.message)
    if (!(error instanceof GatewayError)) throw error
    log.warn({ err: error, shopId: merchantId }, 'the goods of the supplier could not be read')
  }
}

const tell = ({ transaction, clock }: Services, merchantId: number, text: string): Promise<void> =>
  transaction(tx => raiseAlarm(tx, { merchantId, key: `supplier:sync:${clock.now().getTime()}`, text }, clock.now()))
