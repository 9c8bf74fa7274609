/** Names for what a shopper wants, so that the server knows the same wish when it is sent again after its answer got lost. */
import { randomKey } from './random-key'

export interface WishKeys {
  /** The same words have the same key until it is known what became of them. */
  keyOf(wish: unknown): string
  /** It was answered: the same words are another wish from now on. */
  answered(wish: unknown): void
}

export function wishKeys(): WishKeys {
  const keys = new Map<string, string>()
  const wordsOf = (wish: unknown) => JSON.stringify(wish)
  return {
    keyOf(wish) {
      const words = wordsOf(wish)
      const key = keys.get(words) ?? randomKey()
      keys.set(words, key)
      return key
    },
    answered: wish => void keys.delete(wordsOf(wish)),
  }
}
