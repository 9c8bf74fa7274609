import { promotion } from '@/texts/zh/promotion'

export default definePageConfig({
  navigationBarTitleText: promotion.group.title,
  navigationStyle: 'custom',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
