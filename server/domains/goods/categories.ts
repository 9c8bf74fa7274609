import type { Db } from '../../db/database'

export type CategoryChain = (id: number | null) => number[]

/** Answers for a category itself and all above it. A shop has few categories: they are read at once. */
export async function categoryChain(db: Db, merchantId: number): Promise<CategoryChain> {
  const rows = await db.selectFrom('categories').select(['id', 'pid']).where('merchant_id', '=', merchantId).execute()
  const above = new Map(rows.map(({ id, pid }) => [id, pid]))
  return id => {
    const chain: number[] = []
    for (let at = id ?? 0; above.has(at) && !chain.includes(at); at = above.get(at) ?? 0) chain.push(at)
    return chain
  }
}
