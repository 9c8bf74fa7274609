import { texts } from '@/texts'

export default definePageConfig({ navigationBarTitleText: texts.cashLog.title, enablePullDownRefresh: true })
