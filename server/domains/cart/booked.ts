/** Lines of the cart for days or a time slot, met with what can be booked now. */
import { fen } from '../../../contract/money'
import type { Db } from '../../db/database'
import { type AskedLine, type Booking, bookingsIn, openingsFor } from '../goods/booking'
import { BOOKED_BY } from '../goods/shapes'

export interface Booked {
  /** At the prices of now; what cannot be booked any more costs nothing. */
  bookings: Booking[]
  /** All of them can still be booked. */
  areOpen: boolean
  /** Places that are left on the fullest of its days. */
  stock: number
}

interface Line {
  sku_id: number
  name: string | null
  booked_by: number | null
  bookings_json: string
}

/** Asks the database only when a line is booked. The answer knows each line; undefined is sold as it is. */
export async function bookedLines(db: Db, merchantId: number, lines: readonly Line[], now: Date) {
  const goods = lines.map(({ sku_id, name, booked_by }) => ({ sku_id, name: name ?? '', booked_by: booked_by ?? 0 }))
  const openings = await openingsFor(db, merchantId, goods, lines.map(asked), now)
  return ({ sku_id, booked_by, bookings_json }: Line): Booked | undefined => {
    const wanted = bookingsIn(bookings_json)
    const isBooked = (booked_by ?? BOOKED_BY.nothing) !== BOOKED_BY.nothing
    if (!isBooked && wanted.length === 0) return undefined
    const found = wanted.map(({ day, slot }) => {
      const opening = openings.find(one => one.sku_id === sku_id && one.day === day && one.slot === slot)
      return { day, slot, priceFen: opening?.price_fen ?? fen(0), stock: opening?.stock }
    })
    // What was put there before its product was sold this way has no day, and the other way round.
    const areOpen = isBooked && found.length > 0 && found.every(({ stock }) => stock !== undefined)
    const stock = areOpen ? Math.min(...found.map(({ stock = 0 }) => stock)) : 0
    return { bookings: found.map(({ day, slot, priceFen }) => ({ day, slot, priceFen })), areOpen, stock }
  }
}

const asked = ({ bookings_json }: Line): AskedLine => ({ days: bookingsIn(bookings_json).map(({ day }) => day) })
