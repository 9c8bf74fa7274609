import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { type Goods, listOf, wxapi } from '@/api'
import type { Purchase } from '@/components/SkuSheet/use-purchase'
import { type Booked, bookedText } from '@/lib/booked'
import { memberPrice, sumOf } from '@/lib/money'
import { type Loaded, useLoad } from '@/lib/use-load'
import { say } from '@/stores/saying'
import { texts } from '@/texts/goods'
import { isOpen, type Opening, openingsOf, withDay } from './openings'

/** Whole days, one or several, or one slot of a day. */
export type BookedBy = 'days' | 'slots'

export const bookedBy = ({ hasDayPrice, hasGoodsTimes }: Goods): BookedBy | undefined =>
  hasDayPrice ? 'days' : hasGoodsTimes ? 'slots' : undefined

/** What can be booked now; read anew whenever the page is seen again, since orders take from it. */
export function useOpenings(goods: Goods): Loaded<Opening[]> {
  const { id } = goods
  const by = bookedBy(goods)
  const openings = useLoad(async () => (by === undefined ? [] : by === 'days' ? daysOf(id) : slotsOf(id)), [id, by])
  useDidShow(() => {
    if (by && openings.data) openings.reload()
  })
  return openings
}

const daysOf = (id: number): Promise<Opening[]> => listOf(wxapi.goodsPriceDaily(id))

async function slotsOf(id: number): Promise<Opening[]> {
  const schedule = await listOf(wxapi.goodsTimesSchedule(id))
  return schedule.flatMap(({ day, items }) => items.map(item => ({ ...item, day })))
}

export interface Booking {
  by: BookedBy
  openings: Loaded<Opening[]>
  /** Of the choice that is made. */
  own: readonly Opening[]
  /** The days that are looked at or chosen. */
  days: readonly string[]
  slot: string | undefined
  pickDay(day: string): void
  pickSlot(name: string): void
  /** What is chosen, as a request names it; undefined until it is whole. */
  request: Booked | undefined
  /** In words. */
  text: string
  chosen: readonly Opening[]
}

/** Choosing days or a slot for what is being bought. `onLost`: somebody else was faster, or the choice has none. */
export function useBooking(
  goods: Goods,
  openings: Loaded<Opening[]>,
  { sku, number }: Pick<Purchase, 'sku' | 'number'>,
  onLost: () => void,
): Booking | undefined {
  const by = bookedBy(goods)
  const [days, setDays] = useState<readonly string[]>([])
  const [slot, setSlot] = useState<string>()
  const own = openingsOf(openings.data ?? [], sku)
  const found = own.filter(({ day, name }) => days.includes(day) && (by === 'days' || name === slot))
  const isWhole = days.length > 0 && (by === 'days' || slot !== undefined)
  const isThere = days.every(day => found.some(opening => opening.day === day && isOpen(opening)))
  const isLost = openings.data !== undefined && isWhole && !isThere

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is lost once
  useEffect(() => {
    if (!isLost) return
    if (by === 'days') setDays([])
    setSlot(undefined)
    say(texts.booking.lost)
    onLost()
  }, [isLost])

  if (!by) return undefined
  const pickDay = (day: string) => {
    if (by === 'slots') {
      setDays([day])
      return setSlot(undefined)
    }
    const isFree = (one: string) => own.some(opening => opening.day === one && isOpen(opening, number))
    const { days: next, problem } = withDay(days, day, isFree)
    setDays(next)
    if (problem) say(texts.booking[problem])
  }
  const [day = ''] = days
  const request = !isWhole || isLost ? undefined : by === 'days' ? { days: [...days] } : slotRequest(day, slot)
  return {
    by,
    openings,
    own,
    days,
    slot,
    pickDay,
    pickSlot: name => setSlot(name === slot ? undefined : name),
    request,
    text: request ? bookedText(request) : '',
    chosen: request ? found : [],
  }
}

const slotRequest = (goodsTimesDay: string, goodsTimesItem = ''): Booked => ({ goodsTimesDay, goodsTimesItem })

/** The purchase at the price of its days, with so many pieces as there are places on the fullest of them. */
export function withBooking(purchase: Purchase, booking: Booking | undefined, rebate: number): Purchase {
  if (!booking) return purchase
  const missing = purchase.missing ?? texts.booking.missing[booking.by]
  if (!booking.request) return { ...purchase, missing }
  const price = sumOf(booking.chosen.map(opening => ({ price: opening.price, number: 1 })))
  const stores = Math.min(...booking.chosen.map(opening => opening.stores))
  const most = Math.max(purchase.least, stores)
  const additions = purchase.added.map(addition => ({ price: addition.price, number: 1 }))
  return {
    ...purchase,
    missing: purchase.missing,
    price: sumOf([{ price: memberPrice(price, rebate), number: 1 }, ...additions]),
    originalPrice: price,
    stores,
    most,
    number: Math.min(purchase.number, most),
  }
}
