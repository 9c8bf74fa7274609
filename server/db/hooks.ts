import type { Tx } from './database'

export type Hook = () => void | Promise<void>
/** What the process should hear of once it is committed. */
export type Signal = 'jobs'

interface Pending {
  /** By name, so that many callers in one transaction cause one statement. */
  readonly hooks: Map<string, Hook>
  readonly signals: Set<Signal>
}

const pendingByTransaction = new WeakMap<object, Pending>()

export function pendingOf(tx: Tx): Pending {
  const known = pendingByTransaction.get(tx)
  if (known) return known
  const pending: Pending = { hooks: new Map(), signals: new Set() }
  pendingByTransaction.set(tx, pending)
  return pending
}

/** Done last, just before the commit: what takes locks that others wait for. */
export const beforeCommit = (tx: Tx, name: string, hook: Hook): void => void pendingOf(tx).hooks.set(name, hook)

/** Heard by `Database.listen` when this transaction is committed, not at all after a rollback. */
export const signal = (tx: Tx, what: Signal): void => void pendingOf(tx).signals.add(what)
