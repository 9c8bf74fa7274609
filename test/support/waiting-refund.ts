import type { DemoShop } from './shop-at'

/** The number of the request that waits for an order, as the shop keeper reads it: others have theirs at the same time. */
export async function waitingRefund({ keeper }: Pick<DemoShop, 'keeper'>, orderNumber: string): Promise<string> {
  const listed = await keeper('refunds', 'list', '--status', '待商家处理')
  const line = listed.split('\n').find(line => line.includes(`订单 ${orderNumber}`))
  const no = line && /^TK\d+/.exec(line)?.[0]
  if (!no) throw new Error(`nothing waits for ${orderNumber}:\n${listed}`)
  return no
}
