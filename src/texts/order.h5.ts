/** Words of the order subpackage, which come with it. In English they come with all the rest of it. */
import { withWords } from '.'
import { invoice } from './zh/invoice'
import { order } from './zh/order'
import { refund } from './zh/refund'

export const texts = withWords({ ...order, ...refund, ...invoice })
