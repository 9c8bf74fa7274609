/** What is kept, oldest first: how much of it there may be. */
export interface KeptEntry {
  key: string
  /** Characters of its text, which is what phones count. */
  size: number
}

const MOST_ENTRIES = 60
const MOST_SIZE = 800_000
/** Larger answers are not worth the room of many others. */
export const LARGEST = 120_000

/** The list with one more at its end, and what had to make room for it. Refuses nothing: the caller looks at `LARGEST`. */
export function withEntry(entries: readonly KeptEntry[], added: KeptEntry): { kept: KeptEntry[]; dropped: string[] } {
  const all = [...entries.filter(({ key }) => key !== added.key), added]
  let size = all.reduce((sum, entry) => sum + entry.size, 0)
  let first = 0
  while (first < all.length - 1 && (all.length - first > MOST_ENTRIES || size > MOST_SIZE)) {
    size -= all[first]?.size ?? 0
    first += 1
  }
  return { kept: all.slice(first), dropped: all.slice(0, first).map(({ key }) => key) }
}
