import { promotion } from '@/texts/zh/promotion'

export default definePageConfig({
  navigationBarTitleText: promotion.bargain.title,
  navigationStyle: 'custom',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
