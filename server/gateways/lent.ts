/** Values that a party lends us for a while, such as tokens. All servers of the shop should use the same one. */

export interface Lent {
  value: string
  /** How long the party lets it be good. */
  seconds: number
}

export interface LentValues {
  /** What is known under `name`, while it is good for some minutes yet; else what `fetch` brings, which one caller does for all. */
  current(name: string, fetch: () => Promise<Lent>): Promise<string>
  /** The party said that this very value is void; another may be there already. */
  drop(name: string, value: string): Promise<void>
}

/** Given up a little before it ends, so that none ends on its way. */
export const MARGIN_SECONDS = 5 * 60

/** For one process alone. */
export function keptHere(now: () => Date = () => new Date()): LentValues {
  const known = new Map<string, { value: string; until: number }>()
  const fetching = new Map<string, Promise<string>>()
  return {
    async current(name, fetch) {
      const kept = known.get(name)
      if (kept && kept.until > now().getTime()) return kept.value
      const underWay = fetching.get(name)
      if (underWay) return underWay
      const fetched = fetch()
        .then(({ value, seconds }) => {
          known.set(name, { value, until: now().getTime() + (seconds - MARGIN_SECONDS) * 1000 })
          return value
        })
        .finally(() => fetching.delete(name))
      fetching.set(name, fetched)
      return fetched
    },
    async drop(name, value) {
      if (known.get(name)?.value === value) known.delete(name)
    },
  }
}
