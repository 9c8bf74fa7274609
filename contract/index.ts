import type { StaticDecode, StaticEncode } from 'typebox'
import { address } from './address'
import { cart } from './cart'
import { cms } from './cms'
import { comment } from './comment'
import { coupon } from './coupon'
import type { Intersection, Method } from './define'
import { deposit } from './deposit'
import { file } from './file'
import { fund } from './fund'
import { fx } from './fx'
import { goods } from './goods'
import { invoice } from './invoice'
import { kanjia } from './kanjia'
import { level } from './level'
import { order } from './order'
import { partner } from './partner'
import { pay } from './pay'
import { paybill } from './paybill'
import { pingtuan } from './pingtuan'
import { qrcode } from './qrcode'
import { refund } from './refund'
import { region } from './region'
import { score } from './score'
import { site } from './site'
import { subshop } from './subshop'
import { template } from './template'
import { user } from './user'
import { verification } from './verification'
import { withdraw } from './withdraw'

export const domains = {
  site,
  region,
  file,
  verification,
  user,
  address,
  goods,
  cart,
  order,
  fund,
  pay,
  cms,
  comment,
  refund,
  qrcode,
  subshop,
  invoice,
  template,
  kanjia,
  coupon,
  score,
  level,
  fx,
  partner,
  withdraw,
  deposit,
  paybill,
  pingtuan,
}
export type Domains = typeof domains

export type Contract = Intersection<Domains[keyof Domains]>
export type MethodName = keyof Contract

/** Values as they travel: yuan, time text. What the client sees. */
export type WireInput<N extends MethodName> = StaticEncode<Contract[N]['input']>
export type WireData<N extends MethodName> = StaticEncode<Contract[N]['data']>

/** Values as our own code uses them: fen, dates. What a handler sees. */
export type Input<M extends Method> = StaticDecode<M['input']>
export type Data<M extends Method> = StaticDecode<M['data']>
/** What a handler gives back; commands give nothing. */
export type Answer<M extends Method> = M['data'] extends { '~optional': true }
  ? Data<M> extends null
    ? void
    : Data<M> | undefined
  : Data<M>
