import { type Topic, touch } from '../../cache'
import type { Database } from '../../db/database'

/**
 * Counts who looked at which product or article, and writes the counts together once in a while: a view is a statistic, not worth a
 * write of its own. What is not written when the process dies is lost.
 */
export class Views {
  private counts = new Map<number, Map<number, number>>()

  constructor(
    private readonly transaction: Database['transaction'],
    private readonly table: 'goods' | 'articles',
    private readonly topic: Topic,
  ) {}

  add(merchantId: number, id: number): void {
    const counts = this.counts.get(merchantId) ?? new Map<number, number>()
    this.counts.set(merchantId, counts)
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }

  async write(): Promise<void> {
    const counts = this.counts
    this.counts = new Map()
    for (const [merchantId, byId] of counts) {
      await this.transaction(async tx => {
        for (const [id, count] of [...byId].sort(([a], [b]) => a - b)) {
          await tx
            .updateTable(this.table)
            .set(({ eb }) => ({ views: eb('views', '+', count) }))
            .where('merchant_id', '=', merchantId)
            .where('id', '=', id)
            .execute()
        }
        touch(tx, merchantId, this.topic, [...byId.keys()])
      })
    }
  }
}
