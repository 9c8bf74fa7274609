import { texts } from '@/texts'

export default definePageConfig({ navigationBarTitleText: texts.orders.title, enablePullDownRefresh: true })
