import type { cart } from '../../../contract/cart'
import type { Handlers, SignedIn } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { readJson, writeJson } from '../../json'
import { chosenAdditions } from '../goods/additions'
import { bookingsOf, openingsFor } from '../goods/booking'
import { pairsOf } from '../goods/choice'
import type { AdditionGroup } from '../goods/shapes'
import { findBranches } from '../subshop/store'
import { cartAnswer } from './answer'
import { bookedLines } from './booked'
import { lineKey } from './line-key'
import { addToLine, changeLines, deleteLines, findBuyable, findLine, listLines, refusalFor } from './store'

const MOST_LINES = 200

export const cartHandlers: Handlers<typeof cart> = {
  async shippingCarInfo({ type = '' }, context) {
    return orRefuse(await currentCart(context, type), 'noData')
  },

  async shippingCarInfoAddItem(
    { goodsId, number, sku = [], addition = [], type = '', addedAt, idempotencyKey = '', ...when },
    { db, statement, merchant, user, now },
  ) {
    const pairs = pairsOf(sku)
    const key = lineKey(goodsId, pairs, addition, when)
    const owner = { merchantId: merchant.id, userId: user.id, type }
    const goods = await findBuyable(db, owner, goodsId, pairs, key)
    if (!goods) throw await refusalFor(db, merchant.id, goodsId, pairs)
    // The answer to the first got lost: whatever has changed since, it is in the cart.
    if (idempotencyKey && goods.last_key === idempotencyKey) return
    const bookings = bookingsOf(goods, when, await openingsFor(db, merchant.id, [goods], [when], now))
    const stock = Math.min(...(bookings.length ? bookings.map(({ stock }) => stock) : [goods.stock]))
    const additions = chosenAdditions(readJson<AdditionGroup[]>(goods.additions_json), addition)
    const inCart = goods.in_cart ?? 0
    if (inCart === 0 && goods.line_count >= MOST_LINES) throw new Refusal('cartFull')
    if (inCart + number < goods.min_buy) throw new Refusal('belowMinimum', `${goods.min_buy} 件起购`)
    if (stock < number) throw new Refusal('stockShort')
    const row = {
      key,
      goods_id: goodsId,
      sku_id: goods.sku_id,
      additions_json: writeJson(additions),
      bookings_json: writeJson(bookings.map(({ day, slot }) => ({ day, slot }))),
      number,
      last_key: idempotencyKey,
      is_selected: 1,
      created_at: Math.min(addedAt ?? now.getTime(), now.getTime()),
    }
    const added = await statement(tx => addToLine(tx, owner, row, stock))
    if (added) return
    // Its repeat may have been quicker.
    const line = await findLine(db, owner, key)
    if (!idempotencyKey || line?.last_key !== idempotencyKey) throw new Refusal('stockShort')
  },

  async shippingCarInfoModifyNumber({ key, number, type = '' }, context) {
    const { db, statement, merchant, user, now } = context
    const owner = { merchantId: merchant.id, userId: user.id, type }
    const line = orRefuse(await findLine(db, owner, key), 'cartLineUnknown')
    if (line.stock === null || line.min_buy === null || line.status !== 0) throw new Refusal('goodsGone')
    if (number < line.min_buy) throw new Refusal('belowMinimum', `${line.min_buy} 件起购`)
    const booked = await bookedLines(db, merchant.id, [line], now)
    const { stock, areOpen } = booked(line) ?? { stock: line.stock, areOpen: true }
    if (!areOpen) throw new Refusal('bookingGone')
    if (number > stock) throw new Refusal('stockShort', `库存只有 ${stock} 件`)
    await statement(tx => changeLines(tx, owner, [key], { number }))
    return orRefuse(await currentCart(context, type), 'noData')
  },

  async shippingCarInfoRemoveItem({ key, type = '' }, context) {
    const { statement, merchant, user } = context
    await statement(tx => deleteLines(tx, { merchantId: merchant.id, userId: user.id, type }, key))
    return orRefuse(await currentCart(context, type), 'noData')
  },

  async shippingCartSelected({ key, selected, type = '' }, context) {
    const { statement, merchant, user } = context
    const owner = { merchantId: merchant.id, userId: user.id, type }
    await statement(tx => changeLines(tx, owner, key, { is_selected: Number(selected) }))
    return orRefuse(await currentCart(context, type), 'noData')
  },

  async shippingCarInfoRemoveAll({ type = '' }, { statement, merchant, user }) {
    await statement(tx => deleteLines(tx, { merchantId: merchant.id, userId: user.id, type }))
  },
}

async function currentCart({ db, merchant, user, now }: SignedIn, type: string) {
  const lines = await listLines(db, { merchantId: merchant.id, userId: user.id, type })
  if (lines.length === 0) return undefined
  const ids = [...new Set(lines.flatMap(({ shop_id }) => shop_id || []))]
  const branches = ids.length ? await findBranches(db, merchant.id, { ids }) : []
  const booked = await bookedLines(db, merchant.id, lines, now)
  return cartAnswer(lines, user.rebateBp, merchant, { branches, booked }, now)
}
