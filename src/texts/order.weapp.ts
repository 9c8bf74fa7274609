/** Words of the order subpackage, which come with it. */
import { withWords } from '.'
import { invoice as invoiceInEnglish } from './en/invoice'
import { order as orderInEnglish } from './en/order'
import { refund as refundInEnglish } from './en/refund'
import { invoice } from './zh/invoice'
import { order } from './zh/order'
import { refund } from './zh/refund'

export const texts = withWords(
  { ...order, ...refund, ...invoice },
  { ...orderInEnglish, ...refundInEnglish, ...invoiceInEnglish },
)
