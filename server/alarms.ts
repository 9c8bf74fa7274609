/** Calls a person. An alarm is a job: it exists exactly when the trouble does, and is told until somebody hears it. */
import type { Tx } from './db/database'
import { enqueue, type Job } from './jobs/queue'
import type { Services } from './services'

export interface Alarm {
  merchantId: number
  /** The business fact, such as `purchase:12:unknown`: raised again while it waits to be told, it is told once. */
  key: string
  /** In the shop keeper's language, what happened and what to do. Never a code, a token, a number of a person. */
  text: string
}

/** In the transaction that finds the trouble. Told in the log, and to the webhook of `ALARM_WEBHOOK`. */
export const raiseAlarm = (tx: Tx, { merchantId, key, text }: Alarm, now: Date): Promise<void> =>
  enqueue(tx, { merchantId, kind: 'tellAlarm', key, payload: { text }, runAt: now }, now)

/** Throws when the webhook did not take it, and is done again later. */
export async function tellAlarm(
  { merchantId, key, payload: { text }, attempt }: Job<'tellAlarm'>,
  { gateways, log, db }: Services,
): Promise<void> {
  if (attempt === 1) log.error({ shopId: merchantId, alarm: key }, text)
  if (!gateways.webhook) return
  const shop = await db.selectFrom('merchants').select(['name']).where('id', '=', merchantId).executeTakeFirst()
  const name = shop?.name ?? '小铺'
  await gateways.webhook.post({ text: `【${name}】${text}`, facts: { shop: name, alarm: key } })
}
