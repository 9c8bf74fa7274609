/** Every word that shoppers read, in the language that is spoken now: read `texts` while showing, keep nothing of it. */
import { zh } from './zh'

export type Texts = typeof zh
export type Language = 'zh' | 'en'

/** What has come of each language: the main package's words at once, those of a subpackage with its first page. */
const known: Record<Language, object> = { zh, en: {} }
let spoken: Language = 'zh'

/** `texts.cart.title`. Before anything is chosen, and where the program is built, Chinese. */
export const texts: Texts = { ...zh }

/** Changes what is in `texts`; `stores/preferences` calls this, and the app then shows every open page anew. */
export function speak(language: Language, words: object): void {
  spoken = language
  // Subpackages that are open already know more under some of these names.
  known[language] = { ...words, ...known[language] }
  fill()
}

/** `texts` with the words of a subpackage: `texts/goods`, `order` and `user`, which only its pages read. */
export function withWords<Words extends object>(inChinese: Words, inEnglish: Partial<Words> = {}): Texts & Words {
  known.zh = { ...known.zh, ...inChinese }
  known.en = { ...known.en, ...inEnglish }
  fill()
  return texts as Texts & Words
}

const fill = () => Object.assign(texts, known.zh, known[spoken])
