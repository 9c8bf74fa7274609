import { texts } from '@/texts'

export default definePageConfig({ navigationBarTitleText: texts.feedback.title, enablePullDownRefresh: true })
