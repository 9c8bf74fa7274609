/** Orders with an idempotency key: sent twice, placed once. */
import type { Db } from '../../db/database'
import type { SignedIn } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { sha256 } from '../../secrets'
import { orderAnswer } from './answers'
import type { OrderRequest } from './basket'
import { linesOf } from './read'

/** The order that this request has placed already. The same key with another content is a mistake of the client. */
export async function placedBefore(db: Db, { merchant, user }: SignedIn, request: OrderRequest) {
  if (!request.idempotencyKey) return undefined
  const row = await db
    .selectFrom('orders')
    .selectAll()
    .where('merchant_id', '=', merchant.id)
    .where('user_id', '=', user.id)
    .where('idempotency_key', '=', request.idempotencyKey)
    .executeTakeFirst()
  if (!row) return undefined
  if (row.input_hash !== hashOf(request)) throw new Refusal('keyReused')
  return orderAnswer(row, await linesOf(db, merchant.id, [row.id]))
}

/**
 * Over everything that was asked for, in whatever order the client wrote it. A new login does not make a new request, nor
 * does a price that was read again: the first order has its price already.
 */
export const hashOf = ({ token, amountExpected, ...content }: OrderRequest): string =>
  sha256(
    JSON.stringify(content, (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    ),
  )
