/** What orders take from the stock of choices, and from the places of days and time slots. */
import type { Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { readJson } from '../../json'
import { type Booking, bookingText } from '../goods/booking'
import type { BasketLine } from './basket'

/** In one order for all, so that two orders of the same goods cannot block each other. Refuses `stockShort`. */
export async function takeStock(tx: Tx, merchantId: number, lines: readonly BasketLine[]): Promise<void> {
  for (const { skuId, number, name } of lines.filter(({ bookings }) => !bookings.length).toSorted(bySku)) {
    const { numUpdatedRows } = await tx
      .updateTable('skus')
      .set(({ eb }) => ({ stock: eb('stock', '-', number) }))
      .where('merchant_id', '=', merchantId)
      .where('id', '=', skuId)
      .where('stock', '>=', number)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refusal('stockShort', `${name} 库存不足`)
  }
  for (const { skuId, booking, number, name } of placesOf(lines)) {
    const { numUpdatedRows } = await tx
      .updateTable('openings')
      .set(({ eb }) => ({ stock: eb('stock', '-', number) }))
      .where('merchant_id', '=', merchantId)
      .where('sku_id', '=', skuId)
      .where('day', '=', booking.day)
      .where('slot', '=', booking.slot)
      .where('stock', '>=', number)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refusal('stockShort', `${name} ${bookingText([booking])} 已订满`)
  }
}

export interface SoldPieces {
  sku_id: number
  number: number
  bookings_json: string
}

/** The same in the other direction. Where a choice or a day is gone, nothing is given back. */
export async function returnStock(tx: Tx, merchantId: number, sold: readonly SoldPieces[]): Promise<void> {
  const lines = sold.map(({ sku_id, number, bookings_json }) => ({
    skuId: sku_id,
    number,
    bookings: readJson<Booking[]>(bookings_json),
  }))
  for (const { skuId, number } of lines.filter(({ bookings }) => !bookings.length).toSorted(bySku)) {
    await tx
      .updateTable('skus')
      .set(({ eb, ref }) => ({
        // While sale is stopped, pieces wait beside the shelf with the others.
        stock: eb
          .case()
          .when('held_stock', 'is', null)
          .then(eb('stock', '+', number))
          .else(ref('stock'))
          .end(),
        held_stock: eb('held_stock', '+', number),
      }))
      .where('merchant_id', '=', merchantId)
      .where('id', '=', skuId)
      .execute()
  }
  for (const { skuId, booking, number } of placesOf(lines)) {
    await tx
      .updateTable('openings')
      .set(({ eb }) => ({ stock: eb('stock', '+', number) }))
      .where('merchant_id', '=', merchantId)
      .where('sku_id', '=', skuId)
      .where('day', '=', booking.day)
      .where('slot', '=', booking.slot)
      .execute()
  }
}

const bySku = (a: { skuId: number }, b: { skuId: number }) => a.skuId - b.skuId

/** Each day of each line, in the order in which all orders take them. */
const placesOf = <Line extends { skuId: number; bookings: readonly Booking[] }>(lines: readonly Line[]) =>
  lines
    .flatMap(line => line.bookings.map(booking => ({ ...line, booking, key: `${booking.day} ${booking.slot}` })))
    .sort((a, b) => a.skuId - b.skuId || (a.key < b.key ? -1 : Number(a.key > b.key)))
