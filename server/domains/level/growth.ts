/** Growth that comes with orders, by the shop's rule `consumeGrowth`, and goes with refunds. */
import type { Db, Tx } from '../../db/database'
import { book, lockedBalance, TRANSFER_KINDS, type Transfer, userAccount } from '../../ledger/ledger'
import { listScoreRules, scoreBy } from '../score/rules'

interface GrownOrder {
  merchant_id: number
  id: number
  user_id: number
  order_number: string
}

/** For what was paid for the goods of a complete order, less what was given back before. */
export async function growWith(tx: Tx, order: GrownOrder, paidFen: number, now: Date): Promise<void> {
  const [rule] = await listScoreRules(tx, order.merchant_id, 'consumeGrowth')
  const growth = rule ? scoreBy(rule, paidFen) : 0
  if (growth > 0) await book(tx, order.merchant_id, now, [growthTransfer(order, growth, `order:${order.id}:growth`)])
}

/** `given` of `total` is what of its goods has been given back by now. What is not there any more is not chased. */
export async function unwindGrowth(
  tx: Tx,
  order: GrownOrder,
  { refundId, given, total }: { refundId: number; given: number; total: number },
  now: Date,
): Promise<void> {
  const { earned, taken } = await grownBy(tx, order)
  const due = (total === 0 ? earned : Math.floor((earned * given) / total)) - taken
  if (due <= 0) return
  const there = await lockedBalance(tx, order.merchant_id, userAccount(order.user_id), 'GROWTH')
  const back = Math.min(due, there)
  if (back > 0) await book(tx, order.merchant_id, now, [growthTransfer(order, -back, `refund:${refundId}:growth`)])
}

async function grownBy(db: Db, { merchant_id, id, user_id }: GrownOrder): Promise<{ earned: number; taken: number }> {
  const rows = await db
    .selectFrom('ledger_entries as entry')
    .innerJoin('ledger_transfers as transfer', join =>
      join.onRef('transfer.merchant_id', '=', 'entry.merchant_id').onRef('transfer.id', '=', 'entry.transfer_id'),
    )
    .select('entry.amount')
    .where('entry.merchant_id', '=', merchant_id)
    .where('entry.account', '=', userAccount(user_id))
    .where('entry.unit', '=', 'GROWTH')
    .where('transfer.ref', '=', String(id))
    .where('transfer.kind', '=', CONSUMED)
    .execute()
  const sum = (amounts: number[]) => amounts.reduce((all, amount) => all + amount, 0)
  const amounts = rows.map(({ amount }) => amount)
  return { earned: sum(amounts.filter(amount => amount > 0)), taken: -sum(amounts.filter(amount => amount < 0)) }
}

const CONSUMED = TRANSFER_KINDS.consumed

const growthTransfer = ({ id, user_id, order_number }: GrownOrder, growth: number, key: string): Transfer => ({
  key,
  kind: 'consumed',
  about: `${growth > 0 ? '购物' : '退款收回'} 订单 ${order_number}`,
  ref: String(id),
  entries: [
    { account: userAccount(user_id), unit: 'GROWTH', amount: growth },
    { account: 'shop:score', unit: 'GROWTH', amount: -growth },
  ],
})
