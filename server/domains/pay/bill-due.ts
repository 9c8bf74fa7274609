/** The bill of each day, fetched the day after. */
import { DAY_MS, dayOf, parseTime } from '../../../contract/time'
import type { Tx } from '../../db/database'
import { GatewayError } from '../../gateways/error'
import { enqueue, type Job } from '../../jobs/queue'
import type { PayProvider } from '../../ledger/ledger'
import type { Services } from '../../services'
import { billersOf } from './providers'
import { reconcile } from './reconcile'

/** Bills are ready from ten in the morning on; in Beijing, as days are. */
const READY_MS = 11 * 3_600_000

/** So many days are made up for after the server was away; for older ones there is `reconcile --again`. */
const CATCH_UP_DAYS = 14

/** The bills of a day: one job for each shop and provider, and the next day's after it. */
export async function planBills(
  { payload: { day } }: Job<'planBills'>,
  { db, transaction, clock, gateways }: Services,
): Promise<void> {
  const now = clock.now()
  const shops = await db.selectFrom('merchants').select('id').orderBy('id').execute()
  await transaction(async tx => {
    for (const { id: merchantId } of shops)
      for (const { provider } of billersOf(gateways)) {
        const [key, payload] = [`${provider}:${day}`, { provider, day }]
        await enqueue(tx, { merchantId, kind: 'reconcileBill', key, payload, runAt: now }, now)
      }
    const oldest = now.getTime() - CATCH_UP_DAYS * DAY_MS
    await planDay(tx, dayOf(new Date(Math.max(parseTime(day).getTime() + DAY_MS, oldest))), now)
  })
}

/** At every start: the day whose bill is awaited next. */
export const planNextBills = (tx: Tx, now: Date): Promise<void> =>
  planDay(tx, dayOf(new Date(now.getTime() - READY_MS)), now)

function planDay(tx: Tx, day: string, now: Date): Promise<void> {
  const runAt = new Date(parseTime(day).getTime() + DAY_MS + READY_MS)
  return enqueue(tx, { merchantId: 0, kind: 'planBills', key: day, payload: { day }, runAt }, now)
}

/** A day without trade has no bill; a bill that is not there yet is asked for again. */
export async function reconcileBill(
  { merchantId, payload: { provider, day } }: Job<'reconcileBill'>,
  services: Services,
): Promise<void> {
  const biller = billersOf(services.gateways).find(one => one.provider === provider)
  if (!biller) return
  const bill = await biller.bill(day).catch(emptyWithoutTrade)
  const about = { merchantId, provider: provider as PayProvider, day }
  await services.transaction(tx => reconcile(tx, about, bill, services.clock.now()))
}

function emptyWithoutTrade(error: unknown): [] {
  if (error instanceof GatewayError && error.code === 'noBill') return []
  throw error
}
