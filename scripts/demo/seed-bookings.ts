/** Days and time slots of what the demo shop sells by them, some of them full. */
import { fen, toFen } from '../../contract/money'
import { DAY_MS, dayOf } from '../../contract/time'
import { setOpenings } from '../../server/domains/goods/opening-terms'
import { listSkus } from '../../server/domains/goods/store'
import type { DemoBooking, DemoCatalog, DemoGoods } from './catalog/types'
import type { Seeding } from './seed'

export async function seedBookings(
  seeding: Seeding,
  { goods }: DemoCatalog,
  goodsIds: Map<string, number>,
): Promise<void> {
  for (const one of goods) {
    const id = goodsIds.get(one.key)
    if (one.booking && id !== undefined) await seedBooking(seeding, one, one.booking, id)
  }
}

async function seedBooking(
  { tx, merchantId, now }: Seeding,
  goods: DemoGoods,
  booking: DemoBooking,
  goodsId: number,
): Promise<void> {
  const days = daysOf(booking, now)
  const skus = await listSkus(tx, merchantId, goodsId)
  for (const [i, { id }] of skus.entries()) {
    const usual = toFen(goods.skus?.[i]?.price ?? goods.price)
    const priceOn = (day: string) => fen(usual + (isWeekend(day) ? toFen(booking.weekendMore) : 0))
    const set = (day: string, stock: number, slots: readonly string[] | undefined) =>
      setOpenings(tx, merchantId, { goodsId, skuIds: [id], days: [day], slots, priceFen: priceOn(day), stock }, now)
    for (const [at, day] of days.entries()) {
      await set(day, booking.full?.includes(at) ? 0 : booking.places, booking.slots)
      const full = fullSlots(booking, at)
      if (full.length) await set(day, 0, full)
    }
  }
}

/** Some slots of today may have begun already. */
function daysOf({ days, slots }: DemoBooking, now: Date): string[] {
  const first = now.getTime() + (slots ? DAY_MS : 0)
  return Array.from({ length: days }, (_, i) => dayOf(new Date(first + i * DAY_MS)))
}

/** Here and there one, as people book. */
const fullSlots = ({ slots = [], fullSlots: every }: DemoBooking, at: number): string[] =>
  every === undefined ? [] : slots.filter((_, place) => (at + place * 2) % every === 1)

/** Nights before a free day: Friday and Saturday. */
const isWeekend = (day: string): boolean => [5, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
