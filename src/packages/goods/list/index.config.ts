import { texts } from '@/texts'

export default definePageConfig({ navigationBarTitleText: texts.goodsList.title, enablePullDownRefresh: true })
