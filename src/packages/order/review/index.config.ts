import { order } from '@/texts/zh/order'

export default definePageConfig({ navigationBarTitleText: order.review.title })
