/** Coupons that change hands: given to somebody known, or offered to whoever is sent the token. */
import { randomBytes } from 'node:crypto'
import type { Db, Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { findUser, findUserByMobile, type User } from '../user/users'
import { COUPON, stateAt } from './states'
import { findCoupon, type OwnedCoupon } from './store'

/** A coupon of the giver that may be given. Refuses `couponUnknown`, `couponNotUsable`, `couponNotGivable`. */
export async function givable(db: Db, merchantId: number, userId: number, id: number, now: Date): Promise<OwnedCoupon> {
  const coupon = await findCoupon(db, merchantId, userId, id)
  if (!coupon) throw new Refusal('couponUnknown')
  if (stateAt(coupon, now) !== COUPON.usable) throw new Refusal('couponNotUsable')
  if (!coupon.can_give) throw new Refusal('couponNotGivable')
  return coupon
}

/** By id, or by the number that they have shown to be theirs. Nobody gives to themselves. */
export async function receiverOf(
  db: Db,
  merchantId: number,
  giverId: number,
  { uid, mobile }: { uid?: number | undefined; mobile?: string | undefined },
): Promise<User> {
  const user = uid
    ? await findUser(db, merchantId, uid)
    : mobile
      ? await findUserByMobile(db, merchantId, mobile)
      : undefined
  if (user?.status !== 0 || user.id === giverId) throw new Refusal('couponReceiverUnknown')
  return user
}

/** Moves it to another shopper; answers whether it was still there to be moved. */
export async function moveCoupon(
  tx: Tx,
  { merchant_id, id, user_id }: OwnedCoupon,
  receiverId: number,
  now: Date,
): Promise<boolean> {
  const moved = await tx
    .updateTable('coupons')
    .set({ user_id: receiverId, share_token: null, updated_at: now.getTime() })
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .where('user_id', '=', user_id)
    .where('state', '=', COUPON.usable)
    .where('valid_until', '>', now.getTime())
    .returning('id')
    .executeTakeFirst()
  return moved !== undefined
}

/** Offers it, or answers the token of the offer that stands. */
export async function offer(tx: Tx, coupon: OwnedCoupon, now: Date): Promise<string> {
  const fresh = randomBytes(16).toString('base64url')
  const row = await tx
    .updateTable('coupons')
    .set(({ fn, ref, val }) => ({
      share_token: fn.coalesce(ref('share_token'), val(fresh)),
      updated_at: now.getTime(),
    }))
    .where('merchant_id', '=', coupon.merchant_id)
    .where('id', '=', coupon.id)
    .where('user_id', '=', coupon.user_id)
    .where('state', '=', COUPON.usable)
    .returning('share_token')
    .executeTakeFirst()
  if (!row?.share_token) throw new Refusal('couponNotUsable')
  return row.share_token
}

export async function takeBackOffer(tx: Tx, merchantId: number, userId: number, id: number): Promise<boolean> {
  const row = await tx
    .updateTable('coupons')
    .set({ share_token: null })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The first one who comes with the token has it. Their own offer stays where it is, and is answered to them. */
export async function takeOffered(
  tx: Tx,
  merchantId: number,
  takerId: number,
  { id, shareToken }: { id: number; shareToken: string },
  now: Date,
): Promise<OwnedCoupon> {
  const row = await tx
    .selectFrom('coupons')
    .select('user_id')
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .where('share_token', '=', shareToken)
    .executeTakeFirst()
  const coupon = row && (await findCoupon(tx, merchantId, row.user_id, id))
  if (!coupon) throw new Refusal('couponTaken')
  if (coupon.user_id === takerId) throw new Refusal('couponTaken', '这是你自己的优惠券，请发给朋友领取')
  if (!(await moveCoupon(tx, coupon, takerId, now))) throw new Refusal('couponTaken')
  return { ...coupon, user_id: takerId, share_token: null }
}
