import type { Clock } from '../clock'
import type { Database } from '../db/database'
import type { Services } from '../services'
import type { JobHandlers } from './kinds'
import { claim, finish, type Job, MAX_ATTEMPTS, putBack } from './queue'

const POLL_MS = 1000
const LEASE_MS = 60_000
/** Most jobs wait for somebody outside. */
const AT_ONCE = 20

export interface Worker {
  start(): void
  /** Runs what is due until nothing is. */
  runDue(): Promise<void>
  /** Takes nothing new and waits for what is running. */
  stop(): Promise<void>
}

/** Two seconds, four, eight … up to six hours. */
export const backOffMs = (attempt: number) => Math.min(2 ** attempt * 1000, 6 * 3_600_000)

export function createWorker(database: Database, clock: Clock, services: Services, handlers: JobHandlers): Worker {
  const { log } = services
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> | undefined
  let again = false
  let stopped = false

  async function run(job: Job): Promise<void> {
    try {
      const handler = handlers[job.kind] as ((job: Job, services: Services) => Promise<void>) | undefined
      if (!handler) throw new Error(`no handler for jobs of kind ${job.kind}`)
      await handler(job, services)
      await finish(database, job)
    } catch (error) {
      const isLast = job.attempt >= MAX_ATTEMPTS
      const runAt = isLast ? undefined : new Date(clock.now().getTime() + backOffMs(job.attempt))
      const about = { err: error, job: job.kind, key: job.key, attempt: job.attempt, shopId: job.merchantId }
      if (isLast) log.error(about, 'a job was given up and waits for a person')
      else log.warn(about, 'a job failed and will be tried again')
      await putBack(database, job, error instanceof Error ? error.message : String(error), runAt, clock.now())
    }
  }

  const running = new Set<Promise<void>>()
  let wake = () => {}
  /** A new job must not wait for those that wait for somebody slow. */
  const sign = () =>
    new Promise<void>(resolve => {
      wake = resolve
    })

  async function rounds(): Promise<void> {
    while (!stopped) {
      again = false
      const jobs = running.size < AT_ONCE ? await claim(database, clock.now(), LEASE_MS, AT_ONCE - running.size) : []
      for (const job of jobs) {
        const work = run(job).finally(() => {
          running.delete(work)
          // What it has left to do may have come after the last look.
          again = true
        })
        running.add(work)
      }
      if (jobs.length || again) continue
      if (running.size === 0) break
      await Promise.race([...running, sign()])
    }
    await Promise.all(running)
  }

  function runDue(): Promise<void> {
    again = true
    wake()
    round ??= rounds().finally(() => {
      round = undefined
    })
    return round
  }

  const tick = () => runDue().catch(error => log.error({ err: error }, 'the worker cannot reach its jobs'))

  return {
    runDue,
    start() {
      database.listen('jobs', () => void tick())
      timer = setInterval(tick, POLL_MS)
      timer.unref()
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      await round?.catch(() => {})
    },
  }
}
