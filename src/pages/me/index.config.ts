import { texts } from '@/texts'

export default definePageConfig({
  navigationBarTitleText: texts.me.title,
  navigationStyle: 'custom',
  enablePullDownRefresh: true,
})
