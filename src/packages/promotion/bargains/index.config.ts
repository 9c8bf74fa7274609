import { promotion } from '@/texts/zh/promotion'

export default definePageConfig({ navigationBarTitleText: promotion.bargains.title, enablePullDownRefresh: true })
