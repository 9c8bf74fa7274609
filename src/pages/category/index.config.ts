import { texts } from '@/texts'

export default definePageConfig({
  navigationBarTitleText: texts.category.title,
  disableScroll: true,
  enablePullDownRefresh: true,
})
