import { setTimeout as wait } from 'node:timers/promises'
import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { createClock } from '../../server/clock'
import type { Database } from '../../server/db/database'
import type { JobHandlers } from '../../server/jobs/kinds'
import { enqueue, type Job, MAX_ATTEMPTS } from '../../server/jobs/queue'
import { backOffMs, createWorker } from '../../server/jobs/worker'
import type { Services } from '../../server/services'
import { freshDatabase } from '../support/fresh'
import { signal } from '../support/signal'

const { database, merchantId, another } = await freshDatabase()
const clock = createClock()
const services = { log: pino({ level: 'silent' }) } as unknown as Services

/** A worker for one kind of job. */
const workerOf = (confirmReceipt: (job: Job) => Promise<void>, on: Database = database) =>
  createWorker(on, clock, services, { confirmReceipt } as unknown as JobHandlers)

let made = 0

/** Writes a job that is due in so many seconds. */
async function queue(inSeconds = 0, key = `order:${++made}`): Promise<string> {
  const job = { merchantId, kind: 'confirmReceipt' as const, key, payload: { orderId: 7 } }
  const now = clock.now()
  const runAt = new Date(now.getTime() + inSeconds * 1000)
  await database.transaction(tx => enqueue(tx, { ...job, runAt }, now))
  return key
}

const rowOf = (key: string) =>
  database.db
    .selectFrom('jobs')
    .select(['state', 'attempts', 'run_at', 'last_error', 'lease_until'])
    .where('merchant_id', '=', merchantId)
    .where('key', '=', key)
    .executeTakeFirst()

