/** English. Short and plain, the same promises as the Chinese: a text that is missing here does not compile. */
import type { Texts } from '..'
import { cart } from './cart'
import { common } from './common'
import { goods } from './goods'
import { home } from './home'
import { invoice } from './invoice'
import { money } from './money'
import { order } from './order'
import { reading } from './reading'
import { refund } from './refund'
import { settings } from './settings'
import { user } from './user'

export const en: Texts = {
  ...common,
  ...home,
  ...goods,
  ...cart,
  ...money,
  ...order,
  ...reading,
  ...refund,
  ...invoice,
  ...user,
  ...settings,
}
