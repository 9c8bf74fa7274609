/** Lines of orders and carts for goods that are sold by days or time slots. */
import { type Fen, fen } from '../../../contract/money'
import { DAY_MS, parseTime } from '../../../contract/time'
import type { Db } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { readJson } from '../../json'
import { BOOKED_BY } from './shapes'

/** A day, or with `slot` a part of it, that one piece of a line is for. */
export interface Booking {
  day: string
  slot: string
  priceFen: Fen
}

export interface OpenBooking extends Booking {
  /** Places that are left. */
  stock: number
}

export interface AskedLine {
  days?: string[] | undefined
  goodsTimesDay?: string | undefined
  goodsTimesItem?: string | undefined
}

interface Sold {
  sku_id: number
  name: string
  booked_by: number
}

/** What can be booked of the days that lines ask for. Asks the database only when there is something to book. */
export async function openingsFor(
  db: Db,
  merchantId: number,
  goods: readonly Sold[],
  lines: readonly AskedLine[],
  now: Date,
) {
  const skuIds = goods.filter(({ booked_by }) => booked_by !== BOOKED_BY.nothing).map(({ sku_id }) => sku_id)
  const days = [...new Set(lines.flatMap(({ days = [], goodsTimesDay }) => [...days, goodsTimesDay ?? []].flat()))]
  if (skuIds.length === 0 || days.length === 0) return []
  return db
    .selectFrom('openings')
    .select(['sku_id', 'day', 'slot', 'price_fen', 'stock'])
    .where('merchant_id', '=', merchantId)
    .where('sku_id', 'in', skuIds)
    .where('day', 'in', days)
    .where('closes_at', '>', now.getTime())
    .execute()
}

type Opening = Awaited<ReturnType<typeof openingsFor>>[number]

/** What a line books; nothing for goods that are sold as they are. Refuses `bookingRequired` and `bookingGone`. */
export function bookingsOf(goods: Sold, line: AskedLine, openings: readonly Opening[]): OpenBooking[] {
  const asked = askedTimes(goods.booked_by, line)
  if (goods.booked_by === BOOKED_BY.nothing) {
    // The price would be another than the shopper expects.
    if (line.days?.length || line.goodsTimesDay) throw new Refusal('bookingGone', `${goods.name} 不需要选择日期`)
    return []
  }
  if (asked.length === 0) throw new Refusal('bookingRequired', `请选择 ${goods.name} 的日期或时段`)
  return asked.map(({ day, slot }) => {
    const found = openings.find(one => one.sku_id === goods.sku_id && one.day === day && one.slot === slot)
    if (!found) throw new Refusal('bookingGone', `${goods.name} ${`${day} ${slot}`.trim()} 不能预订，请重新选择`)
    return { day, slot, priceFen: found.price_fen, stock: found.stock }
  })
}

function askedTimes(bookedBy: number, { days = [], goodsTimesDay, goodsTimesItem }: AskedLine) {
  if (bookedBy === BOOKED_BY.days) return [...new Set(days)].sort().map(day => ({ day, slot: '' }))
  if (bookedBy === BOOKED_BY.slots && goodsTimesDay && goodsTimesItem)
    return [{ day: goodsTimesDay, slot: goodsTimesItem }]
  return []
}

/** What one piece costs on all of its days together. */
export const bookedFen = (bookings: readonly Booking[]): Fen =>
  fen(bookings.reduce((sum, { priceFen }) => sum + priceFen, 0))

const MOST_RANGES = 5

/** `2026-12-24 09:00-10:00`, `2026-12-24 至 2026-12-26、2026-12-31`. */
export function bookingText(bookings: readonly Booking[]): string {
  const [first] = bookings
  if (!first) return ''
  if (first.slot) return `${first.day} ${first.slot}`
  const ranges: [from: string, to: string][] = []
  for (const { day } of bookings) {
    const last = ranges.at(-1)
    if (last && parseTime(day).getTime() - parseTime(last[1]).getTime() === DAY_MS) last[1] = day
    else ranges.push([day, day])
  }
  if (ranges.length > MOST_RANGES) return `${first.day} 等 ${bookings.length} 天`
  return ranges.map(([from, to]) => (from === to ? from : `${from} 至 ${to}`)).join('、')
}

/** As answers name what a line is booked for; nothing where that is nothing. */
export function bookingAnswer(bookings: readonly Booking[]) {
  const [first] = bookings
  if (!first) return undefined
  return {
    ...(first.slot
      ? { goodsTimesDay: first.day, goodsTimesItem: first.slot }
      : { days: bookings.map(({ day }) => day) }),
    bookings: bookings.map(({ day, slot, priceFen }) => ({ day, name: slot || undefined, price: priceFen })),
  }
}

export const bookingsIn = (json: string): Booking[] => (json === '[]' ? [] : readJson<Booking[]>(json))
