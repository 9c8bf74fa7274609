import { texts } from '@/texts'

export default definePageConfig({ navigationBarTitleText: texts.order.title, enablePullDownRefresh: true })
