/** Buying a level: more time of the same, or another from now on. */
import type { Fen } from '../../../contract/money'
import type { Db, Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { type Transfer, userAccount } from '../../ledger/ledger'
import { orderNumber } from '../order/number'
import { laterBy } from './period'
import { applyLevel, heldLevel } from './standing'
import {
  changeMembership,
  findPrice,
  type LevelRow,
  listLevels,
  lockMembership,
  type Membership,
  type PriceRow,
  standingOf,
} from './store'
import { afterChange } from './turn'

export interface Buying {
  merchantId: number
  userId: number
  priceId: number
  isAutoRenew?: boolean | undefined
  remark?: string | undefined
  idempotencyKey?: string | undefined
  isRenewal?: boolean
}

export interface Bought {
  buy: { level_id: number; until: number; order_number: string }
  /** Take the money: the caller books them in the same transaction. */
  transfers: Transfer[]
}

/**
 * What is for sale. Refuses `levelPriceUnknown`, and `levelLower` to whoever has the level for nothing or a higher one: nobody
 * pays for what they have, or gives time of a higher level up.
 */
export async function offered(db: Db, { merchantId, userId, priceId }: Buying, now: Date): Promise<PriceRow> {
  const price = await findPrice(db, merchantId, priceId)
  const levels = await listLevels(db, merchantId)
  const level = levels.find(({ id }) => id === price?.level_id)
  if (!price || !level) throw new Refusal('levelPriceUnknown')
  const standing = await standingOf(db, merchantId, userId)
  const earned = levels.find(({ id }) => id === standing.earned_level_id)
  if (earned && earned.rank >= level.rank) throw new Refusal('levelLower', '你已经有这个等级或更高的，不用购买')
  const held = heldLevel(levels, standing, now).level
  if (held && held.rank > level.rank) throw new Refusal('levelLower')
  return price
}

/** A repeat with the same key answers the first and takes nothing. */
export async function buyLevel(tx: Tx, buying: Buying, now: Date): Promise<Bought> {
  const { merchantId, userId, isAutoRenew = false, isRenewal = false, remark = '' } = buying
  const membership = await lockMembership(tx, merchantId, userId, now)
  const first = await boughtBefore(tx, buying)
  if (first) return { buy: first, transfers: [] }
  const price = isRenewal ? await priceOf(tx, buying) : await offered(tx, buying, now)
  const levels = await listLevels(tx, merchantId)
  const level = levels.find(({ id }) => id === price.level_id)
  if (!level) throw new Refusal('levelPriceUnknown')
  const until = laterBy(startOf(membership, level, isRenewal, now), price.duration, price.unit).getTime()
  const buy = await tx
    .insertInto('user_level_buys')
    .values({
      merchant_id: merchantId,
      user_id: userId,
      level_id: level.id,
      level_name: level.name,
      order_number: orderNumber('HY', now),
      price_fen: price.price_fen,
      remark,
      is_renewal: isRenewal ? 1 : 0,
      until,
      idempotency_key: buying.idempotencyKey ?? null,
      created_at: now.getTime(),
    })
    .returning(['id', 'level_id', 'until', 'order_number'])
    .executeTakeFirstOrThrow()
  const changed = await changeMembership(tx, membership, {
    bought_level_id: level.id,
    bought_until: until,
    price_id: price.id,
    price_fen: price.price_fen,
    is_renewing: isAutoRenew ? 1 : 0,
  })
  await afterChange(tx, changed, await applyLevel(tx, levels, changed, now), now)
  const about = `${isRenewal ? '续费' : '购买'}会员 ${level.name}`
  return { buy, transfers: price.price_fen > 0 ? [priceTransfer(buy.id, userId, price.price_fen, about)] : [] }
}

/** Time of the same level is added behind what is left of it; a renewal goes on where the last time ended. */
function startOf({ bought_level_id, bought_until }: Membership, level: LevelRow, isRenewal: boolean, now: Date): Date {
  const isSame = bought_level_id === level.id && bought_until !== null
  const goesOn = isSame && (isRenewal || bought_until > now.getTime())
  return goesOn ? new Date(bought_until) : now
}

async function priceOf(db: Db, { merchantId, priceId }: Buying): Promise<PriceRow> {
  const price = await findPrice(db, merchantId, priceId)
  if (!price) throw new Refusal('levelPriceUnknown')
  return price
}

const boughtBefore = async (db: Db, { merchantId, userId, idempotencyKey }: Buying) =>
  idempotencyKey === undefined
    ? undefined
    : db
        .selectFrom('user_level_buys')
        .select(['level_id', 'until', 'order_number'])
        .where('merchant_id', '=', merchantId)
        .where('user_id', '=', userId)
        .where('idempotency_key', '=', idempotencyKey)
        .executeTakeFirst()

const priceTransfer = (id: number, userId: number, amount: Fen, about: string): Transfer => ({
  key: `level:${id}:bought`,
  kind: 'levelBought',
  about,
  ref: String(id),
  entries: [
    { account: userAccount(userId), unit: 'CNY', amount: -amount },
    { account: 'shop:levels', unit: 'CNY', amount },
  ],
})
