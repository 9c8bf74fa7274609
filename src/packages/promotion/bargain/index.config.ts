import { promotion } from '@/texts/zh/promotion'

export default definePageConfig({ navigationBarTitleText: promotion.bargain.title, enablePullDownRefresh: true })
