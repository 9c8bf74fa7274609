import { texts } from '@/texts'

export default definePageConfig({ navigationBarTitleText: texts.articles.title, enablePullDownRefresh: true })
