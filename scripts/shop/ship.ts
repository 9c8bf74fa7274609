import { shipOrder } from '../../server/domains/order/ship'
import { STATUS_TEXTS } from '../../server/domains/order/status'
import { type Command, CommandError, readArguments } from './context'
import { orderByNumber } from './orders'

const usage = '<订单号 orderNumber> <快递公司 shipper> <运单号 trackingNumber>'

export const ship: Command = {
  usage,
  about: '发货；已发货的订单可以再加一个包裹 / ship an order; a further parcel may follow',
  async run(args, shop) {
    const { positionals, shop: name } = readArguments(args, usage, ['orderNumber', 'shipper', 'trackingNumber'])
    const [orderNumber = '', shipper = '', trackingNumber = ''] = positionals
    if (!/^[\w-]{4,40}$/.test(trackingNumber))
      throw new CommandError(`运单号格式不正确 / not a tracking number: ${trackingNumber}`)
    const merchant = await shop.merchant(name)
    const order = await orderByNumber(shop.database.db, merchant.id, orderNumber)
    const isShipped = await shop.database.transaction(tx =>
      shipOrder(tx, merchant.id, order.id, { shipper, trackingNumber }, shop.now),
    )
    if (!isShipped)
      throw new CommandError(`订单现在是「${STATUS_TEXTS[order.status]}」，不能发货 / cannot be shipped in this state`)
    console.log(`已发货 / shipped: ${orderNumber} ${shipper} ${trackingNumber}`)
  },
}
