/** What must be paid for by virtual payment, and how it then must be ordered. */
import { type Fen, fen } from '../../../contract/money'
import type { Db } from '../../db/database'
import type { Gateways } from '../../gateways'
import { Refusal } from '../../http/refusal'
import { settingOf } from '../site/settings'

/** `on` when the shop keeper has opened virtual payment with WeChat. */
const SWITCH = 'virtual_payment'
const PHYSICAL = 2
/** WeChat takes no less of an item's published price. */
const LEAST_BP = 4000

interface Kind {
  supply_type: string
  supply_kind: number
}

/** Card codes and top-ups: what is delivered as words, by a supplier. */
export const isVirtual = ({ supply_type, supply_kind }: Kind) => supply_type !== '' && supply_kind !== PHYSICAL

export const isVirtualPaymentOn = async (db: Db, { xpay }: Gateways, merchantId: number): Promise<boolean> =>
  xpay !== undefined && (await settingOf(db, merchantId, SWITCH)) === 'on'

export interface VirtualPurchase {
  orderId: number
  skuId: number
  number: number
  amountFen: Fen
}

/**
 * What orders pay for in the mini-program, when it must be virtual payment; undefined when WeChat Pay does. Refuses
 * `virtualAlone` when virtual goods stand beside others, or several of them, because an order there names one item.
 */
export async function virtualPurchaseIn(
  db: Db,
  merchantId: number,
  userId: number,
  orderIds: readonly number[],
): Promise<VirtualPurchase | undefined> {
  const lines = await db
    .selectFrom('order_lines')
    .innerJoin('orders', join =>
      join.onRef('orders.merchant_id', '=', 'order_lines.merchant_id').onRef('orders.id', '=', 'order_lines.order_id'),
    )
    .select(['order_lines.sku_id', 'order_lines.number', 'order_lines.supply_type', 'order_lines.supply_kind'])
    .select(['orders.id', 'orders.real_fen'])
    .where('order_lines.merchant_id', '=', merchantId)
    .where('order_lines.user_id', '=', userId)
    .where('order_lines.order_id', 'in', [...orderIds])
    .execute()
  if (!lines.some(isVirtual)) return undefined
  const [line, ...others] = lines
  if (!line || others.length) throw new Refusal('virtualAlone')
  return { orderId: line.id, skuId: line.sku_id, number: line.number, amountFen: line.real_fen }
}

/** What is paid for one piece. Refuses `virtualPrice` when no whole fen, or more or much less than the item's price. */
export function unitOf({ amountFen, number }: VirtualPurchase, itemFen: Fen): Fen {
  const unit = amountFen / number
  if (!Number.isInteger(unit) || unit > itemFen || unit * 10_000 < itemFen * LEAST_BP) throw new Refusal('virtualPrice')
  return fen(unit)
}

/** Requests of mini-programs say so. */
export const isMiniProgram = (userAgent: string) => /miniProgram/i.test(userAgent)
