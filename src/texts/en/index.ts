/** English. Short and plain, the same promises as the Chinese: a text that is missing here does not compile. */
import type { Texts } from '..'
import { cart } from './cart'
import { common } from './common'
import { home } from './home'
import { me } from './me'
import { shared } from './shared'

export const en: Texts = { ...common, ...home, ...cart, ...me, ...shared }