describe('a job', () => {
  it('is written with the transaction that wants it, or not at all', async () => {
    const now = clock.now()
    const job = { merchantId, kind: 'confirmReceipt' as const, key: 'rolled back', payload: { orderId: 1 }, runAt: now }
    const failing = database.transaction(async tx => {
      await enqueue(tx, job, now)
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await rowOf('rolled back')).toBeUndefined()
  })

  it('that another brings about while the worker finds nothing is done in the same go', async () => {
    const done: string[] = []
    // What finds nothing answers late, as on a busy machine: meanwhile the first job ends and leaves the second.
    const slow: Database = {
      ...database,
      async transaction(work) {
        const result = await database.transaction(work)
        if (Array.isArray(result) && result.length === 0) await wait(50)
        return result
      },
    }
    const first = await queue()
    let second = ''
    const worker = workerOf(async ({ key }) => {
      done.push(key)
      await wait(10)
      if (key === first) second = await queue()
    }, slow)
    await worker.runDue()
    expect(done).toEqual([first, second])
  })

  it('is done once it is due, with what it was given, and leaves no row', async () => {
    const key = await queue(60)
    const done: Job[] = []
    const worker = workerOf(async job => void done.push(job))
    await worker.runDue()
    expect(done).toEqual([])
    clock.advance(60)
    await worker.runDue()
    expect(done).toMatchObject([{ merchantId, kind: 'confirmReceipt', key, payload: { orderId: 7 }, attempt: 1 }])
    expect(await rowOf(key)).toBeUndefined()
    await worker.runDue()
    expect(done).toHaveLength(1)
  })

  it('with the same key waits once', async () => {
    const key = await queue()
    await queue(0, key)
    const done: string[] = []
    await workerOf(async job => void done.push(job.key)).runDue()
    expect(done).toEqual([key])
  })

  it('that fails comes back later and later, and is given up after a day', async () => {
    const key = await queue()
    let times = 0
    const worker = workerOf(async () => {
      times += 1
      throw new Error(`failed ${'x'.repeat(600)}`)
    })
    let waited = 0
    await worker.runDue()
    for (let tries = 1; tries < MAX_ATTEMPTS; tries++) {
      expect([times, (await rowOf(key))?.state]).toEqual([tries, 'waiting'])
      clock.advance(backOffMs(tries) / 1000 - 1)
      await worker.runDue()
      expect(times, 'not before its time').toBe(tries)
      clock.advance(1)
      await worker.runDue()
      waited += backOffMs(tries)
    }
    expect(times).toBe(MAX_ATTEMPTS)
    expect(waited / 3_600_000).toBeGreaterThan(24)
    expect(await rowOf(key)).toMatchObject({
      state: 'dead',
      lease_until: null,
      last_error: expect.stringMatching(/^failed x{493}$/),
    })
    clock.advance(30 * 86_400)
    await worker.runDue()
    expect(times).toBe(MAX_ATTEMPTS)
  })

  it('that fails keeps no other from being done', async () => {
    const bad = await queue()
    const good = await queue()
    await workerOf(async ({ key }) => {
      if (key === bad) throw new Error('no')
    }).runDue()
    expect(await rowOf(good)).toBeUndefined()
    expect(await rowOf(bad)).toMatchObject({ state: 'waiting', attempts: 1 })
    await workerOf(async () => {}).runDue()
    clock.advance(10)
    await workerOf(async () => {}).runDue()
  })

  it('of a kind that nobody knows waits for a version that does', async () => {
    const key = await queue()
    await createWorker(database, clock, services, {} as JobHandlers).runDue()
    expect(await rowOf(key)).toMatchObject({ state: 'waiting', last_error: expect.stringContaining('no handler') })
    clock.advance(10)
    await workerOf(async () => {}).runDue()
  })
})

describe('a worker', () => {
  it('does many jobs side by side, but not too many', async () => {
    for (let i = 0; i < 25; i++) await queue()
    let [now, most, all] = [0, 0, 0]
    await workerOf(async () => {
      now += 1
      all += 1
      most = Math.max(most, now)
      await wait(5)
      now -= 1
    }).runDue()
    expect([most, all]).toEqual([20, 25])
  })

  it('shares the jobs with another: each is done once', async () => {
    const keys = await Promise.all(Array.from({ length: 40 }, () => queue()))
    const other = await another()
    const done: string[] = []
    const work = async ({ key }: Job) => {
      done.push(key)
      await wait(2)
    }
    await Promise.all([workerOf(work).runDue(), workerOf(work, other).runDue(), workerOf(work, other).runDue()])
    expect(done.sort()).toEqual(keys.sort())
  })

  it('loses a job to another when it has died with it, and its own end no longer counts', async () => {
    const key = await queue()
    const [started, ended] = [signal(), signal()]
    const frozen = workerOf(async () => {
      started.give()
      await ended.given
      throw new Error('woke up late')
    }).runDue()
    await started.given
    const done: number[] = []
    const heir = workerOf(async ({ attempt }) => void done.push(attempt))
    await heir.runDue()
    clock.advance(59)
    await heir.runDue()
    expect(done, 'not while the lease runs').toEqual([])
    clock.advance(2)
    await heir.runDue()
    expect(done).toEqual([2])
    ended.give()
    await frozen
    expect(await rowOf(key)).toBeUndefined()
  })

  it('starts what was queued at once, and takes nothing more when it is stopped', async () => {
    const done = signal<string>()
    const worker = workerOf(async ({ key }) => {
      await wait(20)
      done.give(key)
    })
    worker.start()
    const key = await queue()
    expect(await done.given).toBe(key)
    await worker.stop()
    const left = await queue()
    await worker.runDue()
    expect(await rowOf(left)).toMatchObject({ state: 'waiting', attempts: 0 })
    await workerOf(async () => {}).runDue()
  })

  it('starts a new job while others wait for somebody slow', async () => {
    const [slow, quick, release] = [signal(), signal(), signal()]
    const first = await queue()
    const worker = workerOf(async ({ key }) => {
      if (key !== first) return quick.give()
      slow.give()
      await release.given
    })
    worker.start()
    void worker.runDue()
    await slow.given
    await queue()
    await quick.given
    release.give()
    await worker.stop()
  })

  it('finishes what is running before it is stopped', async () => {
    const key = await queue()
    const started = signal()
    const worker = workerOf(async () => {
      started.give()
      await wait(50)
    })
    const running = worker.runDue()
    await started.given
    await worker.stop()
    expect(await rowOf(key)).toBeUndefined()
    await running
  })
})
