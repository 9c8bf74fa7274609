/**
 * Tokens of outside parties, kept in the database for all servers of the shop. Whoever needs one that is not there takes a
 * lease on its row and fetches it; the others wait for what it brings, or go on with the old one while that is still good.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from './clock'
import type { Database, Db, Tx } from './db/database'
import { GatewayError } from './gateways/error'
import { type Lent, type LentValues, MARGIN_SECONDS } from './gateways/lent'
import { type Secrets, sha256 } from './secrets'

interface Kept {
  value: string
  refreshAt: number
}

/** Of no shop: an app belongs to the server. */
const SERVER = 0
/** Longer than any call takes. */
const LEASE_MS = 30_000
const LOOK_EVERY_MS = 100
/** So that servers do not all come at the same moment. */
const JITTER_MS = 30_000
/** What is fetched near its end is not fetched anew with every call. */
const SOONEST_MS = 60_000
const STILL_GOOD_MS = 30_000

export function lentValues({ db, statement }: Database, { now }: Clock, secrets: Secrets): LentValues {
  const here = new Map<string, Kept>()
  const flights = new Map<string, Promise<string>>()
  const at = () => now().getTime()

  function keep(name: string, kept: Kept): string {
    here.set(name, kept)
    return kept.value
  }

  async function fetchAndSave(name: string, fetch: () => Promise<Lent>): Promise<string> {
    const { value, seconds } = await fetch()
    const early = MARGIN_SECONDS * 1000 - Math.floor(Math.random() * JITTER_MS)
    const refreshAt = at() + Math.max(SOONEST_MS, seconds * 1000 - early)
    const row = { sealed: secrets.seal(value, name), fingerprint: sha256(value) }
    await statement(tx => save(tx, name, { ...row, until: at() + seconds * 1000, refresh_at: refreshAt }))
    return keep(name, { value, refreshAt })
  }

  /** The row of a value that is good for a little yet. */
  async function known(name: string): Promise<Kept | undefined> {
    const row = await find(db, name)
    if (!row || row.until <= at() + STILL_GOOD_MS) return undefined
    return { value: secrets.open(row.sealed, name), refreshAt: row.refresh_at }
  }

  async function load(name: string, fetch: () => Promise<Lent>): Promise<string> {
    const giveUpAt = Date.now() + LEASE_MS
    while (Date.now() < giveUpAt) {
      const old = await known(name)
      if (old && old.refreshAt > at()) return keep(name, old)
      const fetched = await fetchUnderLease(name, fetch, old !== undefined)
      if (fetched !== undefined) return fetched
      // Another server is at it, or the party is away; until then the old one does.
      if (old) return keep(name, { ...old, refreshAt: at() + LOOK_EVERY_MS })
      await sleep(LOOK_EVERY_MS)
    }
    throw new GatewayError('lent', 'busy', { sent: 'no', retry: true, detail: name })
  }

  /** Nothing while another server has the lease, or when it failed and the caller `hasOld`. */
  async function fetchUnderLease(name: string, fetch: () => Promise<Lent>, hasOld: boolean) {
    if (!(await statement(tx => lease(tx, name, at())))) return undefined
    try {
      return await fetchAndSave(name, fetch)
    } catch (error) {
      await statement(tx => release(tx, name))
      if (!hasOld) throw error
      return undefined
    }
  }

  return {
    async current(name, fetch) {
      const kept = here.get(name)
      if (kept && kept.refreshAt > at()) return kept.value
      const underWay = flights.get(name)
      if (underWay) return underWay
      const flight = load(name, fetch).finally(() => flights.delete(name))
      flights.set(name, flight)
      return flight
    },
    async drop(name, value) {
      if (here.get(name)?.value === value) here.delete(name)
      await statement(tx => forget(tx, name, sha256(value)))
    },
  }
}

const find = (db: Db, name: string) =>
  db
    .selectFrom('lent_values')
    .select(['sealed', 'until', 'refresh_at'])
    .where('merchant_id', '=', SERVER)
    .where('name', '=', name)
    .executeTakeFirst()

/** Answers whether the caller is the one to fetch it. A lease of a server that died runs out. */
async function lease(tx: Tx, name: string, at: number): Promise<boolean> {
  const mine = { lease_until: at + LEASE_MS }
  const row = { merchant_id: SERVER, name, sealed: '', fingerprint: '', until: 0, refresh_at: 0, ...mine }
  const taken = await tx
    .insertInto('lent_values')
    .values(row)
    .onConflict(conflict =>
      conflict
        .columns(['merchant_id', 'name'])
        .doUpdateSet(mine)
        .where('lent_values.lease_until', '<=', at)
        .where('lent_values.refresh_at', '<=', at),
    )
    .returning('name')
    .executeTakeFirst()
  return taken !== undefined
}

const save = (tx: Tx, name: string, row: { sealed: string; fingerprint: string; until: number; refresh_at: number }) =>
  tx
    .updateTable('lent_values')
    .set({ ...row, lease_until: 0 })
    .where('merchant_id', '=', SERVER)
    .where('name', '=', name)
    .execute()

const release = (tx: Tx, name: string) =>
  tx
    .updateTable('lent_values')
    .set({ lease_until: 0 })
    .where('merchant_id', '=', SERVER)
    .where('name', '=', name)
    .execute()

/** Only the value that was refused: another server may have brought the next one. */
const forget = (tx: Tx, name: string, fingerprint: string) =>
  tx
    .updateTable('lent_values')
    .set({ until: 0, refresh_at: 0 })
    .where('merchant_id', '=', SERVER)
    .where('name', '=', name)
    .where('fingerprint', '=', fingerprint)
    .execute()
