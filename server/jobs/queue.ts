/**
 * Work to do later. A job is written in the transaction that wants it done, so it exists exactly when the business fact
 * does. A worker takes it under a lease; one that died with it (kill -9) loses it to the next.
 */
import type { Database, Tx } from '../db/database'
import { signal } from '../db/hooks'
import type { JobKind, JobPayloads } from './kinds'

/** After so many tries a job is given up: with the waits between them, a little over a day. */
export const MAX_ATTEMPTS = 18

export interface Job<Kind extends JobKind = JobKind> {
  id: number
  merchantId: number
  kind: Kind
  key: string
  payload: JobPayloads[Kind]
  /** Counts this try. */
  attempt: number
}

export interface NewJob<Kind extends JobKind> {
  merchantId: number
  kind: Kind
  /** The business fact: the same key is queued once while it waits. */
  key: string
  payload: JobPayloads[Kind]
  runAt: Date
}

export async function enqueue<Kind extends JobKind>(tx: Tx, job: NewJob<Kind>, now: Date): Promise<void> {
  await tx
    .insertInto('jobs')
    .values({
      merchant_id: job.merchantId,
      kind: job.kind,
      key: job.key,
      payload_json: JSON.stringify(job.payload),
      state: 'waiting',
      run_at: job.runAt.getTime(),
      created_at: now.getTime(),
      updated_at: now.getTime(),
    })
    .onConflict(conflict => conflict.columns(['merchant_id', 'kind', 'key']).doNothing())
    .execute()
  if (job.runAt <= now) signal(tx, 'jobs')
}

/**
 * A job that waits for its next try is tried now; one that is running or gone is left alone. Without a key all of its kind.
 */
export async function hurry(
  tx: Tx,
  { merchantId, kind, key }: Pick<NewJob<JobKind>, 'merchantId' | 'kind'> & { key?: string },
  now: Date,
): Promise<void> {
  await tx
    .updateTable('jobs')
    .set({ run_at: now.getTime(), updated_at: now.getTime() })
    .where('merchant_id', '=', merchantId)
    .where('kind', '=', kind)
    .$if(key !== undefined, query => query.where('key', '=', key ?? ''))
    .where('state', '=', 'waiting')
    .execute()
  signal(tx, 'jobs')
}

/** Takes jobs that are due, or whose worker's lease has run out. */
export async function claim(
  { transaction, dialect }: Database,
  now: Date,
  leaseMs: number,
  limit: number,
): Promise<Job[]> {
  const at = now.getTime()
  const rows = await transaction(tx =>
    tx
      .updateTable('jobs')
      .set(({ eb }) => ({
        state: 'running',
        lease_until: at + leaseMs,
        attempts: eb('attempts', '+', 1),
        updated_at: at,
      }))
      .where('id', 'in', eb =>
        eb
          .selectFrom('jobs')
          .select('id')
          .where(({ or, and, eb: on }) =>
            or([
              and([on('state', '=', 'waiting'), on('run_at', '<=', at)]),
              and([on('state', '=', 'running'), on('lease_until', '<=', at)]),
            ]),
          )
          .orderBy('run_at')
          .limit(limit)
          // Two PostgreSQL workers must not wait for one another; SQLite has one writer anyway.
          .$if(dialect === 'postgres', query => query.forUpdate().skipLocked()),
      )
      .returning(['id', 'merchant_id', 'kind', 'key', 'payload_json', 'attempts'])
      .execute(),
  )
  return rows.map(row => ({
    id: row.id,
    merchantId: row.merchant_id,
    kind: row.kind as JobKind,
    key: row.key,
    payload: JSON.parse(row.payload_json),
    attempt: row.attempts,
  }))
}

/** Finished jobs leave no row; what they did stands in the tables of their domain. */
export const finish = ({ transaction }: Database, { id, attempt }: Job): Promise<unknown> =>
  transaction(tx => tx.deleteFrom('jobs').where('id', '=', id).where('attempts', '=', attempt).execute())

/** Puts a job back for `runAt`, or aside for a person when there is none. A job that another worker took meanwhile stays with it. */
export const putBack = (
  { transaction }: Database,
  { id, attempt }: Job,
  error: string,
  runAt: Date | undefined,
  now: Date,
): Promise<unknown> =>
  transaction(tx =>
    tx
      .updateTable('jobs')
      .set({
        state: runAt ? 'waiting' : 'dead',
        ...(runAt && { run_at: runAt.getTime() }),
        lease_until: null,
        last_error: error.slice(0, 500),
        updated_at: now.getTime(),
      })
      .where('id', '=', id)
      .where('attempts', '=', attempt)
      .execute(),
  )
