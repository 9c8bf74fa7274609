/** The shopper's cart: what can be bought, and what only stands there. */
import type { Cart, CartLine } from '@/api'
import { bookedText } from './booked'
import { sumOf } from './money'

/** Gone from the shelf, or without enough stock to buy even the fewest allowed. */
export const isBuyable = ({ status, stores, minBuyNumber }: CartLine): boolean =>
  status === 0 && stores >= Math.max(1, minBuyNumber)

/** What the chosen lines cost and how many pieces they are. Freight and discounts are the checkout's business. */
export function selection(lines: readonly CartLine[]): { lines: CartLine[]; number: number; price: number } {
  const chosen = lines.filter(line => line.selected && isBuyable(line))
  return { lines: chosen, number: chosen.reduce((sum, line) => sum + line.number, 0), price: sumOf(chosen) }
}

export interface ShopLines {
  /** 0 is the shop itself, others are its branches. */
  id: number
  name: string
  lines: CartLine[]
}

/** Lines by who sells them; whose line is the newest stands first. */
export function byShop(lines: readonly CartLine[], shops: Cart['shopList']): ShopLines[] {
  const ids = [...new Set(lines.map(({ shopId }) => shopId))]
  return ids.map(id => ({
    id,
    name: shops.find(shop => shop.id === id)?.name ?? '',
    lines: lines.filter(({ shopId }) => shopId === id),
  }))
}

/** What is chosen, an order for each shop. */
export const ordersIn = (lines: readonly CartLine[], shops: Cart['shopList']) =>
  byShop(selection(lines).lines, shops).map(shop => ({ ...shop, ...selection(shop.lines) }))

export const piecesIn = (cart: Cart | undefined): number =>
  cart?.items.reduce((sum, { number }) => sum + number, 0) ?? 0

/** `100g · 单盒`: what was chosen for a line, and when it is for. */
export const lineChoice = ({ sku = [], additions = [], ...line }: CartLine): string =>
  [...sku.map(({ optionValueName }) => optionValueName), ...additions.map(({ name }) => name), bookedText(line)]
    .filter(Boolean)
    .join(' · ')

/** The cart as it will be when the server has agreed. */
export function withLine(cart: Cart, key: string, change: Partial<CartLine>): Cart {
  return { ...cart, items: cart.items.map(line => (line.key === key ? { ...line, ...change } : line)) }
}
