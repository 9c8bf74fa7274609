import { createHash } from 'node:crypto'
import type { Chosen } from '../goods/additions'
import type { AskedLine } from '../goods/booking'

/** 32 hex digits of goods, choice, additions and what it is booked for: the same choice again is the same line. */
export function lineKey(
  goodsId: number,
  pairs: string,
  additions: readonly Chosen[],
  { days = [], goodsTimesDay = '', goodsTimesItem = '' }: AskedLine = {},
): string {
  const chosen = additions.map(({ pid, id }) => `${pid}:${id}`).sort()
  const when = [...new Set(days), goodsTimesDay, goodsTimesItem].filter(Boolean).sort().join(',')
  return createHash('md5')
    .update([goodsId, pairs, [...new Set(chosen)].join(','), ...(when ? [when] : [])].join('|'))
    .digest('hex')
}
