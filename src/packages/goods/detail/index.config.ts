import { goods } from '@/texts/zh/goods'

export default definePageConfig({
  navigationBarTitleText: goods.goods.title,
  navigationStyle: 'custom',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
