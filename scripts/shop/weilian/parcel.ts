import { enterParcel } from '../../../server/domains/supply/parcels'
import { CommandError } from '../context'
import type { Desk } from './desk'
import { purchaseBy } from './purchases'

/** The number of a parcel that the supplier has sent, from its back office: the buyer sees it at once. */
export async function parcel(desk: Desk, [number = '', shipper = '', trackingNumber = '']: string[]): Promise<void> {
  const { shop } = desk
  const purchase = await purchaseBy(desk, number)
  const isShipped = await shop.database.transaction(tx =>
    enterParcel(tx, purchase, { shipper, trackingNumber }, shop.now),
  )
  if (!isShipped) throw new CommandError('只有已买到的实物、还没收货的订单才能填 / no bought goods on their way')
  console.log(`已填运单号 / noted: #${purchase.id} ${shipper} ${trackingNumber}`)
}
