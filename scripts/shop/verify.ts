import { receiveOrder } from '../../server/domains/order/ship'
import { STATUS, STATUS_TEXTS } from '../../server/domains/order/status'
import { type Command, CommandError, readArguments } from './context'

const usage = '<核销码 code>'

/** What staff do on the storefront, from the counter's own computer. */
export const verify: Command = {
  usage,
  about: '核销到店自取的订单 / hand out an order by its code',
  async run(args, shop) {
    const { positionals, shop: name } = readArguments(args, usage, ['code'])
    const merchant = await shop.merchant(name)
    const code = (positionals[0] ?? '').replace(/\s/g, '')
    const order = await shop.database.db
      .selectFrom('orders')
      .select(['id', 'status', 'order_number'])
      .where('merchant_id', '=', merchant.id)
      .where('hx_number', '=', code)
      .executeTakeFirst()
    if (!order) throw new CommandError(`没有核销码 ${code} / no such code`)
    const isVerified = await shop.database.transaction(tx =>
      receiveOrder(tx, merchant.id, order.id, shop.now, [STATUS.paid, STATUS.shipped]),
    )
    if (!isVerified)
      throw new CommandError(`订单现在是「${STATUS_TEXTS[order.status]}」，不能核销 / not possible in this state`)
    console.log(`已核销 / handed out: ${order.order_number}`)
  },
}
