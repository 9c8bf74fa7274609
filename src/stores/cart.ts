/** The cart as the server has it. A change shows at once and is taken back when the server refuses. */
import { create } from 'zustand'
import { asMe, asMeIfSignedIn, type Cart, type CartLine, dataOrNone, type Reply, withToken, wxapi } from '@/api'
import { type Booked, bookedOf } from '@/lib/booked'
import { piecesIn, withLine } from '@/lib/cart-lines'
import { isPassing } from '@/lib/passing'
import { wishKeys } from '@/lib/wish-keys'
import { say } from './saying'

interface Addition {
  goodsId: number
  number: number
  sku: Array<{ optionId: number; optionValueId: number }>
  additions: Array<{ id: number; pid: number }>
  booked?: Booked | undefined
}

interface CartStore {
  /** Undefined when empty, or not read yet. */
  cart: Cart | undefined
  refresh(): Promise<void>
  add(addition: Addition): Promise<void>
  setNumber(key: string, number: number): Promise<void>
  select(keys: string[], selected: boolean): Promise<void>
  /** Answers whether they are out. */
  remove(keys: string[]): Promise<boolean>
  /** Puts a line that was removed back where it stood. */
  putBack(line: CartLine): Promise<void>
  forget(): void
}

export const useCart = create<CartStore>((set, get) => {
  /** Only the answer to the latest change counts: an earlier one knows less. */
  let latest = 0

  /** Answers whether the server agreed; what it said is told here. */
  async function change(expected: Cart | undefined, call: (token: string) => Reply<Cart>): Promise<boolean> {
    const before = get().cart
    latest += 1
    const turn = latest
    set({ cart: expected })
    try {
      const cart = await dataOrNone(withToken(call))
      if (turn === latest) set({ cart })
      return true
    } catch (error) {
      if (turn === latest) set({ cart: before })
      say(error)
      return false
    }
  }

  return {
    cart: undefined,
    async refresh() {
      const turn = latest
      const cart = await asMeIfSignedIn(token => wxapi.shippingCarInfo(token))
      if (turn === latest) set({ cart })
    },
    async add(addition) {
      await putIn(addition)
      await get().refresh().catch(ignored)
    },
    async setNumber(key, number) {
      const { cart } = get()
      if (cart)
        await change(withLine(cart, key, { number }), token => wxapi.shippingCarInfoModifyNumber(token, key, number))
    },
    async select(keys, selected) {
      const { cart } = get()
      if (!cart || keys.length === 0) return
      const expected = keys.reduce<Cart>((changed, key) => withLine(changed, key, { selected }), cart)
      await change(expected, token => wxapi.shippingCartSelected(token, keys.join(','), selected))
    },
    async remove(keys) {
      const { cart } = get()
      if (!cart || keys.length === 0) return false
      const items = cart.items.filter(({ key }: CartLine) => !keys.includes(key))
      return change({ ...cart, items }, token => wxapi.shippingCarInfoRemoveItem(token, keys.join(',')))
    },
    async putBack({ key, goodsId, number, sku = [], additions = [], addedAt, selected, ...line }) {
      const choice = sku.map(({ optionId, optionValueId }) => ({ optionId, optionValueId }))
      const added = additions.map(({ id, pid }) => ({ id, pid }))
      await putIn({ goodsId, number, sku: choice, additions: added, addedAt, booked: bookedOf(line) })
      if (!selected) await asMe(token => wxapi.shippingCartSelected(token, key, false))
      await get().refresh().catch(ignored)
    },
    forget: () => set({ cart: undefined }),
  }
})

/** What was wanted is done, even if the cart cannot be read just now: saying otherwise would have it done twice. */
const ignored = () => undefined

const wishes = wishKeys()

/** Whoever heard no answer and tries again has wanted it once. */
async function putIn({ additions: addition, booked, ...wish }: Addition & { addedAt?: number }): Promise<void> {
  const words = { ...wish, addition, ...booked }
  const idempotencyKey = wishes.keyOf(words)
  try {
    await asMe(token => wxapi.shippingCarInfoAddItemV2({ token, ...words, idempotencyKey }))
  } catch (error) {
    if (!isPassing(error)) wishes.answered(words)
    throw error
  }
  wishes.answered(words)
}

export const useCartCount = (): number => useCart(({ cart }) => piecesIn(cart))
