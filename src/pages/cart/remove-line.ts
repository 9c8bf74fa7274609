import type { CartLine } from '@/api'
import { isBuyable } from '@/lib/cart-lines'
import { useCart } from '@/stores/cart'
import { say } from '@/stores/saying'
import { texts } from '@/texts'

/** Removes a line without asking, and for a while offers to put it back. What cannot be bought could not be put back. */
export async function removeLine(line: CartLine): Promise<void> {
  const isRemoved = await useCart.getState().remove([line.key])
  if (!isRemoved) return
  const putBack = () => useCart.getState().putBack(line).catch(say)
  say(texts.cart.removed, isBuyable(line) ? { name: texts.undo, run: putBack } : undefined)
}
