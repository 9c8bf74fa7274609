import { touch } from '../../cache'
import type { Database } from '../../db/database'

/**
 * Counts who looked at which product, and writes the counts together once in a while: a view is a statistic, not worth a
 * write of its own. What is not written when the process dies is lost.
 */
export class Views {
  private counts = new Map<number, Map<number, number>>()

  constructor(private readonly transaction: Database['transaction']) {}

  add(merchantId: number, goodsId: number): void {
    const counts = this.counts.get(merchantId) ?? new Map<number, number>()
    this.counts.set(merchantId, counts)
    counts.set(goodsId, (counts.get(goodsId) ?? 0) + 1)
  }

  async write(): Promise<void> {
    const counts = this.counts
    this.counts = new Map()
    for (const [merchantId, byGoods] of counts) {
      await this.transaction(async tx => {
        for (const [goodsId, count] of [...byGoods].sort(([a], [b]) => a - b)) {
          await tx
            .updateTable('goods')
            .set(({ eb }) => ({ views: eb('views', '+', count) }))
            .where('merchant_id', '=', merchantId)
            .where('id', '=', goodsId)
            .execute()
        }
        touch(tx, merchantId, 'catalogue', [...byGoods.keys()])
      })
    }
  }
}
