import { retried } from '@/lib/retry'
import { dataOrNone, type Reply } from './client'
import { NetworkError } from './connection'

/** A read that tries again when the network failed. Hooks that load pages use it; writes never go through here. */
export const reading = <Data>(load: () => Promise<Data>): Promise<Data> =>
  retried(load, error => error instanceof NetworkError)

/** The rows of a list, bare or with totals. "No data" (700) is an empty list. */
export async function listOf<Row>(reply: Reply<Row[] | { result: Row[] }>): Promise<Row[]> {
  const data = await dataOrNone<Row[] | { result: Row[] }>(reply)
  if (!data) return []
  return Array.isArray(data) ? data : data.result
}
