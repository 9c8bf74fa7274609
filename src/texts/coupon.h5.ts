/** Words of coupons, which come with the pages that speak of them. In English they come with all the rest of it. */
import { withWords } from '.'
import { coupon } from './zh/coupon'

export const texts = withWords(coupon)
