/**
 * Answers kept as the bytes they travel in. What may be stale is counted in the database, in the transaction that
 * changes it: a reader compares one number, so an answer is never older than the newest commit, whichever process
 * made it, and nothing depends on time.
 */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Db, Tx } from './db/database'
import { beforeCommit } from './db/hooks'
import { type At, prepared } from './db/prepared'

/** `catalogue`: goods, categories, freight. `site`: settings, banners, notices. */
export type Topic = 'catalogue' | 'site'

/**
 * A topic is counted in several rows, so that orders of different goods do not wait for one another. Any change moves
 * the sum.
 */
const STRIPES: Record<Topic, number> = { catalogue: 16, site: 1 }

export const versionRows = (merchantId: number) =>
  Object.entries(STRIPES).flatMap(([topic, stripes]) =>
    Array.from({ length: stripes }, (_, stripe) => ({ merchant_id: merchantId, topic, stripe, version: 1 })),
  )

/** Makes kept answers stale when this transaction commits. `ids`: the goods that changed, or all. */
export function touch(tx: Tx, merchantId: number, topic: Topic, ids?: readonly number[]): void {
  const stripes = touchedBy(tx, merchantId, topic)
  for (let stripe = 0; stripe < STRIPES[topic]; stripe++) {
    if (!ids || ids.some(id => id % STRIPES[topic] === stripe)) stripes.add(stripe)
  }
  beforeCommit(tx, `touch ${merchantId} ${topic}`, async () => {
    await tx
      .updateTable('cache_versions')
      .set(({ eb }) => ({ version: eb('version', '+', 1) }))
      .where('merchant_id', '=', merchantId)
      .where('topic', '=', topic)
      .where(
        'stripe',
        'in',
        [...stripes].sort((a, b) => a - b),
      )
      .execute()
  })
}

const touchedStripes = new WeakMap<object, Map<string, Set<number>>>()

function touchedBy(tx: Tx, merchantId: number, topic: Topic): Set<number> {
  const byTopic = touchedStripes.get(tx) ?? new Map<string, Set<number>>()
  touchedStripes.set(tx, byTopic)
  const key = `${merchantId} ${topic}`
  const stripes = byTopic.get(key) ?? new Set<number>()
  byTopic.set(key, stripes)
  return stripes
}

/** The same answer, plain and for callers that take gzip. Small ones are not worth the wrapping. */
export interface KeptAnswer {
  readonly plain: Buffer
  readonly gzip: Buffer | undefined
}

const GZIP_FROM_BYTES = 1400

interface Kept {
  version: number
  answer: KeptAnswer
}

export class AnswerCache {
  private readonly kept = new Map<string, Kept>()
  private readonly making = new Map<string, Promise<KeptAnswer>>()
  private readonly sharedReading = shared<number>()
  private readonly sharedMaking = shared<Buffer>()
  private bytes = 0

  /** `limitBytes`: 0 keeps nothing; requests that arrive together still share one making. */
  constructor(private readonly limitBytes: number) {}

  /** The kept answer, or the one that `make` makes. Refusals are not kept. */
  async answer(
    db: Db,
    merchantId: number,
    topic: Topic,
    key: string,
    make: () => Promise<Buffer>,
  ): Promise<KeptAnswer> {
    const place = `${merchantId} ${key}`
    if (this.limitBytes === 0) return { plain: await this.sharedMaking(place, make), gzip: undefined }
    const version = await this.sharedReading(`${merchantId} ${topic}`, () => readVersion(db, merchantId, topic))
    const kept = this.kept.get(place)
    if (kept?.version === version) {
      this.kept.delete(place)
      this.kept.set(place, kept)
      return kept.answer
    }
    const turn = `${place} ${version}`
    const making = this.making.get(turn) ?? packed(make).finally(() => this.making.delete(turn))
    this.making.set(turn, making)
    const answer = await making
    this.keep(place, { version, answer })
    return answer
  }

  private keep(place: string, kept: Kept): void {
    this.drop(place)
    this.kept.set(place, kept)
    this.bytes += sizeOf(kept)
    for (const oldest of this.kept.keys()) {
      if (this.bytes <= this.limitBytes) break
      this.drop(oldest)
    }
  }

  private drop(place: string): void {
    const kept = this.kept.get(place)
    if (kept) this.bytes -= sizeOf(kept)
    this.kept.delete(place)
  }
}

/**
 * Requests that arrive in the same turn of the loop share one read. It begins when they all are here, so what it finds is
 * as new as what each would have found alone.
 */
function shared<Value>() {
  const underWay = new Map<string, Promise<Value>>()
  return (key: string, read: () => Promise<Value>): Promise<Value> => {
    const known = underWay.get(key)
    if (known) return known
    const reading = new Promise<void>(resolve => setImmediate(resolve)).then(() => {
      underWay.delete(key)
      return read()
    })
    underWay.set(key, reading)
    return reading
  }
}

const sizeOf = ({ answer }: Kept) => answer.plain.length + (answer.gzip?.length ?? 0)

async function packed(make: () => Promise<Buffer>): Promise<KeptAnswer> {
  const plain = await make()
  return { plain, gzip: plain.length < GZIP_FROM_BYTES ? undefined : await promisify(gzip)(plain) }
}

const versions = prepared((db, at: At<{ merchantId: number; topic: Topic }>) =>
  db
    .selectFrom('cache_versions')
    .select(({ fn }) => fn.sum<number | null>('version').as('version'))
    .where('merchant_id', '=', at('merchantId'))
    .where('topic', '=', at('topic')),
)

async function readVersion(db: Db, merchantId: number, topic: Topic): Promise<number> {
  const [row] = await versions(db, { merchantId, topic })
  return Number(row?.version ?? 0)
}
