import { texts } from '@/texts'

export default definePageConfig({
  navigationBarTitleText: texts.shop.name,
  navigationStyle: 'custom',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
