import { texts } from '@/texts'

export default definePageConfig({ navigationBarTitleText: texts.address.title, enablePullDownRefresh: true })
