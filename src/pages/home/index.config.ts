import { texts } from '@/texts'

export default definePageConfig({
  navigationBarTitleText: texts.shop.name,
  navigationStyle: 'custom',
  enablePullDownRefresh: true,
})
