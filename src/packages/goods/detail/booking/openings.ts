/** What can be booked of a product, and choosing among it. Pure. */
import type { GoodsDetail, Sku } from '@/api'
import { dayAfter } from '@/lib/booked'

/** A day, or a slot of one, that can be booked or is full. */
export interface Opening {
  day: string
  /** Of a slot. */
  name?: string
  /** yuan */
  price: number
  /** Places that are left. */
  stores: number
  /** The choice it is of; a hosted service does not tell. */
  priceId?: number
}

/** As the server takes them in one line. */
const MOST_DAYS = 31

export const isOpen = ({ stores }: Opening, number = 1): boolean => stores >= number

/** Those of a choice; of all choices while none is made. */
export const openingsOf = (openings: readonly Opening[], sku: Sku | undefined): Opening[] =>
  openings.filter(({ priceId }) => !sku || priceId === undefined || priceId === sku.id)

/** One for each day: with the lowest price of what is free, or full. */
export function byDay(openings: readonly Opening[]): Opening[] {
  const days = [...new Set(openings.map(({ day }) => day))].sort()
  return days.map(day => {
    const own = openings.filter(opening => opening.day === day)
    const free = own.filter(opening => isOpen(opening))
    const price = Math.min(...(free.length ? free : own).map(opening => opening.price))
    return { day, price, stores: Math.max(...own.map(({ stores }) => stores)) }
  })
}

export interface Chosen {
  days: string[]
  problem?: 'passesFull' | 'tooMany'
}

/**
 * What tapping a day does: it is the first day, or the last one of a range; the only chosen day is taken back. A range goes over
 * days that are free alone, otherwise choosing begins anew with the tapped day.
 */
export function withDay(chosen: readonly string[], day: string, isFree: (day: string) => boolean): Chosen {
  const [first] = chosen
  if (first === undefined || chosen.length > 1 || day < first) return { days: [day] }
  if (day === first) return { days: [] }
  const days = [first]
  for (let next = dayAfter(first); next <= day; next = dayAfter(next)) {
    if (days.length >= MOST_DAYS) return { days: [...chosen], problem: 'tooMany' }
    if (!isFree(next)) return { days: [day], problem: 'passesFull' }
    days.push(next)
  }
  return { days }
}

/** The product as its openings price and stock it: the choice of a room is sold out when all of its days are. */
export function atOpenings(detail: GoodsDetail, openings: readonly Opening[]): GoodsDetail {
  const { basicInfo, skuList } = detail
  const standing = (own: readonly Opening[], usual: number) => {
    const free = own.filter(opening => isOpen(opening))
    const price = free.length ? Math.min(...free.map(opening => opening.price)) : usual
    return { price, stores: Math.max(0, ...own.map(({ stores }) => stores)), originalPrice: price }
  }
  const { price, ...rest } = standing(openings, basicInfo.minPrice)
  return {
    ...detail,
    basicInfo: { ...basicInfo, ...rest, minPrice: price },
    ...(skuList && { skuList: skuList.map(sku => ({ ...sku, ...standing(openingsOf(openings, sku), sku.price) })) }),
  }
}

/** `¥398`, `398.5`: for a cell that is as narrow as a finger. */
export const cellPrice = (yuan: number): string =>
  Number.isInteger(yuan) && yuan < 10_000 ? `¥${yuan}` : String(yuan < 10_000 ? yuan : Math.floor(yuan))
