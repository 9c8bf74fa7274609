/** Every word that shoppers read, in the language that is spoken now: read `texts` while showing, keep nothing of it. */
import { zh } from './zh'

export type Texts = typeof zh
export type Language = 'zh' | 'en'

/** `texts.cart.title`. Before anything is chosen, and where the program is built, Chinese. */
export const texts: Texts = { ...zh }

/** Changes what is in `texts`; `stores/preferences` calls this, and the app then shows every open page anew. */
export function speak(words: Texts): void {
  Object.assign(texts, words)
}
