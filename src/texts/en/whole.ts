/** All of English, with the words of the subpackages. */
import { en as main } from '.'
import { assets } from './assets'
import { coupon } from './coupon'
import { goods } from './goods'
import { invoice } from './invoice'
import { member } from './member'
import { money } from './money'
import { order } from './order'
import { promotion } from './promotion'
import { reading } from './reading'
import { refund } from './refund'
import { score } from './score'
import { settings } from './settings'
import { user } from './user'
import { wechat } from './wechat'

export const en = {
  ...main,
  ...goods,
  ...order,
  ...refund,
  ...invoice,
  ...user,
  ...money,
  ...reading,
  ...promotion,
  ...settings,
  ...coupon,
  ...score,
  ...wechat,
  ...member,
  ...assets,
}
