/** 中文。短、准、有人味：说发生了什么，以及接下来可以怎么做。 */
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

export const zh = {
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
