import { texts } from '@/texts'

export default definePageConfig({ navigationBarTitleText: texts.reviews.title, enablePullDownRefresh: true })
