import type { Tx } from '../../db/database'
import type { Job } from '../../jobs/queue'
import { book, lockedBalance, userAccount } from '../../ledger/ledger'
import type { Services } from '../../services'
import { buyLevel } from './buy'
import { applyLevel } from './standing'
import { changeMembership, findPrice, listLevels, lockMembership, type Membership } from './store'
import { afterChange } from './turn'

/** A month begins, or the time of a bought level is over: it is renewed from the balance, or ends. */
export async function turnMembership(
  { merchantId, payload: { userId } }: Job<'turnMembership'>,
  { transaction, clock }: Services,
): Promise<void> {
  await transaction(async tx => {
    const now = clock.now()
    const membership = await lockMembership(tx, merchantId, userId, now)
    const isOver = membership.bought_until !== null && membership.bought_until <= now.getTime()
    if (isOver && (await renews(tx, membership, now))) return
    const left = isOver
      ? await changeMembership(tx, membership, {
          bought_level_id: null,
          bought_until: null,
          price_id: null,
          is_renewing: 0,
        })
      : membership
    await afterChange(tx, left, await applyLevel(tx, await listLevels(tx, merchantId), left, now), now)
  })
}

/** Never for more than was agreed to, and only from what is there. Answers whether it is renewed. */
async function renews(tx: Tx, membership: Membership, now: Date): Promise<boolean> {
  const { merchant_id: merchantId, user_id: userId, price_id: priceId, price_fen, is_renewing } = membership
  if (!is_renewing || priceId === null) return false
  const price = await findPrice(tx, merchantId, priceId)
  const levels = await listLevels(tx, merchantId)
  const rankOf = (levelId: number | null) => levels.find(({ id }) => id === levelId)?.rank ?? -1
  if (rankOf(membership.earned_level_id) >= rankOf(membership.bought_level_id)) return false
  if (!price || price.level_id !== membership.bought_level_id || price.price_fen > price_fen) return false
  if ((await lockedBalance(tx, merchantId, userAccount(userId), 'CNY')) < price.price_fen) return false
  const renewal = { merchantId, userId, priceId, isAutoRenew: true, isRenewal: true }
  const { transfers } = await buyLevel(tx, renewal, now)
  await book(tx, merchantId, now, transfers)
  return true
}
