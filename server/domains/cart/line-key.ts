import { createHash } from 'node:crypto'
import type { Chosen } from '../goods/additions'

/** 32 hex digits of goods, choice and additions: the same choice again is the same line. */
export function lineKey(goodsId: number, pairs: string, additions: readonly Chosen[]): string {
  const chosen = additions.map(({ pid, id }) => `${pid}:${id}`).sort()
  return createHash('md5')
    .update(`${goodsId}|${pairs}|${[...new Set(chosen)].join(',')}`)
    .digest('hex')
}
