/** A buyer of the hosted service, as one of our shoppers: nobody can log in as one, it only holds the orders together. */
import { LostRace, type Tx } from '../../../db/database'
import type { UpstreamOrder } from '../../../gateways/wxapi'

const KIND = 'upstream'

/** A service that does not say whose an order is has a buyer for each order. */
const subject = ({ uid, id }: Pick<UpstreamOrder, 'uid' | 'id'>): string => (uid ? `uid:${uid}` : `order:${id}`)

/** Throws `LostRace` when another request writes the same buyer down at this moment. */
async function user(tx: Tx, merchantId: number, seen: UpstreamOrder, now: Date): Promise<number> {
  const known = await tx
    .selectFrom('user_identities')
    .select('user_id')
    .where('merchant_id', '=', merchantId)
    .where('kind', '=', KIND)
    .where('subject', '=', subject(seen))
    .executeTakeFirst()
  if (known) return known.user_id
  const at = now.getTime()
  const { id } = await tx
    .insertInto('users')
    .values({
      merchant_id: merchantId,
      nick: `托管服务用户 ${seen.uid ?? ''}`.trim(),
      ext_json: '{}',
      created_at: at,
      login_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const written = await tx
    .insertInto('user_identities')
    .values({ merchant_id: merchantId, kind: KIND, subject: subject(seen), user_id: id, updated_at: at })
    .onConflict(conflict => conflict.columns(['merchant_id', 'kind', 'subject']).doNothing())
    .returning('user_id')
    .executeTakeFirst()
  if (!written) throw new LostRace()
  return id
}

export const buyerOf = { subject, user }
