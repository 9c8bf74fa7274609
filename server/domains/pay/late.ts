/** Money that came for an order and found it closed, or paid already: whoever reads the order learns where it is. */
import type { Db } from '../../db/database'
import { readJson } from '../../json'
import type { NextAction } from './next-actions'
import { outcomeOf, PAYMENT } from './payments'

interface OrderFacts {
  merchant_id: number
  id: number
  user_id: number
  created_at: number
}

const FOR_ORDERS = 0

export async function lateMoneyFor(db: Db, { merchant_id, id, user_id, created_at }: OrderFacts) {
  const unused = await db
    .selectFrom('payments')
    .selectAll()
    .where('merchant_id', '=', merchant_id)
    .where('user_id', '=', user_id)
    .where('created_at', '>=', created_at)
    .where('state', '=', PAYMENT.paid)
    .where('outcome', '!=', 'done')
    .where('next_action_json', 'is not', null)
    .orderBy('id')
    .execute()
  return unused.flatMap(payment => {
    const action = readJson<NextAction>(payment.next_action_json ?? '{}')
    const outcome = outcomeOf(payment)
    const isForIt = action.type === FOR_ORDERS && action.id?.includes(id)
    return isForIt && outcome !== 'done' ? [{ money: payment.amount_fen, outcome }] : []
  })
}
