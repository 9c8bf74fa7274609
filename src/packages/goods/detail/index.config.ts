import { texts } from '@/texts'

export default definePageConfig({
  navigationBarTitleText: texts.goods.title,
  navigationStyle: 'custom',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
