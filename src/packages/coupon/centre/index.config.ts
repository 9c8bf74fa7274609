import { coupon } from '@/texts/zh/coupon'

export default definePageConfig({ navigationBarTitleText: coupon.coupon.centre, enablePullDownRefresh: true })
