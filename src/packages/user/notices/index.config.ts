import { texts } from '@/texts'

export default definePageConfig({ navigationBarTitleText: texts.notices.title, enablePullDownRefresh: true })
