import { texts } from '@/texts'

export default definePageConfig({ navigationBarTitleText: texts.bought.title, enablePullDownRefresh: true })
