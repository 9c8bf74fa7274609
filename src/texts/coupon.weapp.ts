/** Words of coupons, which come with the pages that speak of them. */
import { withWords } from '.'
import { coupon as couponInEnglish } from './en/coupon'
import { coupon } from './zh/coupon'

export const texts = withWords(coupon, couponInEnglish)
